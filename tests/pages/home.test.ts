import { describe, expect, it } from 'vitest';
import { readProgramme } from '../../shared/agenda/import/readProgramme.ts';
import { decodeText } from '../../shared/core/decodeText.ts';
import { MINUTE_MS } from '../../shared/core/time.ts';
import { slotConflicts } from '../../shared/workshop/draft/slotConflicts.ts';
import { invitationText } from '../../tab/parts/invitationText.ts';
import { readTime } from '../../tab/parts/SlotFields.tsx';
import { addressOf } from '../../tab/screens/home/codeAddress.ts';
import { conflictPlace, conflictText } from '../../tab/screens/home/conflictText.ts';
import {
  acceptGuesses,
  conflictsOf,
  draftFromProgramme,
  dropSlot,
  insertSlot,
  reviseSlot,
  type SetupDraft,
  shiftSlot,
  workshopOf,
} from '../../tab/screens/home/setupDraft.ts';
import { programmeText } from '../gallery/home/programmeText.ts';
import { groups, links } from '../gallery/host/fixtures.ts';

function draft(): SetupDraft {
  const programme = readProgramme(programmeText);
  if (!programme.ok) throw new Error(programme.problem.code);
  return draftFromProgramme(programme.value, { commandId: 'command-0001', timeZone: 'Europe/Paris' });
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const sentences = (of: SetupDraft, language: 'fr' | 'en' = 'fr') =>
  conflictsOf(of).map((conflict) =>
    plain(conflictText(conflict, language, (index) => of.slots[index]?.content.title ?? '')),
  );
const slotAt = (of: SetupDraft, index: number) => {
  const slot = of.slots[index];
  if (slot === undefined) throw new Error(`no slot ${index}`);
  return slot;
};
const lasting = (of: SetupDraft, index: number, minutes: number): SetupDraft => {
  const slot = slotAt(of, index);
  return reviseSlot(of, slot.key, { ...slot.content, durationMs: minutes * MINUTE_MS }, 'durationMs');
};

describe('contradictions of a programme', () => {
  it('H8 are plain sentences', () => {
    expect(sentences(draft())).toEqual([
      '14:30–15:10 : 3 + 40 + 5/10 min n’entrent pas dans 40 min : 8 à 13 min de trop.',
      '15:10–15:30 : 20 + 5 min n’entrent pas dans 20 min : 5 min de trop.',
      'Durée totale : le programme annonce 3 h, les séquences hors pauses en durent 3 h 30 : 30 min de trop.',
    ]);
    expect(sentences(draft(), 'en')[0]).toBe(
      '14:30–15:10: 3 + 40 + 5/10 min do not fit in 40 min: 8 to 13 min too much.',
    );
  });

  it('H8 say what is missing, and where slots overlap', () => {
    const short = {
      kind: 'total_mismatch',
      declaredMinutes: 180,
      plannedMinutes: 150,
      overByMinutes: [-30, -30],
    } as const;
    expect(plain(conflictText(short, 'fr', String))).toMatch(/3 h, .* 2 h 30 : 30 min de moins\.$/);
    const overlap = { kind: 'overlap', slotIndex: 4, overByMinutes: [5, 10] } as const;
    expect(plain(conflictText(overlap, 'fr', () => 'Pause'))).toBe(
      '« Pause » commence avant la fin de la séquence précédente : 5 à 10 min de chevauchement.',
    );
    expect(conflictPlace(overlap)).toBe(4);
    expect(conflictPlace(short)).toBeUndefined();
  });

  it('H9 are worked out anew once a time is corrected', () => {
    const shorter = lasting(draft(), 13, 30);
    expect(sentences(shorter).some((sentence) => sentence.startsWith('14:30'))).toBe(false);
    const longer = lasting(draft(), 13, 45);
    expect(sentences(longer)[0]).toBe('14:30–15:10 : 3 + 45 + 5 min n’entrent pas dans 40 min : 13 min de trop.');
  });

  it('H9 stay as the document has them while only words change', () => {
    const before = draft();
    const slot = slotAt(before, 13);
    const renamed = reviseSlot(before, slot.key, { ...slot.content, title: 'Table ronde' }, 'title');
    expect(sentences(renamed)).toEqual(sentences(before));
  });

  it('H9 follow a part of the programme whose slots stand together', () => {
    const before = draft();
    // A slot put in front of everything moves every part by one place.
    const moved = shiftSlot(insertSlot(before, 'Accueil'), before.slots.length, 0);
    expect(slotAt(moved, 0).content.title).toBe('Accueil');
    expect(sentences(moved)[0]).toMatch(/^14:30–15:10/);
    expect(conflictsOf(moved)[0]).toMatchObject({ slotIndices: [13, 14, 15] });
    // Pulled apart, the part no longer has hours to hold.
    const apart = shiftSlot(before, 13, 0);
    expect(sentences(apart).some((sentence) => sentence.startsWith('14:30'))).toBe(false);
    const without = dropSlot(before, slotAt(before, 13).key);
    expect(sentences(without).some((sentence) => sentence.startsWith('14:30'))).toBe(false);
    expect(slotConflicts([])).toEqual([]);
  });
});

describe('a draft', () => {
  it('H10 marks what was guessed until it is corrected or accepted', () => {
    const before = draft();
    const index = before.slots.findIndex((slot) => slot.guesses.some((guess) => guess.range));
    expect(slotAt(before, index).guesses).toEqual([{ field: 'durationMs', range: [5, 10] }]);
    expect(slotAt(lasting(before, index, 7), index).guesses).toEqual([]);
    expect(slotAt(acceptGuesses(before, slotAt(before, index).key), index).guesses).toEqual([]);
    const slot = slotAt(before, index);
    const renamed = reviseSlot(before, slot.key, { ...slot.content, title: 'Échanges' }, 'title');
    expect(slotAt(renamed, index).guesses).toHaveLength(1);
  });

  it('H9 becomes the workshop that it shows', () => {
    const workshop = workshopOf(draft());
    expect(workshop.slots).toHaveLength(18);
    expect(workshop.groups.map((group) => group.animatorName)).toEqual([
      'Fondation de Lille',
      'Réseau Alliances',
      'ADASI',
    ]);
    expect(workshop).toMatchObject({ date: '2026-07-07', timeZone: 'Europe/Paris', keyIdeasPerGroup: 2 });
  });
});

describe('what people type and copy', () => {
  it('H11 the code box stays on this server', () => {
    const origin = 'https://aparte.example';
    expect(addressOf(' kmrt-7pxw ', origin)).toBe('/p#KMRT-7PXW');
    expect(addressOf('https://aparte.example/a#token', origin)).toBe('/a#token');
    expect(addressOf('https://elsewhere.example/p#token', origin)).toBeUndefined();
    expect(addressOf('javascript:alert(1)', origin)).toBeUndefined();
    expect(addressOf('  ', origin)).toBeUndefined();
  });

  it('H12 reads an hour as people write it', () => {
    const cases: readonly (readonly [string, number | undefined])[] = [
      ['14:30', 870],
      ['14h30', 870],
      ['14 h 30', 870],
      ['9h', 540],
      ['9', 540],
      ['0930', 570],
      ['1430', 870],
      ['24:00', undefined],
      ['12:75', undefined],
      ['midi', undefined],
      ['', undefined],
    ];
    for (const [typed, minute] of cases) expect([typed, readTime(typed)]).toEqual([typed, minute]);
  });

  it('H13 the invitations hold every link but the host’s', () => {
    const text = plain(
      invitationText({ title: 'Atelier 2', date: '2026-07-07', links: [...links].reverse(), groups, language: 'fr' }),
    );
    expect(text).toMatch(/^Atelier 2 – mardi 7 juillet 2026\n/);
    expect(text).not.toContain('/h#');
    expect(text.match(/Animation – Groupe \d/g)).toEqual([
      'Animation – Groupe 1',
      'Animation – Groupe 2',
      'Animation – Groupe 3',
    ]);
    expect(text).toContain('Code à saisir : KMRT-7PXW');
  });

  it('H15 reads the bytes of any file', () => {
    const bytes = (...values: number[]) => new Uint8Array(values);
    expect(decodeText(new TextEncoder().encode('Déjeuner'))).toBe('Déjeuner');
    expect(decodeText(bytes(0x44, 0xe9, 0x6a))).toBe('Déj');
    expect(decodeText(bytes(0xff, 0xfe, 0x44, 0x00))).toBe('D');
    expect(decodeText(bytes(0x44, 0x00, 0xe9, 0x00))).toBe('Dé');
    expect(typeof decodeText(bytes(0xff, 0x00, 0xc3, 0x28))).toBe('string');
  });
});
