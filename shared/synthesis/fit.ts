import { type LikenessRequest, weighAll } from './likeness.ts';
import { finish } from './weighTexts.ts';

export interface FitRequest extends LikenessRequest {
  /** `one`: each of the others is one text's at most, as an answer is of one key point. `any`: each may be many texts'. */
  readonly belonging: 'one' | 'any';
}

/**
 * The others nearest to a text speak with it about which others are near (Rocchio 1971): `size` of them, with `share` of
 * its own weight. Where each is one text's at most, none speaks for a text that another is nearer to. Measured.
 */
const cores = { one: { size: 12, share: 1 }, any: { size: 8, share: 0.4 } } as const;
/** What is near to many texts tells little about each: the mean of as many of its likenesses is held against it. */
const rivals = 8;

/**
 * How well each of `texts` fits each of `others`: likeness, sharpened by who stands around. Only its order means
 * something; 0 for what has nothing in common.
 */
export function fitOf({ belonging, ...input }: FitRequest): Float64Array[] {
  const { texts, others, among } = finish(weighAll(input));
  const alike = others.map((other) => among.against(other));
  const rows = texts.map((text) => among.against(text));
  const nearest = others.map((_, other) => Math.max(...rows.map((row) => row[other] ?? 0)));
  const near = rows.map((row) => {
    const mine = [...row.keys()].filter((other) => belonging === 'any' || row[other] === nearest[other]);
    return withCore(row, coreOf(row, mine, cores[belonging].size), alike, cores[belonging].share);
  });
  const crowded = others.map((_, other) => meanOfLargest(near.map((row) => row[other] ?? 0)));
  return near.map((row) =>
    row.map((likeness, other) => (likeness === 0 ? 0 : likeness / Math.sqrt(crowded[other] ?? 1))),
  );
}

const coreOf = (row: Float64Array, others: readonly number[], size: number): readonly number[] =>
  others.toSorted((one, other) => (row[other] ?? 0) - (row[one] ?? 0) || one - other).slice(0, size);

function withCore(
  row: Float64Array,
  core: readonly number[],
  alike: readonly Float64Array[],
  share: number,
): Float64Array {
  return row.map((likeness, other) => {
    let [near, weights] = [0, 0];
    for (const member of core) {
      if (member === other) continue;
      near += (alike[member]?.[other] ?? 0) * (row[member] ?? 0);
      weights += row[member] ?? 0;
    }
    return likeness + (weights === 0 ? 0 : (share * near) / weights);
  });
}

function meanOfLargest(values: readonly number[]): number {
  const largest = [...values].sort((one, other) => other - one).slice(0, rivals);
  return largest.reduce((sum, value) => sum + value, 0) / Math.max(1, largest.length);
}
