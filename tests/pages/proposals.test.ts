import { describe, expect, it } from 'vitest';
import type { AnswerView, SynthesisView } from '../../shared/views/views.ts';
import {
  isOutdated,
  isTaken,
  leftOut,
  proposalsOf,
  standingProposals,
  toReadAgain,
} from '../../tab/screens/animator/proposals.ts';
import { modelWords } from '../../tab/text/languageModel.ts';
import { workshop } from '../unit/synthesis/answers.ts';

const ids = workshop.map((_, index) => `answer-000${index}`);
const answers: Readonly<Record<string, AnswerView>> = Object.fromEntries(
  ids.map((id, index) => [
    id,
    { id, promptIndex: 0, text: workshop[index] ?? '', postedAt: index, edited: false, supports: 0 },
  ]),
);
const without = (...gone: string[]) => ({
  answers: Object.fromEntries(Object.entries(answers).filter(([id]) => !gone.includes(id))),
});
const synthesis: SynthesisView = {
  themes: {},
  themeOf: Object.fromEntries(ids.map((id) => [id, 'answer-0000'])),
  ideas: [
    {
      text: 'Mutualiser les achats',
      wording: 'theirs',
      citations: ['answer-0000', 'answer-0001'],
      answerIds: ['answer-0000', 'answer-0001', 'answer-0002'],
      people: 3,
      doubtful: [],
      opposed: [],
      weak: false,
    },
  ],
  source: 'model',
  dropped: ['quote_not_found'],
};

describe('proposals on the animator’s page', () => {
  it('M8 are those of the server, with what was left out of the model’s', () => {
    const { ideas, dropped } = proposalsOf(synthesis);
    expect(ideas).toBe(synthesis.ideas);
    expect(dropped).toEqual(['quote_not_found']);
  });

  it('P27 stay as they are while they are read, until others would be proposed', () => {
    const held = proposalsOf(synthesis);
    expect(isOutdated(held, { ...synthesis, ideas: structuredClone(synthesis.ideas) })).toBe(false);
    const more = synthesis.ideas.map((idea) => ({ ...idea, people: 4 }));
    expect(isOutdated(held, { ...synthesis, ideas: more })).toBe(true);
  });

  it('P27 lose what was withdrawn at once, and an idea goes with the answer whose words it has', () => {
    const held = proposalsOf(synthesis);
    expect(standingProposals(held, { answers }).ideas[0]).toMatchObject({ citations: ['answer-0000', 'answer-0001'] });
    const second = standingProposals(held, without('answer-0001', 'answer-0002'));
    expect(second.ideas[0]).toMatchObject({ citations: ['answer-0000'], answerIds: ['answer-0000'] });
    expect(standingProposals(held, without('answer-0000')).ideas).toEqual([]);
  });

  it('M6 P27 lose an idea of the model as soon as one answer alone stands behind it', () => {
    const ideas = synthesis.ideas.map((idea) => ({ ...idea, wording: 'model' as const }));
    const held = proposalsOf({ ...synthesis, ideas });
    expect(standingProposals(held, { answers }).ideas).toHaveLength(1);
    expect(standingProposals(held, without('answer-0001')).ideas).toEqual([]);
  });

  it('P27 are taken as long as what was made of them stands, also when it says something else by now', () => {
    const proposal = synthesis.ideas[0];
    if (proposal === undefined) throw new Error('the fixture has a proposal');
    const idea = { text: 'Autre chose', citations: [], sending: false };
    expect(isTaken(proposal, [], 'command-1')).toBe(false);
    expect(isTaken(proposal, [{ ...idea, id: 'command-1' }], 'command-1')).toBe(true);
    expect(isTaken(proposal, [{ ...idea, id: 'command-2' }], 'command-1')).toBe(false);
    expect(isTaken(proposal, [{ ...idea, id: 'command-2', text: proposal.text }], undefined)).toBe(true);
  });

  it('Y6 tell once that a word sets the idea apart from all that it cites, else beside each citation', () => {
    const idea = { citations: ['a', 'b', 'c'], doubtful: [] as string[] };
    expect(toReadAgain(idea)).toBe('nothing');
    expect(toReadAgain({ ...idea, doubtful: ['b'] })).toBe('citations');
    expect(toReadAgain({ ...idea, doubtful: ['b', 'c'] })).toBe('idea');
    expect(toReadAgain({ citations: ['a', 'b'], doubtful: ['b'] })).toBe('citations');
  });

  it('P27 list the answers that are in none of them', () => {
    expect(leftOut(proposalsOf(synthesis))).toEqual(ids.slice(3));
  });

  it('M8 say in a sentence how many were left out, and why', () => {
    expect(modelWords.fr.dropped(2, ['quote_not_found'])).toBe(
      'Le modèle avait proposé 2 idées\u202f; une a été écartée\u00a0: citation introuvable.',
    );
    expect(modelWords.en.dropped(3, ['few_citations', 'few_citations'])).toBe(
      'The model had proposed 3 ideas; 2 were left out: fewer than two answers cited.',
    );
  });
});
