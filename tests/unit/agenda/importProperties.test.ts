import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProgramme } from '../../../shared/agenda/import/readProgramme.ts';

const topics = [
  'Accueil des équipes',
  'Table ronde',
  'Travail en 3 groupes',
  'Déjeuner',
  'Restitution',
  'Sondage express',
  'Keynote',
  'Lunch',
  'Panel debate',
  'Bilan : chiffres marquants',
  '**Regards croisés** sur les territoires',
  'Présentation du diagnostic, animée par Lucie ROBERT',
  'Témoignage – Réseau Horizon – vivre ensemble',
];
const comments = [
  'Amener une photographie',
  'Lucie ROBERT, directrice, Maison Commune',
  'Jane Doe (River Trust)',
  'Question de relance : que retenez-vous ?',
  'Prompt: what surprised you?',
  'animé par la Fondation Horizon',
  'Merci de prévenir avant le 30 juin',
  'Groupe 1 : mobilités',
  'Une phrase plus longue, qui explique en 5 minutes pourquoi nous sommes réunis.',
  '10 ans après, que reste-t-il ?',
  'Matériel : 12 chaises, (dont 3 hautes) & 2 tables',
  'https://exemple.org/page?x=1',
  'a',
  '¿',
  '« Citation »',
];
const bullets = ['- ', '* ', '• ', '– ', '▪ ', '☑ '];
const hour = (form: number, minute: number): string => {
  const [h, m] = [Math.floor(minute / 60), String(minute % 60).padStart(2, '0')];
  return (
    [`${h}h${m}`, `${h} h ${m}`, `${h}:${m}`, `${h}\u00a0h\u00a0${m}`, `${String(h).padStart(2, '0')}:${m}`][
      form % 5
    ] ?? ''
  );
};
interface Plan {
  readonly topic: string;
  readonly minutes: number;
  readonly below: readonly string[];
}
const plan: fc.Arbitrary<Plan> = fc.record({
  topic: fc.constantFrom(...topics),
  minutes: fc.integer({ min: 1, max: 12 }).map((fives) => fives * 5),
  below: fc.array(fc.constantFrom(...comments), { maxLength: 4 }),
});
const plans = fc.array(plan, { minLength: 2, maxLength: 9 });

/** One document from a plan; `style` chooses where hours and lengths stand. */
const write = (
  list: readonly Plan[],
  style: number,
  form = 0,
  bullet = '- ',
  end = '\n',
  date = '7 juillet 2026',
): string => {
  let clock = 9 * 60;
  const lines = ['# Rencontre des voisins', '', `Mardi ${date}`, '', 'Venez nombreux partager vos idées.', ''];
  for (const { topic, minutes, below } of list) {
    const [from, to] = [hour(form, clock), hour(form, clock + minutes)];
    lines.push(
      [
        `${from} – ${to} : ${topic}`,
        `${from} ${topic}`,
        `${from} ${topic} (${minutes} min)`,
        `### ${topic} (${from} – ${to})`,
        `| ${from} | ${topic} | ${minutes} min |`,
      ][style % 5] ?? '',
    );
    if (style % 5 !== 4) for (const comment of below) lines.push(`${bullet}${comment}`);
    clock += minutes;
  }
  lines.push('', 'Merci aux partenaires de la journée.');
  return lines.join(end);
};

const lettersOf = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? []
  ).filter((word) => word !== 'min');
const everything = (text: string): unknown => {
  const result = readProgramme(text);
  return result.ok ? result.value : result.problem.kept;
};

