import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Programme,
  type ProgrammeSection,
  type ProgrammeSlot,
  slotKinds,
} from '../../../shared/agenda/programme.ts';
import { createWorkshopSchema } from '../../../shared/workshop/commands.ts';
import { blankWorkshop, draftWorkshop } from '../../../shared/workshop/draft/draftWorkshop.ts';
import { settleMinutes } from '../../../shared/workshop/draft/settleMinutes.ts';
import { limits } from '../../../shared/workshop/limits.ts';

const slot = (content: Partial<ProgrammeSlot> = {}): ProgrammeSlot => ({
  kind: 'talk',
  title: 'Témoignage',
  ...content,
});
const programme = (slots: readonly ProgrammeSlot[], rest: Partial<Programme> = {}): Programme => ({
  title: 'Atelier 2',
  language: 'fr',
  sections: [],
  conflicts: [],
  notes: [],
  slots,
  ...rest,
});
const section = (fromSlot: number, toSlot: number, hours: Partial<ProgrammeSection> = {}): ProgrammeSection => ({
  title: 'EXPLORATION',
  fromSlot,
  toSlot,
  ...hours,
});
const hour = (hours: number, minutes = 0) => hours * 60 + minutes;
const founded = (draft: ReturnType<typeof draftWorkshop>['workshop']) =>
  createWorkshopSchema.safeParse({ kind: 'CreateWorkshop', timeZone: 'Europe/Paris', ...draft });

