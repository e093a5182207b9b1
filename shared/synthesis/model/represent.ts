import type { ProposedIdea } from '../groupSynthesis.ts';
import { isWeak, quotesOf } from '../ideaLimits.ts';
import { likenessInSteps } from '../likeness.ts';
import { opposes } from '../twins.ts';
import { languageOf, type Voiced } from '../voices.ts';
import type { ModelRequest, ModelTask, Shown } from './modelRequest.ts';

/** An idea in a model's words, and the answers that it cites. */
export interface Worded {
  readonly text: string;
  readonly cited: readonly Shown[];
}

/** From here on an answer is said to be represented: about every second pair this alike has one key point. Measured. */
const representedLikeness = 0.2;

const idsOf = (texts: readonly Voiced[]): string[] => texts.flatMap(({ ids }) => ids);

/** What each idea stands for: the answers that it cites, and those that the engine finds near to it and to no other. */
export function* represent(
  ideas: readonly Worded[],
  request: ModelRequest,
  task: ModelTask,
): Generator<undefined, ProposedIdea[]> {
  const { texts, language, read } = request;
  const likeness = yield* likenessInSteps({
    texts: ideas.map(({ text }) => text),
    others: texts.map(({ text }) => text),
    question: task.question,
    language,
  });
  const cited = new Set(ideas.flatMap((idea) => idea.cited.map(({ voice }) => voice)));
  const described = ideas.map((idea) => ({
    ...idea,
    reading: read(idea.text, languageOf(idea.text, language)),
    voices: idea.cited.map(({ voice }) => voice),
    near: [] as Voiced[],
  }));
  for (const [place, text] of texts.entries()) {
    if (cited.has(text)) continue;
    const alike = likeness.map((row) => row[place] ?? 0);
    const nearest = Math.max(...alike);
    const idea = described[alike.indexOf(nearest)];
    if (idea === undefined || nearest < representedLikeness || opposes(idea.reading, text.sentences)) continue;
    idea.near.push(text);
  }
  return described.map(({ text, reading, voices, near }) => {
    const citations = quotesOf(voices);
    const all = [...voices, ...near];
    const turned = voices.filter(({ sentences }) => !sentences.some((each) => each.reading.sign === reading.sign));
    return {
      text,
      wording: 'model',
      citations,
      answerIds: [...citations, ...idsOf(all).filter((id) => !citations.includes(id))],
      doubtful: idsOf(turned).filter((id) => citations.includes(id)),
      opposed: idsOf(texts.filter(({ sentences }) => opposes(reading, sentences))),
      weak: isWeak(
        idsOf(texts).length,
        all.reduce((sum, { people }) => sum + people, 0),
      ),
    };
  });
}
