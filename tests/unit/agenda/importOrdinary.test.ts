import { describe, expect, it } from 'vitest';
import { type ProgrammeJson, toGoldJson } from '../../../shared/agenda/import/programmeJson.ts';
import { readDurations } from '../../../shared/agenda/import/readDurations.ts';
import { peopleOf } from '../../../shared/agenda/import/readPeople.ts';
import { readProgramme } from '../../../shared/agenda/import/readProgramme.ts';
import { isUnnamed } from '../../../shared/agenda/import/unnamedPeople.ts';

const jsonOf = (text: string): ProgrammeJson => {
  const result = readProgramme(text);
  if (!result.ok) throw new Error(result.problem.code);
  return toGoldJson(result.value);
};

describe('hours declared for the whole', () => {
  const agenda = 'Accueil des équipes (10 min)\nDébat (20 min)\nBilan (1/2 h)';
  const declared: [string, string, string?][] = [
    ['Start 1:30 pm', '13:30'],
    ['Start: 1:30 pm', '13:30'],
    ['Start time: 1.30pm', '13:30'],
    ['Starts at 2 pm', '14:00'],
    ['Starting at 2 pm sharp', '14:00'],
    ['We start at 2pm', '14:00'],
    ['Begins: 1:30', '13:30'],
    ['Begins at 14:00', '14:00'],
    ['Start 1:30 pm\nEnd 3:30 pm', '13:30', '15:30'],
    ['Starts at 2 pm\nEnds at 4 pm', '14:00', '16:00'],
    ['Start: 9:30 – End: 12:30', '09:30', '12:30'],
    ['Start: 11:30, finish: 1:30', '11:30', '13:30'],
    ['Début : 13h30', '13:30'],
    ['Début 13h30', '13:30'],
    ['**Début** : 13h30', '13:30'],
    ['- Début : 13h30', '13:30'],
    ['Début à 13h30 précises', '13:30'],
    ['Début de la réunion : 13h30', '13:30'],
    ['Heure de début : 14 h', '14:00'],
    ['Heure de début : 14 h\nHeure de fin : 16 h', '14:00', '16:00'],
    ['Début 13h30 – Fin 16h', '13:30', '16:00'],
    ['Début : 13h30 / Fin : 16h', '13:30', '16:00'],
    ['Début 13h30, fin prévue à 16h', '13:30', '16:00'],
    ['À partir de 14h', '14:00'],
    ['A partir de 14 heures', '14:00'],
    ['Dès 14h', '14:00'],
    ['Rendez-vous à 14h', '14:00'],
    ['RDV 14h', '14:00'],
    ['On commence à 14h', '14:00'],
    ['La séance commence à 14h', '14:00'],
    ['Horaire : à partir de 14h', '14:00'],
    ['Horaires : 14h - 16h', '14:00', '16:00'],
    ['Mardi 6 octobre 2026, début à 14h', '14:00'],
    ['Début : 14h (accueil dès 13h30)\nFin : 16h', '14:00', '16:00'],
    ['We begin at 3pm and finish by 4.30pm', '15:00', '16:30'],
    ['Mardi 6 octobre 2026 à partir de 14h', '14:00'],
  ];
  for (const [lines, start, end] of declared) {
    it(`I17 begins the programme with ${JSON.stringify(lines)}`, () => {
      const json = jsonOf(`Rencontre des relais\n${lines}\n\n${agenda}`);
      const [hour = 0, minute = 0] = start.split(':').map(Number);
      const at = (after: number): string => {
        const all = hour * 60 + minute + after;
        return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
      };
      expect([json.title, json.start, json.end]).toEqual(['Rencontre des relais', start, end ?? at(60)]);
      expect(json.slots.map((slot) => [slot.title, slot.start, slot.minutes])).toEqual([
        ['Accueil des équipes', at(0), 10],
        ['Débat', at(10), 20],
        ['Bilan', at(30), 30],
      ]);
    });
  }
  it('I17 leaves an hour that says what happens in its slot', () => {
    const json = jsonOf(
      'Réunion des relais\nAccueil à partir de 13h45\n14h : Début des échanges\n15h Fin de la réunion',
    );
    expect(json.slots.map((slot) => [slot.title, slot.start, slot.minutes])).toEqual([
      ['Accueil', '13:45', 15],
      ['Début des échanges', '14:00', 60],
    ]);
    expect(json.end).toBe('15:00');
  });
  it('I17 takes the end declared after the agenda', () => {
    const json = jsonOf('Réunion des relais\nDébut : 14h\nAccueil (10 min)\nDébat (20 min)\n\nFin : 16h');
    expect([json.slots.length, json.start, json.end]).toEqual([2, '14:00', '16:00']);
  });
});

