import type { KeptTheme } from '../workshop/state.ts';
import type { Theme } from './describeThemes.ts';
import type { GatheredTheme } from './groupSynthesis.ts';
import { sameTheme } from './themes.ts';

/** A theme on screens. `namedFor`: how many answers it held when it was named. */
export interface SettledTheme extends GatheredTheme {
  readonly namedFor: number;
}

export interface SettleInput {
  /** What screens show. */
  readonly shown: readonly SettledTheme[];
  /** What people made, without answers that were withdrawn. */
  readonly kept: readonly KeptTheme[];
  /** What the engine gathered: every answer in one. */
  readonly gathered: readonly Theme[];
  /** Likeness of two answers, 0 to 1; 1 for the same text. */
  readonly likeness: (one: string, other: string) => number;
  /** Whether the first answer came before the second. */
  readonly isOlder: (one: string, other: string) => boolean;
  /** Whether one of the answers still says the name of a theme: a name that was taken from a withdrawn one goes with it. */
  readonly isSaid: (label: string, answerIds: readonly string[]) => boolean;
}

/**
 * The engine's themes and the themes of people, made one list in which nothing jumps about: a theme keeps its id, and its
 * name until it has doubled or nobody in it says it any more; what people put together stays together, and takes in new answers that are nearer to it than
 * to the engine's theme; an answer that was seen somewhere moves only with its theme.
 */
export function settleThemes({ shown, kept, gathered, likeness, isOlder, isSaid }: SettleInput): SettledTheme[] {
  const placeShown = new Map(
    shown.flatMap(({ id, answerIds }) => answerIds.map((answerId) => [answerId, id] as const)),
  );
  const keptIds = new Set(kept.map(({ id }) => id));
  const inKept = new Set(kept.flatMap(({ answerIds }) => answerIds));
  const joined = new Map<string, string[]>();
  const mean = (answerId: string, others: readonly string[]): number =>
    others.length === 0 ? 0 : others.reduce((sum, other) => sum + likeness(answerId, other), 0) / others.length;

  /** The kept theme that an answer stands in although nobody put it there; undefined for one of the engine's. */
  function joins(answerId: string, companions: readonly string[]): string | undefined {
    const place = placeShown.get(answerId);
    if (place !== undefined) return keptIds.has(place) ? place : undefined;
    let best: { id: string; near: number } | undefined;
    for (const { id, answerIds } of kept) {
      const isSaid = answerIds.some((other) => likeness(answerId, other) >= 1);
      const near = isSaid ? 1 : mean(answerId, answerIds);
      if (near > (best?.near ?? 0)) best = { id, near };
    }
    const rest = companions.filter((other) => other !== answerId && !inKept.has(other));
    return best !== undefined && best.near >= sameTheme && best.near > mean(answerId, rest) ? best.id : undefined;
  }

  const free = gathered.flatMap(({ label, answers }) => {
    const rest = answers.filter((answerId) => {
      if (inKept.has(answerId)) return false;
      const theme = joins(answerId, answers);
      if (theme !== undefined) joined.set(theme, [...(joined.get(theme) ?? []), answerId]);
      return theme === undefined;
    });
    return rest.length === 0 ? [] : [{ label, answerIds: rest }];
  });

  const people = kept.map(({ id, label, answerIds }): SettledTheme => {
    const all = [...answerIds, ...(joined.get(id) ?? [])];
    return { id, label, answerIds: all, namedFor: all.length };
  });
  return [...people, ...keepIds(free, { shown, placeShown, taken: keptIds, isOlder, isSaid })];
}

/** Gives each theme the id of the one on screens with which it shares most, else that of its oldest answer. */
function keepIds(
  themes: readonly { readonly label: string; readonly answerIds: readonly string[] }[],
  known: Pick<SettleInput, 'shown' | 'isOlder' | 'isSaid'> & {
    readonly placeShown: ReadonlyMap<string, string>;
    readonly taken: ReadonlySet<string>;
  },
): SettledTheme[] {
  const before = new Map(known.shown.map((theme) => [theme.id, theme]));
  const taken = new Set(known.taken);
  const claims = themes
    .flatMap(({ answerIds }, index) => {
      const shares = new Map<string, number>();
      for (const answerId of answerIds) {
        const id = known.placeShown.get(answerId);
        if (id !== undefined) shares.set(id, (shares.get(id) ?? 0) + 1);
      }
      return [...shares].map(([id, share]) => ({ index, id, share }));
    })
    .sort((one, other) => other.share - one.share || one.index - other.index);
  const ids = new Map<number, string>();
  for (const { index, id } of claims) {
    if (ids.has(index) || taken.has(id)) continue;
    ids.set(index, id);
    taken.add(id);
  }
  return themes.map(({ label, answerIds }, index) => {
    const theme = before.get(ids.get(index) ?? '');
    const isNamed =
      theme !== undefined && answerIds.length < 2 * theme.namedFor && known.isSaid(theme.label, answerIds);
    const name = isNamed ? { label: theme.label, namedFor: theme.namedFor } : { label, namedFor: answerIds.length };
    const id = theme?.id ?? newId(answerIds, taken, known.isOlder);
    taken.add(id);
    return { id, answerIds, ...name };
  });
}

function newId(
  answerIds: readonly string[],
  taken: ReadonlySet<string>,
  isOlder: (one: string, other: string) => boolean,
): string {
  const oldest = answerIds.reduce((first, other) => (isOlder(other, first) ? other : first));
  let id = [oldest, ...answerIds].find((each) => !taken.has(each)) ?? oldest;
  while (taken.has(id)) id += '.';
  return id;
}
