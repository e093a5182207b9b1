import { proposed } from '../../../shared/synthesis/describeIdeas.ts';
import { synthesize } from '../../../shared/synthesis/synthesize.ts';
import type { AnswerView, SynthesisView } from '../../../shared/views/views.ts';
import { fortyAnswers } from '../../doubles/fortyAnswers.ts';
import { breakoutStart } from '../participant/workshopFixture.ts';

const idOf = (index: number): string => `forty-${String(index).padStart(2, '0')}`;

export const forty: Readonly<Record<string, AnswerView>> = Object.fromEntries(
  fortyAnswers.map((text, index) => [
    idOf(index),
    {
      id: idOf(index),
      promptIndex: 0,
      text,
      postedAt: breakoutStart + index * 10_000,
      edited: false,
      supports: (index * 7) % 5,
    },
  ]),
);

const made = synthesize({
  answers: Object.values(forty).map(({ id, text, supports }) => ({ id, text, supports })),
  ideas: 2,
});

/** What the engine really makes of them, with one theme that somebody renamed. */
export const fortySynthesis: SynthesisView = {
  themes: Object.fromEntries(
    made.themes.map(({ label, answers }, index) => {
      const [id = ''] = answers;
      return [id, { id, label: index === 1 ? 'Un fonds commun de territoire' : label, kept: index === 1 }];
    }),
  ),
  themeOf: Object.fromEntries(made.themes.flatMap(({ answers }) => answers.map((id) => [id, answers[0] ?? '']))),
  arrangementId: 'command-0001',
  ideas: made.ideas.map((idea) => ({ ...proposed(idea), people: idea.people })),
  source: 'builtin',
  dropped: [],
};
