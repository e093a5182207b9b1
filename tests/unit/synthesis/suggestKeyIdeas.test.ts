import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestKeyIdeas } from '../../../shared/synthesis/suggestKeyIdeas.ts';
import { anyText, group, shuffledBy, workshop } from './answers.ts';

const mains = (texts: readonly string[], ideas = 2) => {
  const answers = group(texts);
  const found = suggestKeyIdeas({ answers, ideas, language: 'fr' });
  return found.ideas.map((idea) => answers.find((answer) => answer.id === idea.citations[0])?.text);
};

describe('suggestKeyIdeas', () => {
  it('Y1 K4 finds the two themes of a group, each with its answers', () => {
    const { ideas, uncovered } = suggestKeyIdeas({ answers: group(workshop), ideas: 2 });
    const sides = ideas.map((idea) =>
      idea.citations.map((id) => Number(id.slice(-3))).sort((one, other) => one - other),
    );
    expect(sides.sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0))).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(ideas.map((idea) => idea.weak)).toEqual([false, false]);
    expect(uncovered).toEqual(['answer-006', 'answer-007', 'answer-008']);
  });

  it('Y3 assent is never an idea, however often it is said', () => {
    const assent = ['oui', 'Oui !', '+1', "d'accord", '👍👍', 'ok', 'Idem', '???', ''];
    expect(suggestKeyIdeas({ answers: group(assent), ideas: 2 }).ideas).toEqual([]);
    expect(mains([...assent, 'Former les élus'])).toEqual(['Former les élus']);
  });

  it('Y4 support brings an answer forward', () => {
    const texts = [
      'Planter des arbres en ville',
      'Ouvrir une cantine solidaire',
      'Former les jeunes bénévoles',
      'Réparer les vélos usés',
    ];
    const { ideas } = suggestKeyIdeas({ answers: group(texts, { 1: 4, 3: 6 }), ideas: 2 });
    expect(ideas.map((idea) => idea.citations[0])).toEqual(['answer-003', 'answer-001']);
  });

  it('Y4 the same words from several people are several voices', () => {
    const texts = [
      'Réparer les vélos',
      'Réparer les vélos',
      'Réparer les vélos',
      'Planter des arbres',
      'Ouvrir une cantine',
    ];
    const [first] = suggestKeyIdeas({ answers: group(texts), ideas: 1, language: 'fr' }).ideas;
    expect(first).toMatchObject({
      text: 'Réparer les vélos',
      citations: ['answer-000', 'answer-001', 'answer-002'],
      weak: false,
    });
  });

  it('Y5 says when there is too little to stand on', () => {
    const few = suggestKeyIdeas({ answers: group(['Mutualiser les achats', 'Mutualiser des achats']), ideas: 2 });
    expect(few.ideas.length).toBeGreaterThan(0);
    expect(few.ideas.every((idea) => idea.weak)).toBe(true);
    const apart = [
      'Planter des arbres',
      'Ouvrir une cantine',
      'Réparer les vélos',
      'Former les jeunes',
      'Chanter le soir',
    ];
    expect(suggestKeyIdeas({ answers: group(apart), ideas: 2 }).ideas.map((idea) => idea.weak)).toEqual([true, true]);
  });

  it.each([
    ['fr', 'Pour la fusion des deux associations', 'Contre la fusion des deux associations'],
    ['fr', 'Il faut augmenter les cotisations des membres', 'Il ne faut pas augmenter les cotisations des membres'],
    ['en', 'We should merge the two associations', 'We should not merge the two associations'],
  ] as const)('Y6 opposites stand apart (%s): %s', (language, one, other) => {
    const answers = group([one, one, other, other, one]);
    const opposed = new Set(['answer-002', 'answer-003']);
    for (const idea of suggestKeyIdeas({ answers, ideas: 2, language }).ideas) {
      expect(new Set(idea.citations.map((id) => opposed.has(id))).size).toBe(1);
    }
  });

  it('Y7 takes the sentence that says it, and cuts a long one between words', () => {
    const { ideas } = suggestKeyIdeas({
      answers: group([
        'Bonjour à toutes et tous. - Il faut mutualiser les achats entre associations. Merci !',
        'Mutualiser les achats',
        'Les achats mutualisés entre associations',
      ]),
      ideas: 1,
      language: 'fr',
    });
    expect(ideas[0]?.text).not.toMatch(/Bonjour|Merci/u);
    const long = suggestKeyIdeas({ answers: group([`${'coopération territoriale '.repeat(400)}`]), ideas: 1 });
    expect(long.ideas[0]?.text.length).toBeLessThanOrEqual(240);
    expect(long.ideas[0]?.text).toMatch(/(?:coopération|territoriale)…$/u);
  });

  it('Y8 compares words without endings, elisions, accents and case', () => {
    const texts = [
      'L’évaluation partagée des projets',
      "EVALUER ensemble d'autres projets",
      'Chanter',
      'Danser',
      'Nager',
    ];
    const [first] = suggestKeyIdeas({ answers: group(texts), ideas: 1, language: 'fr' }).ideas;
    expect([...(first?.citations ?? [])].sort()).toEqual(['answer-000', 'answer-001']);
  });

  it('Y1 proposes as many ideas as asked, or as the answers hold', () => {
    for (const asked of [0, 1, 2, 3, 5]) expect(mains(workshop.slice(0, 7), asked)).toHaveLength(asked);
    expect(mains(['Mutualiser les achats'], 2)).toEqual(['Mutualiser les achats']);
    expect(suggestKeyIdeas({ answers: [], ideas: 2 })).toEqual({ ideas: [], uncovered: [] });
  });

  it('Y1 Y2 Y8 holds for any texts in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyText, fc.nat(9)), { maxLength: 20 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(undefined, 'fr' as const, 'en' as const),
        fc.infiniteStream(fc.nat()),
        (drawn, ideas, language, order) => {
          const answers = drawn.map(([text, supports], index) => ({ id: `answer-${index}`, text, supports }));
          const choice = language === undefined ? {} : { language };
          const found = suggestKeyIdeas({ answers, ideas, ...choice });
          const behind = found.ideas.flatMap((idea) => idea.answers);
          expect(found.ideas.length).toBeLessThanOrEqual(ideas);
          expect([...behind, ...found.uncovered].sort()).toEqual(answers.map((answer) => answer.id).sort());
          for (const idea of found.ideas) {
            expect(idea.citations.length).toBeLessThanOrEqual(5);
            expect(idea.citations[0]).toBe(idea.answers[0]);
            expect(idea.answers).toEqual(expect.arrayContaining([...idea.citations]));
            expect(idea.text.length).toBeGreaterThan(0);
            expect(idea.text.length).toBeLessThanOrEqual(240);
          }
          expect(suggestKeyIdeas({ answers: shuffledBy(answers, order), ideas, ...choice })).toEqual(found);
        },
      ),
      { numRuns: 150 },
    );
  });
});
