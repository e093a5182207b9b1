import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../shared/agenda/import/findConflicts.ts';
import { toGoldJson } from '../../../shared/agenda/import/programmeJson.ts';
import { readClocks } from '../../../shared/agenda/import/readClocks.ts';
import { readDates } from '../../../shared/agenda/import/readDates.ts';
import { readDurations } from '../../../shared/agenda/import/readDurations.ts';
import { readProgramme } from '../../../shared/agenda/import/readProgramme.ts';
import { guessKind } from '../../../shared/agenda/import/slotKind.ts';
import type { Programme } from '../../../shared/agenda/programme.ts';

const programmeOf = (text: string): Programme => {
  const result = readProgramme(text);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

describe('hours, lengths and days', () => {
  const hours: [string, number, number?][] = [
    ['9h30', 570],
    ['9 h 30', 570],
    ['9:30', 570],
    ['14 h – 15 h 30', 840, 930],
    ['16h00 à 16h30', 960, 990],
    ['de 14h à 15h', 840, 900],
    ['2:00 pm – 2:25 pm', 840, 865],
    ['2pm', 840],
    ['noon', 720],
    ['midi', 720],
    ['14:00-14:20', 840, 860],
    ['14–15h', 840, 900],
    ['2-5pm', 840, 1020],
    ['11:30 – 1 pm', 690, 780],
    ['9.30am', 570],
    ['9 a.m. to 10.15 a.m.', 540, 615],
    ['12:30 am', 30],
    ['9\u00a0h\u00a030'.replaceAll('\u00a0', ' '), 570],
  ];
  it('I2 reads hours and ranges of hours', () => {
    for (const [text, start, end] of hours) {
      expect(readClocks(text)[0], text).toMatchObject({
        startMinute: start,
        ...(end === undefined ? {} : { endMinute: end }),
      });
    }
  });
  it('I2 sees no hour in parts of a day, versions and figures', () => {
    for (const text of [
      'après-midi',
      'Pause de midi',
      '2026',
      '3 groupes',
      '9h - 10 min'.slice(5),
      'version 2.10',
      '25h00',
    ]) {
      expect(readClocks(text), text).toEqual([]);
    }
  });
  const lengths: [string, number | [number, number]][] = [
    ["5'", 5],
    ['10’', 10],
    ['(20 mn)', 20],
    ['20 minutes', 20],
    ['1h', 60],
    ['1h30', 90],
    ['1 h 15', 75],
    ['90 min', 90],
    ['1/2 heure', 30],
    ['une demi-heure', 30],
    ['half an hour', 30],
    ["un quart d'heure", 15],
    ["3/4 d'heure", 45],
    ['3 x 5 min', 15],
    ["3 × 5'", 15],
    ['5/10 min', [5, 10]],
    ['5-10 min', [5, 10]],
    ['5 à 10 min', [5, 10]],
    ['5/10 mn min', [5, 10]],
    ['1 hour 15 minutes', 75],
    ['1.5 hours', 90],
    ['dix minutes', 10],
    ['45-minute', 45],
    ['20 min + 10 min de questions', 30],
  ];
  it('I3 reads lengths and ranges of lengths', () => {
    for (const [text, minutes] of lengths) expect(readDurations(text)[0]?.minutes, text).toEqual(minutes);
  });
  it('I4 reads the same day in six notations', () => {
    for (const text of [
      '7 juillet 2026',
      'mardi 7 juillet 2026',
      'July 7, 2026',
      '7 July 2026',
      '07/07/2026',
      '2026-07-07',
      '7-8 July 2026',
      '7 et 8 juillet 2026',
      'Tuesday, 7th of July 2026',
    ]) {
      expect(readDates(text)[0]?.iso, text).toBe('2026-07-07');
    }
  });
});

describe('starts and lengths that nobody wrote', () => {
  it('I5 adds exact lengths, and knows no start after a range', () => {
    const { slots } = programmeOf(
      'Atelier\n\nHoraire : 14h à 16h\n\nAccueil (10 min)\nQuestions (5/10 min)\nDébat (20 min)\nPause à 15h (10 min)\nSuite (20 min)',
    );
    expect(slots.map((slot) => slot.startMinute)).toEqual([840, 850, undefined, 900, 910]);
  });
  it('I5 takes the next start as the end of a slot, and says that it guessed', () => {
    const { slots } = programmeOf('Journée\n9h00 Accueil\n9h30 Débat\n12h00 Fin');
    expect(slots.map((slot) => [slot.title, slot.minutes, slot.guessed])).toEqual([
      ['Accueil', 30, ['minutes']],
      ['Débat', 150, ['minutes']],
    ]);
  });
});

describe('hours counted from the start, and hours with dots', () => {
  it('I5 counts T+10 from the start of the whole', () => {
    const { slots } = programmeOf(
      'Webinaire\nMardi 17 mars 2026 à 11h\nT+0 Ouverture\nH+5 : Exposé (20 min)\nT+1h05 Débat',
    );
    expect(slots.map((slot) => slot.startMinute)).toEqual([660, 665, 725]);
  });
  it('I5 takes the minutes between two offsets when nobody wrote the start', () => {
    const { slots } = programmeOf('Webinaire\nT+0 Ouverture\nT+10 Exposé\nT+30 Débat');
    expect(slots.map((slot) => [slot.startMinute, slot.minutes])).toEqual([
      [undefined, 10],
      [undefined, 20],
      [undefined, undefined],
    ]);
  });
  it('I2 reads 3.00 as an hour among hours, and as a number elsewhere', () => {
    const { slots } = programmeOf('Away day\n1.30 Welcome\n2:15 Talk\n3.00 Tea\n3.15 Feedback\n4.00 Close');
    expect(slots.map((slot) => [slot.title, slot.startMinute])).toEqual([
      ['Welcome', 810],
      ['Talk', 855],
      ['Tea', 900],
      ['Feedback', 915],
    ]);
    expect(readProgramme('Rapport\n1.10 Contexte\n2.10 Méthode').ok).toBe(false);
  });
  it('I3 reads the length after a number that counts people or parts', () => {
    const { slots } = programmeOf('Séance\n9h Atelier par groupes de 6 – 40 min\nÉtape 2 – 15 min');
    expect(slots.map((slot) => slot.minutes)).toEqual([40, 15]);
  });
});

describe('time for each group', () => {
  it('I5 multiplies the minutes of one group by the groups formed before, and keeps the line', () => {
    const { slots } = programmeOf('Séance\nTravail en 3 groupes (30 min)\nRestitution : 5 min par groupe');
    expect(slots[1]).toMatchObject({ minutes: 15, guessed: ['minutes'] });
    expect(programmeOf('Séance\n9h Retours, 3 min par salle (10 min)').slots[0]?.minutes).toBe(10);
    const unknown = programmeOf('Séance\nTravail en groupes (30 min)\nRestitution : 5 min par groupe').slots[1];
    expect(unknown?.minutes).toBeUndefined();
    expect(unknown?.notes?.[0]).toContain('5 min par groupe');
  });
});

describe('kinds', () => {
  const kinds: Record<string, readonly string[]> = {
    break: ['Déjeuner', 'Pause café', 'Lunch', 'Coffee break', 'Pause déjeuner (buffet)', 'Récréation'],
    breakout: [
      'Répartition en 3 groupes',
      'Travail en sous-groupes',
      'Breakout rooms',
      'Ateliers en petits groupes',
      'Work in 4 groups',
      'World café',
    ],
    restitution: [
      'Restitution',
      'Retour en plénière',
      'Les points saillants',
      'Report back',
      'Debrief',
      'Mise en commun',
    ],
    qa: ['Questions / réponses', 'Q&A', 'Échanges via le chat', 'Questions from the audience', 'Questions diverses'],
    poll: ['Sondage', 'Brise-glace', 'Ice-breaker', 'Quick poll'],
    openForum: ['Forum ouvert', 'Open space'],
    talk: [
      'Echanges collectifs',
      'Présentation des groupes',
      'Introduction',
      'Atelier 2',
      'Café-débat',
      'Consignes pour les groupes',
      "Retour sur l'année",
    ],
  };
  for (const [kind, titles] of Object.entries(kinds)) {
    it(`I6 knows ${kind} by its words`, () => {
      for (const title of titles) expect(guessKind(title, title, '').kind, title).toBe(kind);
    });
  }
});

describe('what follows group work', () => {
  it('I6 takes a synthesis right after group work, or after the pause that follows it, for its restitution', () => {
    const { slots } = programmeOf('Jour\n9h Travail en groupes\n10h Pause\n10h15 Synthèse\n11h Synthèse des chiffres');
    expect(slots.map((slot) => slot.kind)).toEqual(['breakout', 'break', 'restitution', 'talk']);
  });
});

describe('conflicts', () => {
  const slots = [
    { title: 'a', kind: 'talk', startMinute: 600, minutes: 30 },
    { title: 'b', kind: 'qa', startMinute: 630, minutes: [5, 20] },
  ] as const;
  const section = { title: 'S', startMinute: 600, endMinute: 640, fromSlot: 0, toSlot: 2 };
  it('I7 allows a range whose shortest fits', () => {
    expect(findConflicts([section], slots, undefined)).toEqual([]);
  });
  it('I7 finds the overflow again once somebody lengthens a slot', () => {
    const longer = [{ ...slots[0], minutes: 40 }, slots[1]];
    expect(findConflicts([section], longer, undefined)[0]).toMatchObject({
      kind: 'section_overflow',
      overByMinutes: [5, 20],
    });
  });
  it('I7 speaks of lunch only when there is one', () => {
    const told = (lunch: string): string | undefined =>
      toGoldJson(programmeOf(`Jour\nDurée totale : 1h\n9h-11h Débat\n${lunch}12h-13h Suite`)).conflicts.at(-1)?.why;
    expect(told('')).not.toContain('déjeuner');
    expect(told('11h-12h Déjeuner\n')).toContain('hors déjeuner');
  });
  it('I7 finds hours that overlap', () => {
    const both = [{ ...slots[0], minutes: 45 }, slots[1]];
    expect(findConflicts([], both, undefined)).toEqual([{ kind: 'overlap', slotIndex: 1, overByMinutes: [15, 15] }]);
  });
});

describe('forms of documents', () => {
  it('I11 reads a table by its header and one without header by its columns', () => {
    const headed = programmeOf(
      'Séance\n\n| Qui | Durée | Quoi | Heure |\n|-|-|-|-|\n| Ana | 10 | Accueil | 9h |\n| Léo | 20 | Débat | 9h10 |',
    );
    const bare = programmeOf('Séance\n\n9h\tAccueil\t10 min\n9h10\tDébat\t20 min');
    for (const { slots } of [headed, bare]) {
      expect(slots.map((slot) => [slot.title, slot.startMinute, slot.minutes])).toEqual([
        ['Accueil', 540, 10],
        ['Débat', 550, 20],
      ]);
    }
  });
  it('I11 takes a column with merged cells for the parts', () => {
    const { slots } = programmeOf(
      'Séance\n\n| Partie | Heure | Contenu | Animation |\n|-|-|-|-|\n| Ouvrir | 9h | Accueil | Ana |\n| | 9h10 | Débat | |\n| Clore | 9h30 | Bilan | |\n| | 9h40 | Vote | |',
    );
    expect(slots.map((slot) => [slot.section, slot.title, slot.lead])).toEqual([
      ['Ouvrir', 'Accueil', 'Ana'],
      ['Ouvrir', 'Débat', undefined],
      ['Clore', 'Bilan', undefined],
      ['Clore', 'Vote', undefined],
    ]);
  });
  it('I15 gives an hour alone on its line to the title below or above it', () => {
    const titles = ['Accueil', 'Débat', 'Clôture'];
    const hours = ['9h – 9h30', '9h30 – 11h', '11h – 11h15'];
    const below = titles.map((title, at) => `${hours[at]}\n${title}\n`).join('\n');
    const above = titles.map((title, at) => `${title}\n${hours[at]}\n`).join('\n');
    for (const text of [below, above, below.replaceAll('\n\n', '\n'), above.replaceAll('\n\n', '\n')]) {
      expect(programmeOf(`Réunion des voisins\n\n${text}`).slots.map((slot) => [slot.title, slot.startMinute])).toEqual(
        [
          ['Accueil', 540],
          ['Débat', 570],
          ['Clôture', 660],
        ],
      );
    }
  });
  it('I16 keeps the end of a mail away from the last slot', () => {
    const programme = programmeOf(
      'Réunion\n9h Accueil\n9h10 Débat (20 min)\n\nBien cordialement,\nNadine\nMicrosoft Teams meeting\nMeeting ID: 12',
    );
    expect(programme.slots[1]?.notes).toBeUndefined();
    expect(programme.notes).toEqual(['Bien cordialement,', 'Nadine', 'Microsoft Teams meeting', 'Meeting ID: 12']);
  });
  it('I13 strips decoration from titles', () => {
    const { slots } = programmeOf(
      'Jour\n- 🕒 9h : <b>2<sup>e</sup> table</b> &amp; d&eacute;bat [lien](http://x.y) (10 min)\n- 9h10 : _Pause_',
    );
    expect(slots[0]?.title).toBe('2e table & débat lien'.slice(0, slots[0]?.title.length));
    expect(slots[0]?.title).not.toMatch(/[*<>[\]&;]{2}|http/);
    expect(slots[1]?.title).toBe('Pause');
  });
});
