import { checkReply } from '../../shared/synthesis/model/checkReply.ts';
import { replySchema } from '../../shared/synthesis/model/instructions.ts';
import { readModelReply } from '../../shared/synthesis/model/modelReply.ts';
import { buildModelRequest, type ModelRequest } from '../../shared/synthesis/model/modelRequest.ts';
import type { Background } from './background.ts';
import type { LanguageModel } from './languageModel.ts';
import type { ModelFailure } from './readCompletion.ts';
import type { Proposals, Synthesizer } from './synthesizer.ts';
import type { Turns } from './turns.ts';

/** Thrown when the model gave no answer that can be used: the engine's ideas stand. */
export class NoProposals extends Error {
  readonly failure: ModelFailure;
  readonly status: number | undefined;
  constructor(failure: ModelFailure, status?: number) {
    super(`no proposals: ${failure}`);
    this.failure = failure;
    this.status = status;
  }
}

/** The tokens that one workshop may cost. */
export interface TokenBudget {
  /** Sets tokens aside for a question. Resolves to what was left before; to undefined when that is less. */
  readonly reserve: (tokens: number) => Promise<number | undefined>;
  /** What a question cost beyond what was set aside for it; less than nothing when it cost less. */
  readonly settle: (difference: number) => Promise<void>;
}

export interface ModelSynthesizerDeps {
  readonly model: LanguageModel;
  readonly background: Background;
  readonly turns: Turns;
  readonly budget: TokenBudget;
  /** Of everyone whom the workshop knows. */
  readonly names: () => readonly string[];
}

/** An answer longer than this makes its point in its beginning; all together, eight thousand tokens or so. */
const budget = { answerChars: 600, allChars: 24_000 };
/** What a reply needs: quotations of all answers, and the ideas. */
const replyTokens = { least: 500, each: 40, most: 6_000 };
/** A token is three characters or more; the instructions are 600 tokens. */
const roughCost = (data: string, reply: number): number => 600 + Math.ceil(data.length / 3) + reply;
/** The same answers asked about again (somebody supported one, an animator came back) are answered from here. */
const repliesKept = 20;

/** Does the steps when the server has nothing better to do. */
function inBackground<Value>(background: Background, steps: Generator<undefined, Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    background.add(() => {
      try {
        const step = steps.next();
        if (step.done !== true) return false;
        resolve(step.value);
      } catch (fault) {
        reject(fault);
      }
      return true;
    });
  });
}

/** The language model as one workshop may use it: within its tokens, and with everything that it says checked. */
export function createModelSynthesizer(deps: ModelSynthesizerDeps): Synthesizer {
  const { model, background, turns, budget: tokens } = deps;
  const replies = new Map<string, string>();

  async function ask({ instructions, data, shown }: ModelRequest, signal: AbortSignal): Promise<string> {
    const reply = Math.min(replyTokens.most, replyTokens.least + replyTokens.each * shown.size);
    const promised = roughCost(data, reply);
    const tokensLeft = await tokens.reserve(promised);
    if (tokensLeft === undefined) throw new NoProposals('spent');
    const question = { instructions, data, schema: replySchema, replyTokens: reply, tokensLeft };
    const outcome = await model.complete(question, signal);
    await tokens.settle(outcome.tokens - promised);
    if (!outcome.ok) throw new NoProposals(outcome.failure, outcome.status);
    return outcome.text;
  }

  return {
    async propose(task, signal): Promise<Proposals> {
      const whole = { ...task, names: deps.names() };
      const request = await inBackground(background, buildModelRequest(whole, budget));
      const text = replies.get(request.data) ?? (await turns.take(signal, () => ask(request, signal)));
      const read = readModelReply(text);
      if (!read.ok) throw new NoProposals('garbled');
      replies.set(request.data, text);
      const [oldest] = replies.keys();
      if (replies.size > repliesKept && oldest !== undefined) replies.delete(oldest);
      return inBackground(background, checkReply(read.value, request, whole));
    },
  };
}
