import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotation } from '../../../../shared/synthesis/model/quotation.ts';
import { traceLetters } from '../../../../shared/synthesis/model/traced.ts';
import { anyText } from '../answers.ts';

const found = (answer: string, quotation: string): string | undefined => {
  const stretch = findQuotation(
    traceLetters(answer, (letter) => letter),
    quotation,
  );
  return stretch === undefined ? undefined : answer.slice(stretch.start, stretch.end);
};

describe('quotations', () => {
  it.each([
    ['plain words', 'Mutualiser les achats entre associations', 'les achats entre associations'],
    ['its own punctuation', 'Il faut un fonds commun, vite.', '« un fonds commun, vite »…'],
    ['white space', 'un fonds\n\n  commun\u00a0local', 'un fonds commun local'],
    ['apostrophes', "alimenter l'achat d’abord", "alimenter l’achat d'abord"],
    ['quotation marks', 'dire « oui » à tout', 'dire "oui" à tout'],
    ['French punctuation', 'On ose\u202f? Oui\u00a0!', 'On ose? Oui!'],
    [
      'accents made of two characters',
      'les idées créées ici'.normalize('NFD'),
      'les idées créées ici'.normalize('NFC'),
    ],
    ['what cannot be seen', 'un fonds\u200b com\u00admun', 'un fonds commun'],
    ['a whole short answer', 'Vélos !', 'Vélos'],
    ['no spaces at all', 'みんなで協力する社会を作りましょう', '協力する社会を作りましょう'],
  ])('M6 is found in the answer: %s', (_what, answer, quotation) => {
    const stretch = found(answer, quotation);
    expect(stretch).toBeDefined();
    expect(answer).toContain(stretch);
  });

  it.each([
    ['another word', 'Mutualiser les achats entre associations', 'les achats entre entreprises'],
    ['a word left out', 'Mutualiser tous les achats ensemble', 'Mutualiser les achats ensemble'],
    ['half a word', 'les associations locales du territoire', 'sociations locales du terri'],
    ['another accent', 'les salariés retraités du site', 'les salaries retraites du site'],
    ['a denial left out', 'il ne faut pas fusionner les deux', 'il faut fusionner les deux'],
    ['too little', 'Créer un fonds de la région', 'de la'],
    ['nothing', 'Créer un fonds', ' … '],
    ['pieces joined', 'Un fonds commun. Alimenté par les entreprises', 'fonds commun alimenté par'],
  ])('M6 is not in the answer: %s', (_what, answer, quotation) => {
    expect(found(answer, quotation)).toBeUndefined();
  });

  it('M6 any stretch of whole words is found, and what is found says the same', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (answer, from, length) => {
        const words = answer.split(/\s+/u);
        const quotation = words.slice(from % words.length, (from % words.length) + 1 + (length % 8)).join(' ');
        const stretch = found(answer, quotation);
        if (stretch === undefined) return;
        const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').normalize('NFC');
        expect(bare(stretch)).toBe(bare(quotation));
      }),
      { numRuns: 300 },
    );
  });
});
