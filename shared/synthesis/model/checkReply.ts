import { proposed } from '../describeIdeas.ts';
import type { DropReason, ProposedIdea } from '../groupSynthesis.ts';
import { suggestInSteps } from '../suggestKeyIdeas.ts';
import { opposes } from '../twins.ts';
import { languageOf, type Voiced } from '../voices.ts';
import type { ReplyIdea } from './modelReply.ts';
import type { ModelRequest, ModelTask, Shown } from './modelRequest.ts';
import { findQuotation } from './quotation.ts';
import { represent, type Worded } from './represent.ts';
import { checkWording, tidy } from './wording.ts';

export interface Checked {
  /** The first stands for most. Where the model's did not check, those of the engine. */
  readonly ideas: readonly ProposedIdea[];
  /** One for each idea of the model that was left out. */
  readonly dropped: readonly DropReason[];
}

/** Either it is shared, or it is no idea of the group. */
const fewestAnswers = 2;

/** The answers that an idea of the model may stand on: those that it quotes word for word, and that are under no other. */
function supportOf(
  { citations }: ReplyIdea,
  text: string,
  request: ModelRequest,
  used: ReadonlySet<Voiced>,
): readonly Shown[] | DropReason {
  const sentence = request.read(text, languageOf(text, request.language));
  const cited = new Set<Shown>();
  let reason: DropReason = 'few_citations';
  for (const { answer, quote } of citations) {
    const shown = request.shown.get(answer.trim());
    if (shown === undefined) reason = 'unknown_answer';
    else if (findQuotation(shown.sent, quote) === undefined) reason = 'quote_not_found';
    else if (opposes(sentence, shown.voice.sentences)) reason = 'opposed';
    else if (!used.has(shown.voice)) cited.add(shown);
  }
  const answers = [...cited].flatMap(({ voice }) => voice.ids);
  return answers.length >= fewestAnswers ? [...cited] : reason;
}

/** The ideas of the engine for the answers that stand under none yet. */
function* ownIdeas(task: ModelTask, taken: readonly ProposedIdea[]): Generator<undefined, ProposedIdea[]> {
  if (taken.length >= task.ideas) return [];
  const covered = new Set(taken.flatMap(({ answerIds }) => answerIds));
  const answers = task.answers.filter(({ id }) => !covered.has(id));
  const own = yield* suggestInSteps({ answers, ideas: task.ideas - taken.length, question: task.question });
  return own.ideas.map(proposed);
}

/**
 * Keeps of a reply what can be defended: ideas that cite two answers at least, each by a quotation that is in it word
 * for word, in words that are theirs. What is missing then comes from the engine, out of the answers that are left. In
 * steps.
 */
export function* checkReply(
  given: readonly (ReplyIdea | undefined)[],
  request: ModelRequest,
  task: ModelTask,
): Generator<undefined, Checked> {
  const dropped: DropReason[] = [];
  const used = new Set<Voiced>();
  const kept: Worded[] = [];
  for (const idea of given) {
    if (kept.length >= task.ideas) break;
    const text = tidy(idea?.text ?? '');
    const cited = idea === undefined || text === '' ? 'malformed' : supportOf(idea, text, request, used);
    if (typeof cited === 'string') {
      dropped.push(cited);
      continue;
    }
    const problem = checkWording(text, cited, request);
    yield;
    if (problem !== undefined) {
      dropped.push(problem);
      continue;
    }
    kept.push({ text: request.mask.restore(text), cited });
    for (const { voice } of cited) used.add(voice);
  }
  const stands = kept.length === 0 ? [] : yield* represent(kept, request, task);
  const ideas = [...stands, ...(yield* ownIdeas(task, stands))].sort(
    (one, other) => other.answerIds.length - one.answerIds.length,
  );
  return { ideas, dropped };
}
