import { type Checked, checkReply } from '../../../../shared/synthesis/model/checkReply.ts';
import { readModelReply } from '../../../../shared/synthesis/model/modelReply.ts';
import {
  buildModelRequest,
  type ModelBudget,
  type ModelRequest,
  type ModelTask,
} from '../../../../shared/synthesis/model/modelRequest.ts';
import { finish } from '../../../../shared/synthesis/weighTexts.ts';
import { group, workshop } from '../answers.ts';

export const roomy: ModelBudget = { answerChars: 600, allChars: 24_000 };

export const taskOf = (texts: readonly string[], more: Partial<ModelTask> = {}): ModelTask => ({
  answers: group(texts),
  question: 'Que pourrions-nous faire ensemble ?',
  language: 'fr',
  ideas: 2,
  names: [],
  ...more,
});
export const workshopTask = taskOf(workshop);

export const requestOf = (task: ModelTask, budget = roomy): ModelRequest => finish(buildModelRequest(task, budget));

/** The label that the model knows a text by. */
export function labelOf(request: ModelRequest, text: string): string {
  const found = [...request.shown.values()].find(({ voice }) => voice.text === text);
  if (found === undefined) throw new Error(`not shown: ${text}`);
  return found.label;
}

export interface GivenIdea {
  readonly text: string;
  /** Answer → what is quoted of it. */
  readonly quotes: readonly (readonly [answer: string, quote: string])[];
}

/** What a model would reply: answers named by their text, or by a label that does not exist. */
export function replyOf(request: ModelRequest, ideas: readonly GivenIdea[]): string {
  const known = new Set([...request.shown.values()].map(({ voice }) => voice.text));
  return JSON.stringify({
    ideas: ideas.map(({ text, quotes }) => ({
      text,
      citations: quotes.map(([answer, quote]) => ({
        answer: known.has(answer) ? labelOf(request, answer) : answer,
        quote,
      })),
    })),
  });
}

export function checkedReply(task: ModelTask, reply: string, request = requestOf(task)): Checked {
  const read = readModelReply(reply);
  if (!read.ok) throw new Error(read.problem);
  return finish(checkReply(read.value, request, task));
}
