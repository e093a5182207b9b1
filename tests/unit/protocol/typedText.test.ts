import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../shared/core/typedText.ts';

describe('what is kept of a text that a person typed', () => {
  it('N23 nothing turns the direction of what stands beside it, or hides', () => {
    expect(cleanText('\u202enitraM\u202c \u2066a\u2069')).toBe('nitraM a');
    expect(cleanText('pa\u200bssi\u2060on\ufeff \u0085fin')).toBe('passion fin');
    expect(cleanText('une\u2028deux\u2029trois')).toBe('une\ndeux\ntrois');
  });

  it('N23 a text of which nothing can be seen is empty: nobody goes by no name', () => {
    for (const blank of ['\u200b', ' \u00a0\u3000', '\u2800\u3164', '\u200d\u200c', '\u0301\u0302', '\u00ad']) {
      expect(cleanText(blank)).toBe('');
    }
  });

  it('N23 marks do not pile up over the lines above', () => {
    expect(cleanText(`Z${'\u0300'.repeat(40)}oé`)).toBe(`Z${'\u0300'.repeat(6)}oé`);
  });

  it.each([
    'Zoé Ménard',
    'E\u0301lise',
    'محمد',
    'שָׁלוֹם',
    'नमस्ते',
    'ภาษาไทยที่นี่',
    '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️',
    'می‌خواهم',
    'a\tb\n\nc',
    'co\u00adopération',
  ])('N23 %j stays as it is', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('N23 what was cleaned is clean', () => {
    const odd = fc.string({
      unit: fc.constantFrom('\r', '\n', '\u200b', '\u0300', '\u202e', '\ud800', ' ', 'a', '\u2028', '\u2800'),
    });
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});
