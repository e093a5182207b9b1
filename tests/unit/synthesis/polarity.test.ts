import { describe, expect, it } from 'vitest';
import { createReader } from '../../../shared/synthesis/reading.ts';
import { suggestKeyIdeas } from '../../../shared/synthesis/suggestKeyIdeas.ts';
import { synthesize } from '../../../shared/synthesis/synthesize.ts';
import { opposes } from '../../../shared/synthesis/twins.ts';
import { fortyAnswers } from '../../doubles/fortyAnswers.ts';

const opposites = [
  ['fr', 'Pour la fusion des deux associations', 'Contre la fusion des deux associations'],
  ['fr', 'Pour la fusion : on gagnera du temps', 'Contre la fusion, elle coûte trop cher'],
  ['fr', 'Il faut fusionner les deux associations', 'Non à la fusion'],
  ['fr', 'Il faut augmenter les cotisations des membres', 'Il ne faut pas augmenter les cotisations des membres'],
  ['fr', 'Augmenter les impôts', 'Baisser les impôts'],
  ['fr', 'Plus de réunions en visio', 'Moins de réunions en visio'],
  ['fr', 'Garder la maison de quartier ouverte', 'Fermer la maison de quartier'],
  ['fr', 'Je suis pour la gratuité des transports', 'Je suis opposée à la gratuité des transports'],
  ['fr', 'Autoriser les voitures au centre-ville', 'Interdire les voitures au centre-ville'],
  ['fr', 'Je veux des réunions le soir', 'Je ne veux plus de réunions le soir'],
  ['fr', 'Les élus nous écoutent', 'Les élus ne nous écoutent jamais'],
  ['fr', 'C’est utile de se former', 'C’est inutile de se former'],
  ['fr', "C'est une bonne idée ce fonds commun", "C'est une mauvaise idée ce fonds commun"],
  ['fr', 'Avec des subventions publiques', 'Sans subventions publiques'],
  ['fr', 'Les jeunes viennent aux réunions', 'Aucun jeune ne vient aux réunions'],
  ['fr', 'Facile à mettre en œuvre', 'Difficile à mettre en œuvre'],
  ['fr', 'Accepter la proposition du département', 'Refuser la proposition du département'],
  ['en', 'We should merge the two associations', 'We should not merge the two associations'],
  ['en', 'For the merger', 'Against the merger'],
  ['en', 'Increase the membership fees', 'Reduce the membership fees'],
  ['en', 'More meetings online', 'Fewer meetings online'],
  ['en', 'The board listens to us', "The board doesn't listen to us"],
  ['en', 'The board listens to us', 'The board doesn’t listen to us'],
  ['en', 'Allow cars in the centre', 'Ban cars in the centre'],
  ['en', 'Keep the community centre open', 'Close the community centre'],
  ['en', 'We support free transport', 'We oppose free transport'],
  ['en', 'I agree with the common fund', 'I disagree with the common fund'],
  ['en', 'Meetings should always be in the evening', 'Meetings should never be in the evening'],
] as const;

const alike = [
  ['fr', 'Il ne faut pas interdire les voitures', 'Il faut autoriser les voitures'],
  ['fr', 'Mutualiser les achats', 'Mutualiser les achats sans attendre'],
  ['fr', 'Former non seulement les élus mais les salariés', 'Former les élus et les salariés'],
  ['fr', 'Planter des arbres', 'Ne pas fermer la cantine'],
  ['en', 'We should not ban cars in town', 'Cars should be allowed in town'],
  ['en', 'Plant more trees', 'Do not close the canteen'],
] as const;

const read = createReader();
const isOpposed = (language: 'fr' | 'en', one: string, other: string): boolean =>
  opposes(read(one, language), [{ text: other, reading: read(other, language) }]);

describe('opposites', () => {
  it.each(opposites)('Y6 (%s) %s | %s', (language, one, other) => {
    expect([isOpposed(language, one, other), isOpposed(language, other, one)]).toEqual([true, true]);
    for (const texts of [
      [one, one, other, other, one],
      [other, one, one, other, 'Le café était bon', 'Merci pour tout'],
    ]) {
      const answers = texts.map((text, index) => ({ id: `a${index}`, text }));
      const { ideas, uncovered } = suggestKeyIdeas({ answers, ideas: 2, language });
      const sides = (ids: readonly string[]) =>
        new Set(ids.map((id) => texts[Number(id.slice(1))]).filter((text) => text === one || text === other));
      for (const idea of ideas) {
        expect(sides(idea.answers).size).toBeLessThanOrEqual(1);
        if (sides(idea.answers).size === 1) {
          const told = [...sides(idea.opposed)];
          expect(told.filter((text) => sides(idea.answers).has(text ?? ''))).toEqual([]);
          expect(told).toHaveLength(1);
        }
      }
      expect([...ideas.flatMap((idea) => idea.answers), ...uncovered].sort()).toEqual(answers.map(({ id }) => id));
    }
  });

  it.each(alike)(
    'Y6 what says the same in other words, or something else, is not opposed (%s): %s | %s',
    (language, one, other) => {
      expect([isOpposed(language, one, other), isOpposed(language, other, one)]).toEqual([false, false]);
    },
  );

  it('Y6 whoever is openly against it is told beside the idea, whatever their words', () => {
    const { ideas } = suggestKeyIdeas({
      answers: fortyAnswers.map((text, index) => ({ id: `a${index}`, text })),
      ideas: 2,
    });
    const against = `a${fortyAnswers.findIndex((text) => text.startsWith('Contre la mutualisation'))}`;
    const [pooling, ...others] = ideas.filter(({ text }) => text.startsWith('Mutualiser'));
    expect(pooling?.opposed).toEqual([against]);
    for (const idea of ideas) expect(idea.answers).not.toContain(against);
    expect(others).toEqual([]);
  });

  it('Y9 a theme is not named by what one of its answers denies', () => {
    const { themes } = synthesize({
      answers: fortyAnswers.map((text, index) => ({ id: `a${index}`, text })),
      ideas: 2,
    });
    expect(themes.map(({ label }) => label)).toContain('Appels à projets');
    for (const { label, answers } of themes)
      if (answers.length > 1) expect(label).not.toMatch(/\b(?:aucun|pas|ne)\b/iu);
  });

  it('Y6 a citation where a word turns the sense is told to be read again', () => {
    const texts = [
      'Mutualiser les achats de matériel entre associations',
      'Les achats de matériel : mutualiser entre associations voisines du territoire',
      'Mutualiser les achats entre associations',
      'Sans budget commun, impossible pour les petites structures de mutualiser des achats de matériel sportif',
      'Le café était bon',
    ];
    const { ideas } = suggestKeyIdeas({
      answers: texts.map((text, index) => ({ id: `a${index}`, text })),
      ideas: 1,
      language: 'fr',
    });
    expect(ideas[0]?.citations).toContain('a3');
    expect(ideas[0]?.doubtful).toEqual(['a3']);
  });
});