describe('documents made of every notation', () => {
  it('I8 keeps every word somewhere in the result', () => {
    fc.assert(
      fc.property(plans, fc.nat(4), fc.nat(4), fc.constantFrom(...bullets), (list, style, form, bullet) => {
        const text = write(list, style, form, bullet);
        const kept = new Set(lettersOf(JSON.stringify(everything(text))));
        // The day is kept as a date, "animée par" as the lead.
        const said = lettersOf(text).filter(
          (word) => !['mardi', 'juillet', 'par', 'animé', 'animée', 'question', 'relance', 'prompt'].includes(word),
        );
        expect(said.filter((word) => !kept.has(word))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('I8 keeps the words of documents that are no programme', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...comments.filter((comment) => !/\d{1,2} (?:min|juin)/.test(comment))), {
          minLength: 1,
          maxLength: 12,
        }),
        (list) => {
          const kept = new Set(lettersOf(JSON.stringify(everything(list.join('\n')))));
          expect(lettersOf(list.join('\n')).filter((word) => !kept.has(word))).toEqual([]);
        },
      ),
    );
  });

  it('I5 finds the planned hours of every slot in every style', () => {
    fc.assert(
      fc.property(plans, fc.nat(4), fc.nat(4), (list, style, form) => {
        const result = readProgramme(
          write(
            list.map((item) => ({ ...item, below: [] })),
            style,
            form,
          ),
        );
        if (!result.ok) throw new Error(result.problem.code);
        let clock = 540;
        const expected = list.map(({ minutes }) => {
          clock += minutes;
          return clock - minutes;
        });
        expect(result.value.slots.map((slot) => slot.startMinute)).toEqual(expected);
        const lengths = list.map(({ minutes }) => minutes);
        // Hours alone do not say how long the last slot lasts.
        const shown = style % 5 === 1 ? lengths.slice(0, -1) : lengths;
        expect(result.value.slots.map((slot) => slot.minutes).slice(0, shown.length)).toEqual(shown);
      }),
      { numRuns: 300 },
    );
  });

  const slotsOf = (text: string): unknown => {
    const result = readProgramme(text);
    return result.ok ? [result.value.date, result.value.slots] : result.problem;
  };
  it('I9 gives the same slots whatever the line ends, bullets, hours and month names', () => {
    fc.assert(
      fc.property(plans, fc.nat(4), fc.nat(4), fc.constantFrom(...bullets), (list, style, form, bullet) => {
        const plain = slotsOf(write(list, style));
        expect(slotsOf(write(list, style, form))).toEqual(plain);
        expect(slotsOf(write(list, style, 0, bullet))).toEqual(plain);
        expect(slotsOf(write(list, style, 0, '- ', '\r\n'))).toEqual(plain);
        expect(slotsOf(write(list, style, 0, '- ', '\r'))).toEqual(plain);
        expect(slotsOf(`\ufeff${write(list, style)}`)).toEqual(plain);
        expect(slotsOf(write(list, style, 0, '- ', '\n', '7 July 2026'))).toEqual(plain);
        expect(slotsOf(write(list, style, 0, '- ', '\n', '07/07/2026'))).toEqual(plain);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('anything at all', () => {
  it('I10 gives a result or a closed code for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 2_000 }),
          fc.string({ unit: fc.constantFrom(...' \n\t:-–()*#|h0123456789min’[]«»/AéZ=>'), maxLength: 3_000 }),
        ),
        (text) => {
          const result = readProgramme(text);
          if (!result.ok)
            expect([
              'programme_empty',
              'programme_too_large',
              'programme_not_text',
              'programme_without_slot',
            ]).toContain(result.problem.code);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('I10 gives back what was found when no slot is', () => {
    const result = readProgramme('Réunion des voisins\nOn se retrouve bientôt.');
    expect(result).toEqual({
      ok: false,
      problem: { code: 'programme_without_slot', kept: ['Réunion des voisins', 'On se retrouve bientôt.'] },
    });
    expect(readProgramme(' \n\ufeff')).toMatchObject({ ok: false, problem: { code: 'programme_empty' } });
    expect(readProgramme('x'.repeat(1_048_577))).toMatchObject({ ok: false, problem: { code: 'programme_too_large' } });
    expect(readProgramme(`PK\u0003\u0004${'\u0000\u0001\ufffd'.repeat(50)}`)).toMatchObject({
      ok: false,
      problem: { code: 'programme_not_text' },
    });
  });

  const megabyte = (unit: string): string => unit.repeat(Math.floor(1_000_000 / unit.length));
  const hostile = [
    '1',
    '(',
    '([{«',
    ' ',
    'a\n',
    '9h\n',
    '9h30 ',
    '(5 min) ',
    '*',
    '**a',
    '_a ',
    '&amp;',
    '<',
    '<p ',
    '\ud800',
    '\u0000',
    '🕒',
    'אבג\n',
    '|',
    '| 9h | b |\n',
    '9h\tb\tc\n',
    '![',
    '^{',
    'Jean DUPONT, ',
    '- ',
    'a – ',
    '7 juillet 2026 ',
    '=>',
    '1/',
    '« ',
    'e\u0301',
    'T+1 ',
    '3.00 a\n',
    '\\',
    `${'|'.repeat(2_400)}\n`,
    'a -- ',
    '20 min + ',
    '1/4 h ',
    '1 h ½, ',
    'Début : 14h\n',
    'à partir de ',
    'a par b ',
    'A (B), ',
    'Jane Doe (',
    '- Groupe 1 : a (Jane Doe)\n',
    '4 animateurs, ',
    '9h a par b avec c par d avec e par f avec g par h avec i\n',
  ];
  it('I10 reads a megabyte of anything within a second', () => {
    for (const unit of hostile) {
      for (const text of [
        megabyte(unit),
        `9h x\n10h y (5 min)\n${megabyte(`${unit.trim()}${unit.trim()}\n`)}`.slice(0, 1_000_000),
      ]) {
        const before = process.threadCpuUsage();
        readProgramme(text);
        // The processor time of this thread alone: what else the machine does is no part of the rule.
        const { user } = process.threadCpuUsage(before);
        expect(user / 1_000, JSON.stringify(unit)).toBeLessThan(1_000);
      }
    }
  }, 120_000);
});
