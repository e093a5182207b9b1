import { describe, expect, it } from 'vitest';
import { beginningOfLong } from '../../tab/screens/animator/LongText.tsx';

describe('a text among others', () => {
  it('P34 is whole, unless it is so long that the others would be out of sight', () => {
    for (const text of ['', 'Un fonds commun.', 'mot '.repeat(150)]) expect(beginningOfLong(text)).toBeUndefined();
    const beginning = beginningOfLong('Un mot\nde plus '.repeat(200));
    expect(beginning?.length).toBeLessThanOrEqual(400);
    expect(beginning).toMatch(/^Un mot\nde plus Un mot[\s\S]* (?:Un mot|de plus)…$/u);
    expect(beginningOfLong('💡'.repeat(2_000))?.isWellFormed()).toBe(true);
  });
});
