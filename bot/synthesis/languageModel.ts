import { setTimeout as sleep } from 'node:timers/promises';
import type { PromptTemplate, Tokenizer } from '@microsoft/teams-ai';
import type { Concession } from './dialect.ts';
import { type Exchange, startExchange, type Wire } from './exchange.ts';
import type { ModelSettings } from './modelSettings.ts';
import type { Outcome } from './readCompletion.ts';

/** A language model behind an endpoint. The only file that names its vendor: no type of theirs passes it. */
export interface LanguageModel {
  /** Where what is asked goes: "api.openai.com". */
  readonly host: string;
  /** Never rejects. */
  readonly complete: (question: Question, signal: AbortSignal) => Promise<Outcome & { readonly tokens: number }>;
}

export interface Question {
  /** What the model is to do; then the data it is to do it with, which hold no instructions. */
  readonly instructions: string;
  readonly data: string;
  /** JSON schema of the reply. */
  readonly schema: object;
  readonly replyTokens: number;
  /** What question and reply may cost together. */
  readonly tokensLeft: number;
}

/** What the instructions cost, about. */
const instructionTokens = 600;

const realWire: Wire = {
  fetch,
  wait: (delayMs, signal) => sleep(delayMs, undefined, { signal }).catch(() => undefined),
  limit: (limitMs) => AbortSignal.timeout(limitMs),
  now: Date.now,
  draw: Math.random,
};

type TeamsAi = typeof import('@microsoft/teams-ai');

/**
 * Sections of text as they stand. Not `UserMessage`: it is a template, and would run what an answer puts between braces.
 */
function promptOf(teamsAi: TeamsAi, question: Question): PromptTemplate {
  const { Prompt, TextSection } = teamsAi;
  return {
    name: 'ideas',
    prompt: new Prompt([new TextSection(question.instructions, 'system'), new TextSection(question.data, 'user')]),
    config: {
      schema: 1.1,
      type: 'completion',
      completion: {
        completion_type: 'chat',
        include_history: false,
        include_input: false,
        include_images: false,
        max_input_tokens: question.tokensLeft - question.replyTokens,
        max_tokens: question.replyTokens,
        temperature: 0,
        top_p: 1,
        presence_penalty: 0,
        frequency_penalty: 0,
      },
    },
  };
}

function modelOf({ OpenAIModel }: TeamsAi, settings: ModelSettings, exchange: Exchange) {
  const { endpoint, apiKey = 'none', model, azureApiVersion, timeoutMs } = settings;
  const common = {
    useSystemMessages: true,
    // Retrying, time limits and what went wrong are the exchange's: the class prints errors, and hides why a reply ended.
    clientOptions: { fetch: exchange.fetch as never, maxRetries: 0, timeout: timeoutMs * 2, baseURL: null },
  };
  return azureApiVersion === undefined
    ? new OpenAIModel({ ...common, apiKey, defaultModel: model, endpoint })
    : new OpenAIModel({
        ...common,
        azureApiKey: apiKey,
        azureDefaultDeployment: model,
        azureEndpoint: endpoint,
        azureApiVersion,
      });
}

/** There is no turn of a conversation, and nothing to remember of one. */
const noTurn = {} as never;
const noMemory = {
  getValue: () => undefined as never,
  setValue: () => {},
  hasValue: () => false,
  deleteValue: () => {},
};
const noFunctions = {} as never;

/** What an endpoint that does not tell has cost, rather too much than too little: a token is three characters at least. */
function estimate(outcome: Outcome, asked: number): number {
  if (outcome.ok) return asked + instructionTokens + Math.ceil(outcome.text.length / 3);
  const isUnasked = ['denied', 'rate_limited', 'unavailable'].includes(outcome.failure);
  return isUnasked ? 0 : asked + instructionTokens;
}

export function openLanguageModel(settings: ModelSettings, wire: Wire = realWire): LanguageModel {
  const conceded = new Set<Concession>();
  let loading: Promise<TeamsAi> | undefined;
  return {
    host: new URL(settings.endpoint).host,
    async complete(question, signal) {
      // A second to load and a hundred megabytes: a server whose hosts never switch it on does without.
      loading ??= import('@microsoft/teams-ai');
      const teamsAi = await loading;
      const tokenizer: Tokenizer = new teamsAi.GPTTokenizer();
      const { timeoutMs, retries } = settings;
      const exchange = startExchange(wire, { timeoutMs, retries, schema: question.schema, conceded, signal });
      const prompt = promptOf(teamsAi, question);
      const model = modelOf(teamsAi, settings, exchange);
      const response = await model.completePrompt(noTurn, noMemory, noFunctions, tokenizer, prompt);
      if (response.status === 'too_long') return { ok: false, failure: 'spent', tokens: 0 };
      const outcome = exchange.outcome();
      return { ...outcome, tokens: outcome.tokens ?? estimate(outcome, tokenizer.encode(question.data).length) };
    },
  };
}
