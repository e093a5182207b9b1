import { describe, expect, it } from 'vitest';
import { synthesize } from '../../../shared/synthesis/synthesize.ts';
import { fortyAnswers, question } from './fortyAnswers.ts';

const answers = fortyAnswers.map((text, index) => ({ id: String(index + 1), text }));
const textOf = (id: string | undefined) => answers.find((answer) => answer.id === id)?.text ?? '';

describe('forty answers of a group', () => {
  const { themes, ideas, uncovered } = synthesize({ answers, ideas: 2, language: 'fr', question });

  it('Y1 Y4 give two ideas, each a sentence of theirs with people behind it', () => {
    expect(ideas.map(({ text }) => text)).toEqual([
      'Il faut financer l’animation, pas seulement les projets.',
      'Que les financeurs se parlent entre eux et acceptent un dossier unique de demande de subvention',
    ]);
    for (const idea of ideas) {
      expect(idea.weak).toBe(false);
      expect(textOf(idea.citations[0])).toContain(idea.text);
    }
    expect(ideas[0]?.answers).toContain(answers.find(({ text }) => text.startsWith('+1'))?.id);
    expect(ideas[1]?.answers).toContain(answers.find(({ text }) => text.startsWith('Dossier unique'))?.id);
  });

  it('Y9 gather in themes with names that a person would give, and those that are close to none stay visible', () => {
    const labels = themes.filter((theme) => theme.answers.length > 1).map(({ label }) => label);
    expect(labels).toEqual(
      expect.arrayContaining(['Financer l’animation', 'Mutualiser les fonctions', 'Tiers de confiance']),
    );
    for (const alone of ['La mobilité des jeunes en milieu rural', 'Tout à fait d’accord'])
      expect(themes.filter(({ label, answers: ids }) => ids.length === 1 && label === alone)).toHaveLength(1);
    expect(uncovered.map(textOf)).toContain('La mobilité des jeunes en milieu rural');
  });
});