describe('fractions of hours', () => {
  const lengths: [string, number | [number, number]][] = [
    ['1/4 h', 15],
    ['1/2 h', 30],
    ['3/4 h', 45],
    ['1/4h', 15],
    ['¼ h', 15],
    ['½ h', 30],
    ['½h', 30],
    ['¾ h', 45],
    ['½ heure', 30],
    ['1/4 heure', 15],
    ['1/4 hour', 15],
    ['1/4 d’heure', 15],
    ['½ hour', 30],
    ['3/4 of an hour', 45],
    ['1 h 1/2', 90],
    ['1h1/2', 90],
    ['1h½', 90],
    ['1 h ½', 90],
    ['1 h 1/4', 75],
    ['2 h 3/4', 165],
    ['1½ h', 90],
    ['1 1/2 h', 90],
    ['1 ½ hours', 90],
    ['2 1/4 hours', 135],
    ['1 heure 1/2', 90],
    ['une heure et quart', 75],
    ['une heure trente', 90],
    ['2 heures et demie', 150],
    ["5 à 10'", [5, 10]],
    ['5 à 10 mn', [5, 10]],
    ["5' à 10'", [5, 10]],
  ];
  for (const [text, minutes] of lengths) {
    it(`I3 reads ${text} everywhere in a line`, () => {
      expect(readDurations(text)[0]?.minutes).toEqual(minutes);
      for (const line of [
        `Bilan (${text})`,
        `Bilan – ${text}`,
        `${text} : Bilan`,
        `Bilan, 2 idées par groupe (${text})`,
      ]) {
        const json = jsonOf(`Réunion des relais\nDébut : 14h\nAccueil (10 min)\n${line}`);
        expect(json.slots[1], line).toMatchObject({ title: 'Bilan', start: '14:10', minutes });
        expect(json.slots, line).toHaveLength(2);
      }
    });
  }
});

describe('hours of a line', () => {
  const lines: readonly string[] = [
    '14 h : Accueil',
    '14h-14h10 Accueil',
    '14h–14h10 : Accueil',
    '14:00 → 14:10 Accueil',
    '14:00 > 14:10 Accueil',
    '14h00 à 14h10 | Accueil',
    'De 14 h à 14 h 10 : Accueil',
    'de 14h à 14h10, Accueil',
    'Entre 14h et 14h10 : Accueil',
    'Between 2 pm and 2.10 pm: Accueil',
    'From 2:00 to 2:10 pm – Accueil',
    '14.00–14.10 Accueil',
    '14.00 - 14.10 : Accueil',
    '14H00-14H10 - Accueil',
    '[14h00 - 14h10] Accueil',
    '(14h-14h10) Accueil',
    '14h/14h10 Accueil',
    '14h00 Accueil (10 mn)',
    'Accueil 14h-14h10',
    'Accueil à partir de 14h',
    'Accueil dès 14h',
  ];
  for (const line of lines) {
    it(`I2 reads ${line}`, () => {
      const json = jsonOf(`Réunion des relais\n\n${line}\n14h10 : Débat (20 min)\n14h30 – 14h40 Vote`);
      expect(json.slots.map((slot) => [slot.title, slot.start, slot.minutes])).toEqual([
        ['Accueil', '14:00', 10],
        ['Débat', '14:10', 20],
        ['Vote', '14:30', 10],
      ]);
    });
  }
});

