import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synthesize } from '../../../shared/synthesis/synthesize.ts';
import { anyText, group } from './answers.ts';

const labelsOf = (texts: readonly string[], question = '') =>
  synthesize({ answers: group(texts), ideas: 2, language: 'fr', question })
    .themes.filter(({ answers }) => answers.length > 1)
    .map(({ label }) => label);

describe('names of themes', () => {
  it('Y9 are a phrase that somebody wrote, of the words that most have', () => {
    const texts = [
      'Créer un fonds commun alimenté par les entreprises',
      'Un fonds commun de tout le territoire',
      "L'idée du fonds commun",
      'Planter des arbres',
      'Chanter',
    ];
    expect(labelsOf(texts)).toEqual(['Fonds commun']);
  });

  it('Y9 do not cut off what denies, nor go over punctuation, nor start with a number', () => {
    const denied = [
      'Ne pas fermer la cantine',
      'La cantine, ne pas la fermer',
      'Surtout pas fermer la cantine du foyer',
    ];
    for (const label of labelsOf([...denied, 'Planter des arbres', 'Chanter'])) expect(label).not.toMatch(/^fermer/iu);
    expect(labelsOf(['1 arbre planté', '1 arbre abattu', 'Chanter'])).not.toContainEqual(expect.stringMatching(/^\d/u));
  });

  it('Y9 begin with a capital, unless that would be another letter', () => {
    for (const [said, label] of [
      ['élan', 'Élan'],
      ['ϐ一', 'ϐ一'],
      ['ßa', 'ßa'],
    ] as const)
      expect(labelsOf([said, `${said} encore`])).toEqual([label]);
  });

  it('Y9 are words of one of the answers, 48 characters at most, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 14 }), (texts) => {
        const answers = group([...texts, ...texts.map((text) => `${text} encore`)]);
        for (const { label, answers: ids } of synthesize({ answers, ideas: 2 }).themes) {
          expect(label.length).toBeLessThanOrEqual(48);
          const theirs = answers.filter(({ id }) => ids.includes(id));
          if (theirs.every(({ text }) => text.isWellFormed())) expect(label.isWellFormed()).toBe(true);
          const said = theirs.map(({ text }) => plain(text));
          expect(said.some((text) => text.includes(plain(label.replace(/…$/u, ''))))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const plain = (text: string): string => text.replace(/\s+/gu, ' ').toLocaleLowerCase('fr').trim();
