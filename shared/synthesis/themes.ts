import { describeThemes, type Theme } from './describeThemes.ts';
import type { Field } from './field.ts';

/** From here on two themes are one, by the mean likeness of their texts. Measured. */
export const sameTheme = 0.12;
/** Themes that people have seen are brought together only by more than that. */
const seenThemes = 0.18;
/** Pairs of themes looked at in a step. */
const pairsPerStep = 16_000;

interface Cluster {
  readonly texts: readonly number[];
  readonly wasSeen: boolean;
}

/**
 * Brings texts together, the nearest themes first (average linkage; Sokal & Michener 1958), in steps. Texts that stood
 * together in `seen` still do: as answers arrive themes grow, and nothing else moves. `asked`: stems of the question.
 */
export function* gatherThemes(
  field: Field,
  seen: readonly Theme[],
  asked: ReadonlySet<string>,
): Generator<undefined, Theme[]> {
  const clusters: (Cluster | undefined)[] = startFrom(field, seen);
  const count = clusters.length;
  const rowsPerStep = Math.max(1, Math.floor(pairsPerStep / Math.max(1, count)));
  const mergesPerStep = Math.max(1, rowsPerStep >> 2);
  const near: Float64Array[] = [];
  for (const [index, one] of clusters.entries()) {
    near.push(Float64Array.from(clusters, (other) => meanLikeness(field, one, other)));
    if (index % rowsPerStep === 0) yield;
  }
  const needed = (one: Cluster, other: Cluster): number => (one.wasSeen && other.wasSeen ? seenThemes : sameTheme);
  /** Of each, the nearest that comes after it. */
  const nearest: number[] = [];
  for (let index = 0; index < count; index++) {
    nearest.push(findNearest(index));
    if (index % rowsPerStep === 0) yield;
  }

  function findNearest(index: number): number {
    let best = -1;
    for (let other = index + 1; other < count; other++) {
      if (clusters[other] === undefined || !mayMerge(index, other)) continue;
      if (best < 0 || distanceOf(index, other) > distanceOf(index, best)) best = other;
    }
    return best;
  }
  function distanceOf(one: number, other: number): number {
    return near[one]?.[other] ?? 0;
  }
  function mayMerge(one: number, other: number): boolean {
    const [first, second] = [clusters[one], clusters[other]];
    return first !== undefined && second !== undefined && distanceOf(one, other) >= needed(first, second);
  }

  for (let merges = 1; ; merges++) {
    let into = -1;
    for (let index = 0; index < count; index++) {
      const other = nearest[index] ?? -1;
      if (clusters[index] === undefined || other < 0) continue;
      if (into < 0 || distanceOf(index, other) > distanceOf(into, nearest[into] ?? -1)) into = index;
    }
    if (into < 0) break;
    const from = nearest[into] ?? -1;
    const [one, other] = [clusters[into], clusters[from]];
    if (one === undefined || other === undefined) break;
    const [here, there] = [one.texts.length, other.texts.length];
    clusters[into] = {
      texts: [...one.texts, ...other.texts].sort((a, b) => a - b),
      wasSeen: one.wasSeen || other.wasSeen,
    };
    clusters[from] = undefined;
    for (let third = 0; third < count; third++) {
      if (clusters[third] === undefined || third === into) continue;
      const mean = (distanceOf(into, third) * here + distanceOf(from, third) * there) / (here + there);
      const likeness = Math.round(mean * 1e9) / 1e9;
      (near[into] as Float64Array)[third] = likeness;
      (near[third] as Float64Array)[into] = likeness;
    }
    for (let index = 0; index < count; index++) {
      if (clusters[index] === undefined) continue;
      if (index === into || nearest[index] === into || nearest[index] === from) nearest[index] = findNearest(index);
      else if (
        index < into &&
        mayMerge(index, into) &&
        distanceOf(index, into) > distanceOf(index, nearest[index] ?? -1)
      )
        nearest[index] = into;
    }
    if (merges % mergesPerStep === 0) yield;
  }
  return yield* describeThemes(
    field,
    clusters.flatMap((cluster) => (cluster === undefined ? [] : [cluster.texts])),
    asked,
  );
}

function startFrom(field: Field, seen: readonly Theme[]): Cluster[] {
  const themeOf = new Map(seen.flatMap(({ answers }, theme) => answers.map((id) => [id, theme] as const)));
  const bySeen = new Map<number, number[]>();
  const clusters: Cluster[] = [];
  for (const [place, text] of field.texts.entries()) {
    const theme = text.ids.map((id) => themeOf.get(id)).find((one) => one !== undefined);
    const members = theme === undefined ? undefined : bySeen.get(theme);
    if (members !== undefined) members.push(place);
    else {
      const texts = [place];
      if (theme !== undefined) bySeen.set(theme, texts);
      clusters.push({ texts, wasSeen: theme !== undefined && (seen[theme]?.answers.length ?? 0) > 1 });
    }
  }
  return clusters;
}

function meanLikeness({ alike, texts }: Field, one: Cluster | undefined, other: Cluster | undefined): number {
  if (one === undefined || other === undefined) return 0;
  let sum = 0;
  for (const first of one.texts) {
    if (texts[first]?.weight === 0) return 0;
    for (const second of other.texts) sum += texts[second]?.weight === 0 ? 0 : (alike[first]?.[second] ?? 0);
  }
  return Math.round((sum / (one.texts.length * other.texts.length)) * 1e9) / 1e9;
}
