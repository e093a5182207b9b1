import type { Language } from '../workshop/state.ts';
import { describeIdeas, findUncovered } from './describeIdeas.ts';
import { describeAlone, type Theme } from './describeThemes.ts';
import { createReader } from './reading.ts';
import { type Synthesis, type Worked, workOut } from './synthesize.ts';
import { sameTheme } from './themes.ts';
import { type AnswerToGather, byCode, keyOf, languageOf, voice } from './voices.ts';
import { finish } from './weighTexts.ts';
import { tellLanguage } from './words.ts';

/**
 * The synthesis of a group while answers come in. An answer is placed at once by what is known of the others: no more
 * than a few milliseconds in a group of 300. What it changes for them is worked out in steps, whenever there is time.
 * Once that is done, ideas are those of `synthesize`; themes go on from those that were there.
 */
export interface LiveSynthesis {
  /** A new answer, or another text, person or number of supports of one that is there. */
  readonly put: (answer: AnswerToGather) => void;
  readonly remove: (id: string) => void;
  /** Works on for `steps` steps of a few milliseconds. @returns whether all is worked out */
  readonly advance: (steps: number) => boolean;
  /** Every answer is in it, and no other; of those that were there at the start, once all is worked out. */
  readonly current: () => Synthesis;
  /** Of two answers, 0 to 1: 1 for the same text, 0 for opposites and for answers that are not worked out yet. */
  readonly likeness: (one: string, other: string) => number;
}

export interface LiveOptions {
  readonly ideas: number;
  readonly language?: Language | undefined;
  readonly question?: string | undefined;
  /** Those that are there at the start: the first steps work them out, at once they cost nothing. */
  readonly answers?: readonly AnswerToGather[];
}

export function createLiveSynthesis(options: LiveOptions): LiveSynthesis {
  const read = createReader();
  const answers = new Map<string, AnswerToGather>();
  /** Of each answer. */
  const keys = new Map<string, string>();
  const byKey = new Map<string, Set<string>>();
  let worked: Worked = finish(workOut({ ...options, answers: [] }, read));
  let places = new Map<string, number>();
  let themes: readonly Theme[] = [];
  let underWay: Generator<undefined, Worked> | undefined;
  /** Texts whose voices changed since the work under way began, or since the last one ended. */
  let touched = new Set<string>();

  const placeOf = (key: string | undefined): number => (key === undefined ? -1 : (places.get(key) ?? -1));

  /** Makes what was worked out hold the answers that say the text as they are now. */
  function refresh(key: string): void {
    const { field, choice } = worked;
    const ids = [...(byKey.get(key) ?? [])].sort(byCode);
    const same = ids.flatMap((id) => answers.get(id) ?? []);
    const place = places.get(key) ?? field.texts.length;
    const known = field.texts[place];
    if (same.length > 0) {
      const common = options.language ?? tellLanguage([options.question ?? '']);
      const language = options.language ?? languageOf(same[0]?.text ?? '', common);
      if (known === undefined) field.add(voice(key, same, read, language));
      else field.replace(place, voice(key, same, read, language));
    } else if (known !== undefined) field.replace(place, { ...known, ids: [], people: 0, weight: 0 });
    else return;
    places.set(key, place);
    choice.update(place);
  }

  /** An answer joins those that say the same, or the nearest theme, or stands alone. */
  function placeInThemes(id: string, key: string): void {
    const { field } = worked;
    const place = placeOf(key);
    const same = [...(byKey.get(key) ?? [])].find((other) => other !== id);
    const row = field.alike[place] ?? [];
    const nearness = themes.map(({ answers: members }) => {
      if (same !== undefined) return Number(members.includes(same));
      const texts = new Set(members.map((member) => placeOf(keys.get(member))));
      return [...texts].reduce((sum, text) => sum + (row[text] ?? 0), 0) / Math.max(1, texts.size);
    });
    const best = nearness.reduce((at, value, theme) => (value > (nearness[at] ?? 0) ? theme : at), 0);
    if ((nearness[best] ?? 0) >= sameTheme) {
      themes = themes.map((theme, at) =>
        at === best ? { ...theme, answers: [...theme.answers, id].sort(byCode) } : theme,
      );
    } else themes = [...themes, describeAlone(field, place)];
  }

  function leaveThemes(id: string): void {
    themes = themes.flatMap((theme) => {
      if (!theme.answers.includes(id)) return [theme];
      const rest = theme.answers.filter((other) => other !== id);
      return rest.length === 0 ? [] : [{ ...theme, answers: rest }];
    });
  }

  function detach(id: string): void {
    const key = keys.get(id);
    if (key === undefined) return;
    answers.delete(id);
    keys.delete(id);
    byKey.get(key)?.delete(id);
    touched.add(key);
    refresh(key);
    leaveThemes(id);
  }

  function end(done: Worked): void {
    worked = done;
    places = new Map(done.field.texts.map(({ key }, place) => [key, place]));
    const held = new Set(done.themes.flatMap((theme) => theme.answers));
    themes = done.themes;
    for (const id of held) if (!answers.has(id)) leaveThemes(id);
    for (const key of touched) refresh(key);
    for (const [id, key] of keys) if (!held.has(id)) placeInThemes(id, key);
  }

  function hold(answer: AnswerToGather, key: string): void {
    answers.set(answer.id, answer);
    keys.set(answer.id, key);
    byKey.set(key, (byKey.get(key) ?? new Set()).add(answer.id));
    touched.add(key);
  }

  for (const answer of options.answers ?? []) hold(answer, keyOf(answer.text));
  const placeOfAnswer = (id: string): number => placeOf(keys.get(id));

  return {
    put(answer) {
      const key = keyOf(answer.text);
      const isSameText = keys.get(answer.id) === key;
      if (!isSameText) detach(answer.id);
      hold(answer, key);
      refresh(key);
      if (!isSameText) placeInThemes(answer.id, key);
    },
    remove: detach,
    advance(steps) {
      for (let step = 0; step < steps; step++) {
        if (underWay === undefined) {
          if (touched.size === 0) return true;
          touched = new Set();
          underWay = workOut({ ...options, answers: [...answers.values()], seen: themes }, read);
        }
        const next = underWay.next();
        if (next.done !== true) continue;
        underWay = undefined;
        end(next.value);
      }
      return underWay === undefined && touched.size === 0;
    },
    current() {
      const ideas = describeIdeas(worked.field, worked.choice.best(options.ideas));
      return { themes, ideas, uncovered: findUncovered([...answers.values()], ideas) };
    },
    likeness: (one, other) => worked.field.alike[placeOfAnswer(one)]?.[placeOfAnswer(other)] ?? 0,
  };
}
