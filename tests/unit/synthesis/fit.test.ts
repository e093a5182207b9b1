import { describe, expect, it } from 'vitest';
import { fitOf } from '../../../shared/synthesis/fit.ts';

const points = ['Le vélo coûte moins que la voiture', 'Le vélo pollue moins que la voiture'];
const answers = [
  'Une voiture coûte cher, le vélo presque rien',
  'Acheter une voiture coûte une fortune en essence',
  'L’essence vide le porte-monnaie',
  'Une voiture pollue, un vélo ne pollue pas',
  'Les gaz de la voiture polluent toute la ville',
  'Les gaz irritent les poumons',
];
const rowsOf = (belonging: 'one' | 'any') =>
  fitOf({ texts: points, others: answers, question: 'Pourquoi le vélo ?', language: 'fr', belonging });

/** Which point is nearest to each answer. */
const nearest = (rows: readonly Float64Array[]): readonly number[] =>
  answers.map((_, answer) => ((rows[1]?.[answer] ?? 0) > (rows[0]?.[answer] ?? 0) ? 1 : 0));

describe('fit', () => {
  it('Y13 finds the key point of an answer that shares words only with its other answers', () => {
    expect(nearest(rowsOf('one'))).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('Y13 an answer speaks for one key point at most: those of another pull nobody to this one', () => {
    const [one, any] = [rowsOf('one'), rowsOf('any')];
    const margin = (rows: readonly Float64Array[], answer: number): number =>
      ((rows[1]?.[answer] ?? 0) - (rows[0]?.[answer] ?? 0)) / (rows[1]?.[answer] ?? 1);
    expect(margin(one, 5)).toBeGreaterThan(margin(any, 5));
    expect(margin(one, 5)).toBeCloseTo(1, 1);
  });

  it('Y13 nothing in common is nothing', () => {
    const rows = fitOf({ texts: ['Zèbre'], others: ['Lampe'], question: '', language: 'fr', belonging: 'one' });
    expect(rows).toEqual([new Float64Array([0])]);
  });
});
