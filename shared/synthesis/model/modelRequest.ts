import type { Language } from '../../workshop/state.ts';
import { createReader, type Reading } from '../reading.ts';
import { workOut } from '../synthesize.ts';
import { gatherVoices, languageOf, type Voiced } from '../voices.ts';
import { instructions } from './instructions.ts';
import { createNameMask, type NameMask } from './maskNames.ts';
import type { Traced } from './traced.ts';

/** What a language model is asked to put into words. */
export interface ModelTask {
  readonly answers: readonly { readonly id: string; readonly text: string; readonly supports: number }[];
  /** What the group was asked; empty when nothing was. */
  readonly question: string;
  /** Of the workshop: ideas are in the language of most answers, this one when they tell nothing. */
  readonly language: Language;
  /** How many ideas to propose, at most. */
  readonly ideas: number;
  /** Of everyone whom the workshop knows: none of them leaves the server. */
  readonly names: readonly string[];
}

/** One text, whoever sent it, as the model is shown it. */
export interface Shown {
  /** "A1": the only name that the model knows it by. */
  readonly label: string;
  readonly voice: Voiced;
  /** What is shown: without names, and cut when it is long. Traced to the text of the answer. */
  readonly sent: Traced;
}

export interface ModelRequest {
  /** For the model, in the language that its ideas are to be in. */
  readonly instructions: string;
  /** The answers, as JSON in which no markup can stand: nothing in it opens or closes anything. */
  readonly data: string;
  /** By label. */
  readonly shown: ReadonlyMap<string, Shown>;
  /** All texts that say something, shown or not. */
  readonly texts: readonly Voiced[];
  readonly mask: NameMask;
  readonly language: Language;
  readonly read: (text: string, language: Language) => Reading;
}

/** How much is sent at most, in characters: of one answer, of all of them. */
export interface ModelBudget {
  readonly answerChars: number;
  readonly allChars: number;
}

/** Longer than any name: what is cut off before names are looked for is so far behind the end that none is halved. */
const longestName = 500;

/** The beginning of a text without the names in it, cut between two words and never inside the place of a name. */
function beginningOf(text: string, mask: NameMask, maxChars: number): Traced {
  const sent = mask.mask(text.slice(0, maxChars + longestName).toWellFormed());
  if (text.length <= maxChars) return sent;
  const fitting = sent.starts.findIndex((start, place) => start >= maxChars || place >= maxChars);
  const space = sent.text.slice(0, fitting).search(/\s\S*$/u);
  let end = space > maxChars / 2 ? space : fitting;
  while (end > 0 && sent.starts[end] === sent.starts[end - 1]) end -= 1;
  return { text: sent.text.slice(0, end), starts: sent.starts.slice(0, end), ends: sent.ends.slice(0, end) };
}

/**
 * Which texts are shown when not all can be: one of each theme in turn, the largest theme first, in it the most said
 * first. A minority is heard before the twentieth voice of the majority.
 */
function* byTheme(texts: readonly Voiced[], task: ModelTask): Generator<undefined, Voiced[]> {
  const textOf = new Map(texts.flatMap((text) => text.ids.map((id) => [id, text] as const)));
  const worked = yield* workOut({ answers: task.answers, question: task.question, ideas: 0 });
  const themes = worked.themes.map(({ answers }) =>
    [...new Set(answers.flatMap((id) => textOf.get(id) ?? []))].sort((one, other) => other.people - one.people),
  );
  const turns: Voiced[] = [];
  for (let turn = 0; themes.some((theme) => turn < theme.length); turn++) {
    turns.push(...themes.flatMap((theme) => theme[turn] ?? []));
  }
  return turns;
}

/** Tag characters and selectors carry words that nobody sees. They are not shown to a model either. */
const unseen = /[\p{Cf}\p{Variation_Selector}]/gu;
const joiners = /[\u200c\u200d]/u;

/** JSON in which "<" and ">" are written as escapes: neither a closing tag nor a token of a chat template can stand in it. */
const inert = (value: unknown): string =>
  JSON.stringify(value)
    .replace(unseen, (character) => (joiners.test(character) ? character : ''))
    .replace(/</gu, '\\u003c')
    .replace(/>/gu, '\\u003e');

/**
 * What a model is sent for a group: instructions, and the answers by labels that say nothing; in steps. The order of
 * answers does not matter.
 */
export function* buildModelRequest(task: ModelTask, budget: ModelBudget): Generator<undefined, ModelRequest> {
  const read = createReader();
  const gathered = yield* gatherVoices(task.answers, read, undefined);
  const texts = gathered.texts.filter(({ weight }) => weight > 0);
  const language = languageOf(texts.map(({ text }) => text).join('\n'), task.language);
  const mask = createNameMask(task.names, [task.question, ...texts.map(({ text }) => text)]);

  const sent = new Map<Voiced, Traced>();
  let length = 0;
  for (const text of texts) {
    const beginning = beginningOf(text.text, mask, budget.answerChars);
    sent.set(text, beginning);
    length += beginning.text.length;
    yield;
  }
  const chosen = new Set<Voiced>();
  let left = budget.allChars;
  for (const text of length <= left ? texts : yield* byTheme(texts, task)) {
    const size = sent.get(text)?.text.length ?? 0;
    if (size > left) continue;
    left -= size;
    chosen.add(text);
  }
  const shown = new Map<string, Shown>();
  for (const voice of texts) {
    const label = `A${shown.size + 1}`;
    const traced = sent.get(voice);
    if (chosen.has(voice) && traced !== undefined) shown.set(label, { label, voice, sent: traced });
  }
  const data = inert({
    question: mask.mask(task.question).text,
    ideas: task.ideas,
    answers: [...shown.values()].map(({ label, voice, sent: { text } }) => ({
      id: label,
      ...(voice.ids.length > 1 ? { voices: voice.ids.length } : {}),
      text,
    })),
  });
  return { instructions: instructions[language], data, shown, texts, mask, language, read };
}
