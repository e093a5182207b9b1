import type { Language } from '../workshop/state.ts';
import { describeIdeas, findUncovered, type Idea } from './describeIdeas.ts';
import type { Theme } from './describeThemes.ts';
import { createReader, type Reading } from './reading.ts';
import { gatherThemes } from './themes.ts';
import { type AnswerToGather, gatherVoices } from './voices.ts';
import { finish, type Weighed, weighTexts } from './weighTexts.ts';

/** What a group's answers hold. */
export interface Synthesis {
  /** Every answer stands in exactly one, the largest first. */
  readonly themes: readonly Theme[];
  readonly ideas: readonly Idea[];
  /** Ids of the answers that stand under no idea. */
  readonly uncovered: readonly string[];
}

export interface SynthesisRequest {
  /** Each id once, in any order. */
  readonly answers: readonly AnswerToGather[];
  /** How many ideas to propose; fewer come back when the answers hold fewer. */
  readonly ideas: number;
  /** Without it, each answer's is told from its words. */
  readonly language?: Language | undefined;
  /** What was asked: its words come back in every answer, and weigh less. */
  readonly question?: string | undefined;
  /** The themes that people have before them: what stands together there still does. */
  readonly seen?: readonly Theme[] | undefined;
}

/** All that was worked out, to go on from when an answer comes. */
export interface Worked extends Weighed {
  /** Stems of the question. */
  readonly asked: ReadonlySet<string>;
  readonly themes: readonly Theme[];
}

/** Gathers answers and proposes ideas, in steps of a few milliseconds for answers of usual length. */
export function* workOut(
  request: SynthesisRequest,
  read: (text: string, language: Language) => Reading = createReader(),
): Generator<undefined, Worked> {
  const { answers, question = '', seen = [] } = request;
  const { texts, language } = yield* gatherVoices(answers, read, request.language);
  const asked = read(question, language);
  const weighed = yield* weighTexts(texts, asked);
  const stems = new Set(asked.words.map(({ stem }) => stem));
  return { ...weighed, asked: stems, themes: yield* gatherThemes(weighed.field, seen, stems) };
}

export function describe(
  { field, choice, themes }: Worked,
  { answers, ideas: count }: Pick<SynthesisRequest, 'answers' | 'ideas'>,
): Synthesis {
  const ideas = describeIdeas(field, choice.best(count));
  return { themes, ideas, uncovered: findUncovered(answers, ideas) };
}

/** Themes and ideas of a group at once: up to half a second for 1,000 answers. The order of answers does not matter. */
export function synthesize(request: SynthesisRequest): Synthesis {
  return describe(finish(workOut(request)), request);
}