describe('people of a list', () => {
  const lists: [string, string[]][] = [
    ['Jane Doe (Energy4All), Amir Khan (City of Leeds)', ['Jane Doe', 'Amir Khan']],
    ['Jane Doe (Energy4All); Amir Khan (City of Leeds)', ['Jane Doe', 'Amir Khan']],
    ['Jane Doe (Energy4All) and Amir Khan (City of Leeds)', ['Jane Doe', 'Amir Khan']],
    ['Jane Doe (Energy4All) & Amir Khan (City of Leeds)', ['Jane Doe', 'Amir Khan']],
    ['Jane Doe (Energy4All) / Amir Khan (City of Leeds)', ['Jane Doe', 'Amir Khan']],
    ['Léa Morin (Biocoop) et Karim Benali (AMAP du Nord)', ['Léa Morin', 'Karim Benali']],
    ['Léa Morin (Biocoop), Karim Benali (AMAP) et Zoé Petit (Amorce)', ['Léa Morin', 'Karim Benali', 'Zoé Petit']],
    ['Jane Doe (Food Bank, Grand Lyon), Amir Khan (Sun and Wind)', ['Jane Doe', 'Amir Khan']],
    ['Jane Doe – Energy4All, Amir Khan – City of Leeds', ['Jane Doe', 'Amir Khan']],
    [
      "Sean O'Brien (Mind), Aïcha N'Diaye (Emmaüs), Ann McDonald (Scope)",
      ["Sean O'Brien", "Aïcha N'Diaye", 'Ann McDonald'],
    ],
    ['Maria Lopez, Food Bank', ['Maria Lopez']],
    ['Maria Lopez, Food Bank (Leeds)', ['Maria Lopez']],
    ['Jane Doe, Energy4All ; Amir Khan, City of Leeds', ['Jane Doe', 'Amir Khan']],
  ];
  for (const [text, names] of lists) {
    it(`I18 finds everybody in ${text}`, () => {
      expect(peopleOf(text, true)).toEqual(names);
      for (const below of [`   ${text}`, `- ${text}`, text]) {
        const json = jsonOf(`Rencontre\nDébut : 14h\nÉclairages (10 min)\n${below}\nDébat (20 min)`);
        expect(json.slots[0]?.speakers, below).toEqual(names);
        expect(json.slots[0]?.notes, below).toEqual([text]);
      }
    });
  }
});

describe('people without a name', () => {
  it('I18 knows a number or a role of several from a name', () => {
    for (const text of [
      '4 animateurs',
      'rapporteurs',
      'rapporteurs, puis tous',
      '4 animateurs, 4 rapporteurs',
      'les rapporteurs',
      'Les animateurs de table',
      'quatre animatrices',
      'un rapporteur par groupe',
      '5 facilitators',
      'Table hosts',
      'the rapporteurs',
      'one rapporteur per group',
      'animateurs et rapporteurs',
      '2 bénévoles',
      'des volontaires',
    ])
      expect(isUnnamed(text), text).toBe(true);
    for (const text of [
      'Marie',
      'Le président',
      'Réseau des animateurs',
      'Ville de Lille',
      'Équipe Alpha',
      'Nadia Ben Salah',
      'Animateurs sans frontières',
      'Fonds des bénévoles',
    ])
      expect(isUnnamed(text), text).toBe(false);
  });
  it('I18 keeps a number of unnamed people as a note, in tables and in lines', () => {
    for (const column of ['Intervenant', 'Animation', 'Qui']) {
      const { slots } = jsonOf(
        `Relais\n\n| Heure | Séquence | ${column} |\n|-|-|-|\n| 9h | Accueil | Ana Roux |\n| 9h10 | Travail en 4 groupes | 4 animateurs |\n| 9h40 | Restitution | ${column === 'Animation' ? 'un rapporteur par groupe' : 'rapporteurs'} |`,
      );
      expect(slots.map((slot) => slot.lead ?? slot.animators)).toEqual([
        column === 'Animation' ? 'Ana Roux' : undefined,
        undefined,
        undefined,
      ]);
      expect(slots.map((slot) => slot.notes)).toEqual([
        undefined,
        ['4 animateurs'],
        [column === 'Animation' ? 'un rapporteur par groupe' : 'rapporteurs'],
      ]);
    }
    const { slots } = jsonOf(
      'Relais\nTravail en groupes, animés par 4 bénévoles (30 min)\n- Animation : 4 animateurs\nBilan (10 min)\nAnimé par un rapporteur par groupe',
    );
    expect(slots.map((slot) => slot.lead ?? slot.animators)).toEqual([undefined, undefined]);
    expect(slots[0]?.prompts).toBeUndefined();
    expect(JSON.stringify(slots)).toMatch(/4 bénévoles.*4 animateurs.*un rapporteur par groupe/);
  });
});

