import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Synthesis, synthesize } from '../../../shared/synthesis/synthesize.ts';
import { anyText, group, shuffledBy, together, workshop } from './answers.ts';

/** In two languages, and in words that are of both. */
const said = fc.oneof(
  fc.constantFrom(
    ...workshop,
    'The network should share its purchases',
    'A common fund',
    'Communication',
    'Plan, action',
  ),
  anyText,
);

const themesOf = ({ themes }: Synthesis) => themes.map(({ answers }) => answers);

describe('synthesize', () => {
  it('Y9 gathers the answers of a group in themes named by its words', () => {
    const { themes } = synthesize({ answers: group(workshop), ideas: 2 });
    expect(themes.map(({ answers }) => answers)).toEqual([
      ['answer-000', 'answer-001', 'answer-002'],
      ['answer-003', 'answer-004', 'answer-005'],
      ['answer-006'],
      ['answer-007'],
      ['answer-008'],
    ]);
    expect(themes[0]?.label).toBe('Mutualiser les achats entre associations');
    expect(themes[1]?.label).toMatch(/fonds/iu);
    expect(themes[2]?.label).toBe('Le café était bon');
  });

  it('Y9 answers without a word are alike only when they are the same', () => {
    const texts = ['👍', '👎', '👍 ', 'https://exemple.fr/un', 'https://exemple.fr/deux', '…', '\u200b', '❤️', '❤'];
    const { themes, ideas } = synthesize({ answers: group(texts), ideas: 2 });
    const gathered = themes.map(({ answers }) => answers.map((id) => texts[Number(id.slice(-3))]));
    expect(gathered.filter((each) => each.length > 1)).toEqual([
      ['👍', '👍 '],
      ['❤️', '❤'],
    ]);
    expect(gathered.flat()).toHaveLength(texts.length);
    expect(ideas).toEqual([]);
  });

  it('Y1 Y2 Y9 holds for any texts in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyText, fc.nat(3)), { maxLength: 25 }),
        fc.integer({ min: 0, max: 4 }),
        fc.infiniteStream(fc.nat()),
        (drawn, ideas, order) => {
          const answers = drawn.map(([text, supports], index) => ({ id: `answer-${index}`, text, supports }));
          const found = synthesize({ answers, ideas });
          const ids = answers.map(({ id }) => id).sort();
          expect(found.themes.flatMap((theme) => theme.answers).sort()).toEqual(ids);
          expect([...found.ideas.flatMap((idea) => idea.answers), ...found.uncovered].sort()).toEqual(ids);
          for (const idea of found.ideas) {
            const main = answers.find(({ id }) => id === idea.citations[0]);
            expect(main).toBeDefined();
            expect(idea.citations.length).toBeGreaterThanOrEqual(1);
            expect(idea.coverage).toBeCloseTo(idea.answers.length / answers.length, 3);
            const quoted = idea.text.replace(/…$/u, '').replace(/\s+/gu, ' ');
            expect(main?.text.replace(/\s+/gu, ' ')).toContain(quoted);
          }
          for (const theme of found.themes) expect(theme.label.length).toBeLessThanOrEqual(150);
          expect(synthesize({ answers: shuffledBy(answers, order), ideas })).toEqual(found);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('Y11 the same answer again changes counts, never the themes', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 20 }), fc.nat(), (texts, at) => {
        const answers = group(texts);
        const again = { ...(answers[at % answers.length] ?? { text: '', supports: 0 }), id: 'answer-999' };
        const [before, after] = [answers, [...answers, again]].map((list) => synthesize({ answers: list, ideas: 2 }));
        const rest = (themes: readonly (readonly string[])[] | undefined) =>
          themes
            ?.map((ids) => ids.filter((id) => id !== again.id))
            .sort((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1));
        expect(rest(after === undefined ? undefined : themesOf(after))).toEqual(
          rest(before === undefined ? undefined : themesOf(before)),
        );
      }),
    );
  });

  it('Y4 Y11 the same text counts twice only from two people', () => {
    const texts = [
      'Réparer les vélos',
      'Réparer les vélos !',
      'Planter des arbres',
      'Ouvrir une cantine',
      'Chanter le soir',
    ];
    const people = (persons: readonly string[]) =>
      synthesize({
        answers: group(texts).map((answer, index) => ({ ...answer, person: persons[index] ?? '' })),
        ideas: 1,
        language: 'fr',
      }).ideas[0]?.people;
    expect(people(['a', 'b', 'c', 'd', 'e'])).toBe(2);
    expect(people(['a', 'a', 'c', 'd', 'e'])).toBe(1);
  });

  it('Y3 an assent supports the nearest idea, and a side alone is none', () => {
    const texts = [
      ...workshop.slice(0, 6),
      '+1 pour les achats',
      'oui pour le fonds',
      'Contre.',
      'Non',
      'Pas d’accord',
    ];
    const { ideas, uncovered } = synthesize({ answers: group(texts), ideas: 2, language: 'fr' });
    const purchases = ideas.find((idea) => /achat/iu.test(idea.text));
    const fund = ideas.find((idea) => /fonds/iu.test(idea.text));
    expect(purchases?.answers).toContain('answer-006');
    expect(fund?.answers).toContain('answer-007');
    expect(uncovered).toEqual(['answer-008', 'answer-009', 'answer-010']);
    expect(synthesize({ answers: group(['Contre', 'Non', 'non !', 'Pour']), ideas: 2 }).ideas).toEqual([]);
  });

  it('Y8 reads French and English answers of one group each in its language', () => {
    const texts = [
      'Mutualiser les achats entre les associations',
      'Les achats mutualisés entre associations',
      'La mutualisation des achats',
      'We should train the volunteers of the networks',
      'Training for the volunteers',
      'The volunteers need to be trained',
    ];
    const { ideas } = synthesize({ answers: group(texts), ideas: 2 });
    expect(ideas.map((idea) => [...idea.answers].sort())).toEqual(
      expect.arrayContaining([
        ['answer-000', 'answer-001', 'answer-002'],
        ['answer-003', 'answer-004', 'answer-005'],
      ]),
    );
  });

  it('Y10 what people saw together stays together, and one more answer moves few from scratch', () => {
    let moved = 0;
    let placed = 0;
    for (let size = 10; size <= 40; size += 3) {
      const answers = group(together(size + 1));
      const before = synthesize({ answers: answers.slice(0, size), ideas: 2 });
      const scratch = synthesize({ answers, ideas: 2 });
      const grown = synthesize({ answers, ideas: 2, seen: before.themes });
      for (const theme of before.themes) {
        expect(grown.themes.filter(({ answers: ids }) => theme.answers.some((id) => ids.includes(id)))).toHaveLength(1);
        const shares = scratch.themes.map(({ answers: ids }) => theme.answers.filter((id) => ids.includes(id)).length);
        moved += theme.answers.length - Math.max(...shares);
        placed += theme.answers.length;
      }
    }
    expect(moved / placed).toBeLessThan(0.05);
  });
});
