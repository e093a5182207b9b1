import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frenchTypography } from '../../../shared/agenda/frenchTypography.ts';

describe('French typography of an imported programme', () => {
  it('D7 spaces before and inside punctuation do not break, apostrophes are curly', () => {
    expect(frenchTypography("Qu'est-ce que vous reprenez ? Oui : « non » ; bien !")).toBe(
      'Qu’est-ce que vous reprenez\u202f? Oui\u00a0: «\u00a0non\u00a0»\u202f; bien\u202f!',
    );
  });

  it('D7 addresses, hours and quotes that are no apostrophes stay as they are', () => {
    for (const text of ['https://exemple.org/a?b=1', '14:30–15:10', "5' de pause", "les 'uns'"]) {
      expect(frenchTypography(text)).toBe(text);
    }
  });

  it('D7 nothing but spaces and apostrophes ever changes, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const typeset = frenchTypography(text);
        expect(typeset.replace(/[\u202f\u00a0]/g, ' ').replaceAll('’', "'")).toBe(
          text.replace(/[\u202f\u00a0]/g, ' ').replaceAll('’', "'"),
        );
        expect(frenchTypography(typeset)).toBe(typeset);
      }),
    );
  });
});