describe('words of a line', () => {
  const slotOf = (line: string): ProgrammeJson['slots'][number] | undefined =>
    jsonOf(`Réunion des relais\nDébut : 14h\nAccueil (10 min)\n${line}`).slots[1];
  it('I8 keeps what a bracket says besides its length', () => {
    expect(slotOf('Bilan (partie commune, 10 min)')).toMatchObject({
      title: 'Bilan',
      minutes: 10,
      notes: ['(partie commune)'],
    });
    expect(slotOf('Bilan (10 min, en cercle)')).toMatchObject({ title: 'Bilan', minutes: 10, notes: ['(en cercle)'] });
    expect(slotOf('Bilan (durée : 10 min)')).toEqual({ title: 'Bilan', kind: 'talk', start: '14:10', minutes: 10 });
    expect(slotOf('Retour des tables (5 tables x 5 min)')).toMatchObject({ title: 'Retour des tables', minutes: 25 });
  });
  it('I5 takes no length of one person for that of the slot', () => {
    const { slots } = jsonOf('Réunion\n14h Tour de table (chacun 2 minutes)\n14h20 Débat\n15h Fin');
    expect(slots.map((slot) => slot.minutes)).toEqual([20, 40]);
  });
  it('I1 keeps the preposition that opens a title, and drops the one that follows a length', () => {
    expect(slotOf('Pour finir : un mot chacun (5 min)')?.title).toBe('Pour finir : un mot chacun');
    expect(slotOf('20 min pour débattre')?.title).toBe('Débattre');
  });
  it('I6 knows people in twos and threes, what they bring back and what they still ask', () => {
    const { slots } = jsonOf(
      'Staff meeting\nStart: 3pm\nIn threes: what worries you? (1/4 hr)\nBack together – 10 mins – one key point each\nAny questions (10 mins)\nSous-groupes (x4) – 20 mins',
    );
    expect(slots.map((slot) => [slot.kind, slot.keyIdeasPerGroup ?? slot.groups])).toEqual([
      ['breakout', undefined],
      ['restitution', 1],
      ['qa', undefined],
      ['breakout', 4],
    ]);
  });
  it('I18 finds who hosts each group beside its subject', () => {
    const { slots } = jsonOf(
      'Réunion\n14h Ateliers en groupes\n- Groupe 1 : collecte – animé par Paul Vasseur\n- Groupe 2 : transport (Mary McKay)\n- Groupe 3 : accueil (salle B)\n15h Fin',
    );
    expect(slots[0]).toMatchObject({
      animators: ['Paul Vasseur', 'Mary McKay'],
      prompts: ['Groupe 1 : collecte', 'Groupe 2 : transport', 'Groupe 3 : accueil (salle B)'],
    });
  });
});

describe('a short programme', () => {
  it('I1 reads a numbered afternoon with a declared start, a fraction of an hour and a range', () => {
    const json = jsonOf(
      "Community Energy Day\nDate: 14 October 2026\nStart 1:30 pm\n\n1) Welcome and framing (10')\n2) Lightning talks – 3 x 5 min\n   Jane Doe (Energy4All), Amir Khan (City of Leeds)\n3) Breakout rooms (25 min), 5 groups\n   - What would you bring back home?\n   - What is stopping us?\n4) Report back, 2 key ideas per group (1/4 h)\n5) Tea break 2:45 pm – 3 pm\n6) Open Q&A (20 minutes)",
    );
    expect(json).toMatchObject({ title: 'Community Energy Day', date: '2026-10-14', start: '13:30', end: '15:20' });
    expect(json.slots.map((slot) => [slot.title, slot.kind, slot.start, slot.minutes])).toEqual([
      ['Welcome and framing', 'talk', '13:30', 10],
      ['Lightning talks', 'talk', '13:40', 15],
      ['Breakout rooms', 'breakout', '13:55', 25],
      ['Report back', 'restitution', '14:20', 15],
      ['Tea break', 'break', '14:45', 15],
      ['Open Q&A', 'qa', '15:00', 20],
    ]);
    expect(json.slots[1]?.speakers).toEqual(['Jane Doe', 'Amir Khan']);
    expect(json.slots[2]).toMatchObject({
      groups: 5,
      prompts: ['What would you bring back home?', 'What is stopping us?'],
    });
    expect(json.slots[3]?.keyIdeasPerGroup).toBe(2);
    expect(json.conflicts).toEqual([]);
  });
});