describe('draftWorkshop', () => {
  it('D2 a range takes what its section leaves', () => {
    const { minutes, choices } = settleMinutes({
      slots: [
        slot({ startMinute: hour(12, 20), minutes: 10 }),
        slot({ startMinute: hour(12, 30), minutes: 20 }),
        slot({ kind: 'qa', startMinute: hour(12, 50), minutes: [5, 10] }),
        slot({ minutes: 2 }),
        slot({ kind: 'break', startMinute: hour(13), minutes: 60 }),
      ],
      sections: [section(0, 4, { startMinute: hour(12, 20), endMinute: hour(13) })],
    });
    expect(minutes).toEqual([10, 20, 8, 2, 60]);
    expect(choices).toEqual([
      { kind: 'range_settled', slotIndex: 2, shortestMinutes: 5, longestMinutes: 10, minutes: 8, fits: true },
    ]);
  });

  it('D2 a range that cannot fit takes its shortest and says so', () => {
    const { minutes, choices } = settleMinutes({
      slots: [
        slot({ startMinute: hour(14, 30), minutes: 3 }),
        slot({ minutes: 40 }),
        slot({ kind: 'qa', minutes: [5, 10] }),
      ],
      sections: [section(0, 3, { startMinute: hour(14, 30), endMinute: hour(15, 10) })],
    });
    expect(minutes).toEqual([3, 40, 5]);
    expect(choices).toMatchObject([{ minutes: 5, fits: false }]);
  });

  it('D2 a range stops at the next hour given, takes its longest where nothing holds it, and ranges share in order', () => {
    expect(
      settleMinutes({ slots: [slot({ startMinute: 600, minutes: [5, 30] }), slot({ startMinute: 612 })], sections: [] })
        .minutes[0],
    ).toBe(12);
    expect(settleMinutes({ slots: [slot({ minutes: [5, 30] })], sections: [] }).minutes).toEqual([30]);
    expect(
      settleMinutes({
        slots: [slot({ minutes: [5, 10] }), slot({ minutes: [5, 10] })],
        sections: [section(0, 2, { minutes: 17 })],
      }).minutes,
    ).toEqual([10, 7]);
  });

  it('D3 a slot without a length takes the room until the next hour, shared, else ten minutes', () => {
    const slots = [
      slot({ startMinute: 600 }),
      slot({ minutes: 10 }),
      slot(),
      slot({ startMinute: 640, minutes: 5 }),
      slot(),
    ];
    const { minutes, choices } = settleMinutes({ slots, sections: [] });
    expect(minutes).toEqual([15, 10, 15, 5, 10]);
    expect(choices.map((choice) => choice.kind)).toEqual([
      'minutes_from_next_start',
      'minutes_from_next_start',
      'minutes_by_default',
    ]);
    expect(settleMinutes({ slots, sections: [], endMinute: 660 }).minutes.at(-1)).toBe(15);
    expect(
      settleMinutes({ slots: [slot({ startMinute: hour(23, 50) }), slot({ startMinute: 10 })], sections: [] })
        .minutes[0],
    ).toBe(20);
  });

  it('D4 groups come from the breakout', () => {
    const animators = ['Fondation de Lille', 'Réseau Alliances', 'ADASI'];
    const { workshop, choices } = draftWorkshop(
      programme([slot({ kind: 'breakout', groups: 3, animators, minutes: 20 })]),
    );
    expect(workshop.groups).toEqual(animators.map((name) => ({ name, animatorName: name, roomUrl: '' })));
    expect(choices).toEqual([]);
    expect(
      draftWorkshop(programme([slot({ kind: 'breakout', animators: ['A', 'B'], minutes: 5 })])).workshop.groups,
    ).toHaveLength(2);
  });

  it('D4 groups without a word of them are three, numbered, in the language of the programme', () => {
    const none = draftWorkshop(programme([slot({ minutes: 5 })], { language: 'en' }));
    expect(none.workshop.groups.map((group) => group.name)).toEqual(['Group 1', 'Group 2', 'Group 3']);
    expect(none.choices).toEqual([{ kind: 'groups_by_default', count: 3 }]);
    const some = draftWorkshop(programme([slot({ kind: 'breakout', groups: 3, animators: ['ADASI'], minutes: 5 })]));
    expect(some.workshop.groups.map((group) => group.name)).toEqual(['ADASI', 'Groupe 2', 'Groupe 3']);
    const many = draftWorkshop(programme([slot({ kind: 'breakout', groups: 400, minutes: 5 })]));
    expect(many.workshop.groups).toHaveLength(limits.groups);
    expect(many.choices).toContainEqual({ kind: 'groups_limited', asked: 400, count: limits.groups });
  });

  it('D4 an animator without a group stays in the notes', () => {
    const { workshop, choices } = draftWorkshop(
      programme([slot({ kind: 'breakout', groups: 1, animators: ['Anne', 'Bilal'], minutes: 5 })]),
    );
    expect(workshop.slots[0]?.notes).toEqual(['Animation : Bilal']);
    expect(choices).toContainEqual({ kind: 'moved_to_notes', slotIndex: 0, field: 'animators' });
  });

  it('D1 what a workshop has no field for stays in the notes', () => {
    const day = slot({
      minutes: 255,
      pause: { startMinute: hour(13), minutes: 60 },
      tracks: ['Atelier 1', 'Atelier 2'],
    });
    expect(draftWorkshop(programme([day])).workshop.slots[0]?.notes).toEqual([
      'Coupure : 13:00 – 14:00',
      'Au choix :',
      'Atelier 1',
      'Atelier 2',
    ]);
  });

  it('D4 key ideas per group are what the restitution says, else two', () => {
    expect(draftWorkshop(programme([slot({ minutes: 5 })])).workshop.keyIdeasPerGroup).toBe(2);
    expect(
      draftWorkshop(programme([slot({ kind: 'restitution', keyIdeasPerGroup: 3 })])).workshop.keyIdeasPerGroup,
    ).toBe(3);
  });

  it('D1 keeps the words of the document, in order', () => {
    const { workshop, choices } = draftWorkshop(
      programme([slot({ minutes: 5, notes: ['=> support', ' '], lead: 'ADASI', lenses: ['financements'] })], {
        notes: ['Objectifs'],
        date: '2026-07-07',
      }),
    );
    expect(workshop).toMatchObject({ title: 'Atelier 2', date: '2026-07-07', language: 'fr' });
    expect(workshop.slots[0]).toMatchObject({
      lead: 'ADASI',
      lenses: ['financements'],
      notes: ['=> support', 'Objectifs'],
    });
    expect(choices).toContainEqual({ kind: 'document_notes_kept', slotIndex: 0, count: 1 });
    expect(draftWorkshop(programme([], { notes: ['seul'] })).choices).toContainEqual({
      kind: 'lines_left_out',
      lines: ['seul'],
    });
  });

  it('D1 a title too long is cut, whole in the notes, never in the middle of a character', () => {
    const title = `${'a'.repeat(298)}💡 fin`;
    const { workshop, choices } = draftWorkshop(programme([slot({ title, minutes: 5 })]));
    expect(workshop.slots[0]?.title).toBe(`${'a'.repeat(298)}…`);
    expect(workshop.slots[0]?.notes).toEqual([title]);
    expect(choices).toContainEqual({ kind: 'moved_to_notes', slotIndex: 0, field: 'title' });
  });

  it('D1 slots past the limit become notes of the last one', () => {
    const slots = Array.from({ length: limits.slots + 2 }, (_, index) => slot({ title: `Point ${index}`, minutes: 1 }));
    const { workshop, choices } = draftWorkshop(programme(slots));
    expect(workshop.slots).toHaveLength(limits.slots);
    expect(workshop.slots.at(-1)?.notes).toEqual(['Point 200', 'Point 201']);
    expect(choices).toContainEqual({ kind: 'slots_folded', slotIndex: limits.slots - 1, count: 2 });
  });

  it('D1 any programme at all can be founded', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('', ' ', '\u0000', '\ud800', '💡'.repeat(1_500), 'mot '.repeat(1_200)),
    );
    const texts = fc.array(anyText, { maxLength: 60 });
    const minutes = fc.oneof(
      fc.integer({ min: 0, max: 5_000 }),
      fc.double({ min: 0, max: 90, noNaN: true }),
      fc.tuple(fc.nat(200), fc.nat(200)).map(([first, more]) => [first, first + more] as const),
    );
    const anySlot: fc.Arbitrary<ProgrammeSlot> = fc.record(
      {
        kind: fc.constantFrom(...slotKinds),
        title: anyText,
        section: anyText,
        startMinute: fc.integer({ min: 0, max: 1_440 }),
        minutes,
        lead: anyText,
        speakers: texts,
        groups: fc.nat(200),
        animators: texts,
        prompts: texts,
        lenses: texts,
        keyIdeasPerGroup: fc.nat(20),
        notes: texts,
      },
      { requiredKeys: ['kind', 'title'] },
    );
    fc.assert(
      fc.property(
        fc.array(anySlot, { maxLength: 8 }),
        anyText,
        texts,
        fc.constantFrom('2026-07-07', '2026-02-30', 'hier', undefined),
        fc.constantFrom('fr', 'en'),
        fc.nat(8),
        (slots, title, notes, date, language, toSlot) => {
          const { workshop, choices } = draftWorkshop({
            title,
            language,
            slots,
            notes,
            sections: [section(0, Math.min(toSlot, slots.length), { minutes: 30 })],
            conflicts: [],
            ...(date === undefined ? {} : { date }),
          });
          expect(founded(workshop).error).toBeUndefined();
          for (const choice of choices) {
            if ('slotIndex' in choice) expect(workshop.slots[choice.slotIndex]).toBeDefined();
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('D5 a blank workshop can be founded as it is', () => {
    for (const language of ['fr', 'en'] as const) {
      const blank = blankWorkshop(language);
      expect(founded(blank).success).toBe(true);
      expect(blank.slots.map((each) => [each.kind, each.durationMs / 60_000])).toEqual([
        ['talk', 5],
        ['breakout', 20],
        ['restitution', 10],
      ]);
    }
    expect(blankWorkshop('fr').slots[1]?.prompts).toEqual([
      'Qu’est-ce que vous reprenez\u202f? Qu’est-ce que cela vous inspire\u202f?',
    ]);
  });
});
