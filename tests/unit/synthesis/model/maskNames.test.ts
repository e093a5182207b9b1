import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameMask } from '../../../../shared/synthesis/model/maskNames.ts';
import { anyText } from '../answers.ts';

const people = ['Marie Dupont', 'Jean-Pierre Le Goff', 'Zoé Al', 'Bo Li', 'Claire', '田中 太郎', 'Anne de La Tour'];
const masked = (text: string): string => createNameMask(people, [text]).mask(text).text;

describe('names', () => {
  it.each([
    ['Merci à Marie Dupont pour l’accueil', 'Merci à [P1] pour l’accueil'],
    ['marie et DUPONT', '[P1] et [P2]'],
    ['Marie propose, comme marie', '[P1] propose, comme [P1]'],
    ['Jean Pierre, jean-pierre, Goff', '[P1] [P2], [P1]-[P2], [P3]'],
    ['L’idée de zoe', 'L’idée de [P1]'],
    ['Bo Li et Li parlent, li aussi', '[P1] et [P2] parlent, li aussi'],
    ['田中さんの意見', '[P1]さんの意見'],
    ['Anne de la Tour de France', '[P1] de France'],
    ['éclaire la Pierreuse', 'éclaire la Pierreuse'],
    ['écrire à m.dupont@exemple.fr ou au 06 12 34 56 78', 'écrire à [P1] ou au [P2]'],
  ])('M3 are replaced wherever they stand: %s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it('M3 a text that looks like a placeholder stays a text', () => {
    const text = 'La case [P1] est pour Marie';
    const mask = createNameMask(people, [text]);
    const { text: sent } = mask.mask(text);
    expect(sent).toBe('La case [P1] est pour [PP1]');
    expect(mask.restore(sent)).toBe(text);
    expect(mask.placeholdersIn(sent)).toEqual(['[PP1]']);
  });

  it('M3 no name is left in any text, and every name comes back', () => {
    const pieces = fc.oneof(anyText, fc.constantFrom(...people, 'marie', 'GOFF', 'Zoe', ' ', '-', '[P1]'));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        const text = parts.join(' ');
        const mask = createNameMask(people, [text]);
        const sent = mask.mask(text);
        const words = sent.text
          .toLowerCase()
          .normalize('NFD')
          .replace(/\p{M}/gu, '')
          .split(/[^\p{L}\p{N}]+/u);
        for (const name of ['marie', 'dupont', 'goff', 'zoe', 'claire', 'tour']) expect(words).not.toContain(name);
        expect(sent.text).not.toContain('田中');
        expect(sent.starts).toHaveLength(sent.text.length);
        let rebuilt = '';
        for (let place = 0; place < sent.text.length; place++) {
          const [start = 0, end = 0] = [sent.starts[place], sent.ends[place]];
          if (start !== sent.starts[place - 1]) rebuilt += text.slice(start, end);
        }
        expect(rebuilt).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
