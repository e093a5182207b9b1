import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf, shorten, untied } from '../../../shared/synthesis/sentences.ts';
import { tellLanguage, wordsOf } from '../../../shared/synthesis/words.ts';

describe('reading answers', () => {
  it('Y8 splits sentences at their ends, lines and bullets, not at abbreviations', () => {
    expect(sentencesOf('Oui. Par ex. les achats !\n- les locaux\n2) les outils ; la paie\n---\n')).toEqual([
      'Oui.',
      'Par ex. les achats !',
      'les locaux',
      'les outils ;',
      'la paie',
    ]);
  });

  it('Y8 takes elided articles off, whatever the apostrophe, and forgets links', () => {
    expect(wordsOf("L’écoute d'abord, qu'on s’entende : https://exemple.fr/l'a")).toEqual([
      'écoute',
      'abord',
      'on',
      'entende',
    ]);
  });

  it('Y8 tells French from English by their small words', () => {
    expect(tellLanguage(['Nous reprenons les idées de la matinée'])).toBe('fr');
    expect(tellLanguage(['We take away the ideas of the morning'])).toBe('en');
    expect(tellLanguage(['Coopération'])).toBe('fr');
  });

  it('Y7 takes off what ties a sentence to the one before, and leaves the rest word for word', () => {
    expect(untied('Par contre, baisser la TVA sur le pain')).toBe('baisser la TVA sur le pain');
    expect(untied('Ou réduire les dépenses')).toBe('réduire les dépenses');
    for (const whole of ['Mais non', 'Etre ensemble dans la durée', 'Ouvrir les locaux le soir', 'Organiser tout cela'])
      expect(untied(whole)).toBe(whole);
  });

  it('Y7 a shortened sentence is never longer than asked, nor cut within a character', () => {
    expect(shorten('Mutualiser les achats entre associations', 25)).toBe('Mutualiser les achats…');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 4, max: 40 }), (text, maxChars) => {
        const short = shorten(text, maxChars);
        expect(short.length).toBeLessThanOrEqual(maxChars);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});
