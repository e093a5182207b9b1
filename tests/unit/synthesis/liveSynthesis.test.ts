import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLiveSynthesis } from '../../../shared/synthesis/liveSynthesis.ts';
import { synthesize } from '../../../shared/synthesis/synthesize.ts';
import type { AnswerToGather } from '../../../shared/synthesis/voices.ts';
import { anyText, group, together, workshop } from './answers.ts';

const change = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    at: fc.nat(14),
    text: fc.oneof(fc.constantFrom(...workshop), anyText),
    supports: fc.nat(3),
  }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(14) }),
  fc.record({ kind: fc.constant('advance' as const), steps: fc.integer({ min: 1, max: 40 }) }),
);

describe('live synthesis', () => {
  it('Y2 Y9 Y12 holds every answer, and no other, whatever comes, changes and goes', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 15 }), fc.array(change, { maxLength: 40 }), (texts, changes) => {
        const there = texts.map((text, at) => ({ id: `answer-${at}`, text }));
        const live = createLiveSynthesis({ ideas: 2, answers: there });
        while (!live.advance(100));
        const answers = new Map<string, AnswerToGather>(there.map((answer) => [answer.id, answer]));
        for (const one of changes) {
          if (one.kind === 'advance') live.advance(one.steps);
          else {
            const id = `answer-${one.at}`;
            if (one.kind === 'put') {
              answers.set(id, { id, text: one.text, supports: one.supports });
              live.put({ id, text: one.text, supports: one.supports });
            } else {
              answers.delete(id);
              live.remove(id);
            }
          }
          const { themes, ideas, uncovered } = live.current();
          const ids = [...answers.keys()].sort();
          expect(themes.flatMap((theme) => theme.answers).sort()).toEqual(ids);
          expect([...ideas.flatMap((idea) => idea.answers), ...uncovered].sort()).toEqual(ids);
          for (const idea of ideas) expect(idea.citations.length).toBeGreaterThanOrEqual(1);
        }
        while (!live.advance(100));
        const { ideas, uncovered } = live.current();
        const scratch = synthesize({ answers: [...answers.values()], ideas: 2 });
        expect({ ideas, uncovered }).toEqual({ ideas: scratch.ideas, uncovered: scratch.uncovered });
      }),
      { numRuns: 100 },
    );
  });

  it('Y10 Y12 one more answer joins a theme or stands alone, and moves no other', () => {
    const answers = group(together(60));
    const live = createLiveSynthesis({ ideas: 2 });
    let before = live.current().themes;
    for (const [index, answer] of answers.entries()) {
      live.put(answer);
      const { themes } = live.current();
      const without = themes
        .map((theme) => theme.answers.filter((id) => id !== answer.id))
        .filter((ids) => ids.length > 0);
      expect(without).toEqual(before.map((theme) => theme.answers));
      if (index % 7 === 0) while (!live.advance(50));
      before = live.current().themes;
    }
  });

  it('Y12 the same text joins its like at once, and supports change the order', () => {
    const live = createLiveSynthesis({ ideas: 2, language: 'fr' });
    const answers = group([
      'Planter des arbres en ville',
      'Ouvrir une cantine solidaire',
      'Former les jeunes bénévoles',
    ]);
    for (const answer of answers) live.put(answer);
    while (!live.advance(10));
    live.put({ id: 'answer-009', text: 'ouvrir une cantine solidaire !', supports: 4 });
    const { themes, ideas } = live.current();
    expect(themes.find(({ answers: ids }) => ids.includes('answer-009'))?.answers).toEqual([
      'answer-001',
      'answer-009',
    ]);
    expect(ideas[0]).toMatchObject({ answers: ['answer-001', 'answer-009'], people: 6 });
  });

  it('Y12 the work is cut: more answers are more steps, not longer ones', () => {
    const stepsFor = (count: number): number => {
      const live = createLiveSynthesis({ ideas: 2 });
      for (const answer of group(together(count))) live.put(answer);
      let steps = 1;
      while (!live.advance(1)) steps++;
      return steps;
    };
    expect(stepsFor(200)).toBeGreaterThan(3 * stepsFor(40));
  });
});
