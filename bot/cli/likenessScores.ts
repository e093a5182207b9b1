/** A group of answers and the key points they may match, with the likeness of each point to each answer. */
export interface MatchedGroup {
  readonly answers: readonly string[];
  readonly keyPoints: readonly string[];
  /** By "answer point": 1 match, 0 no match; what is not there is undecided. */
  readonly labels: ReadonlyMap<string, 0 | 1>;
  readonly likeness: readonly Float64Array[];
}

interface LinkedTheme {
  /** Of each synthesis to each contribution. */
  readonly likeness: readonly Float64Array[];
  /** Place of the contribution that each synthesis was written of. */
  readonly right: readonly number[];
}

const shown = (share: number): number => Math.round(share * 1e4) / 1e4;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Mean of the precisions at each hit, over all hits. */
function averagePrecision(labels: readonly number[]): number {
  let hits = 0;
  const precisions = labels.flatMap((label, index) => {
    hits += label;
    return label === 1 ? [hits / (index + 1)] : [];
  });
  return mean(precisions);
}

/**
 * Key point matching as the shared task of 2021 scores it (IBM, KPA_2021_shared_task, track_1_kp_matching.py): each
 * answer with its likeliest key point, the likelier half of them; undecided pairs are wrong in `strict`, right in
 * `relaxed`. `later` is its later script, which also multiplies by the share of that half that is right.
 */
export function matchScores(groups: readonly MatchedGroup[]) {
  const scores = groups.map(({ answers, keyPoints, labels, likeness }) => {
    const pairs = answers.map((answer, column) => {
      const best = likeness.reduce(
        (at, row, point) => ((row[column] ?? 0) > (likeness[at]?.[column] ?? 0) ? point : at),
        0,
      );
      const label = labels.get(`${answer} ${keyPoints[best] ?? ''}`);
      return { score: likeness[best]?.[column] ?? 0, strict: label ?? 0, relaxed: label ?? 1 };
    });
    const half = pairs.sort((one, other) => other.score - one.score).slice(0, Math.floor(pairs.length / 2));
    return (['strict', 'relaxed'] as const).map((kind) => {
      const right = half.map((pair) => pair[kind]);
      const precision = averagePrecision(right);
      return { precision, later: precision * mean(right) };
    });
  });
  const [strict, relaxed] = [0, 1].map((kind) => ({
    precision: shown(mean(scores.map((group) => group[kind]?.precision ?? 0))),
    later: shown(mean(scores.map((group) => group[kind]?.later ?? 0))),
  }));
  return {
    groups: groups.length,
    strict: strict?.precision,
    relaxed: relaxed?.precision,
    later: { strict: strict?.later, relaxed: relaxed?.later },
  };
}

/** Recall at 1 and mean reciprocal rank over all syntheses; of equally likely contributions the first counts. */
export function linkScores(themes: readonly LinkedTheme[]) {
  const ranks = themes.flatMap(({ likeness, right }) =>
    right.map((place, synthesis) => {
      const row = likeness[synthesis] ?? new Float64Array();
      const own = row[place] ?? 0;
      return 1 + row.filter((value, other) => value > own || (value === own && other < place)).length;
    }),
  );
  return {
    syntheses: ranks.length,
    recallAt1: shown(mean(ranks.map((rank) => Number(rank === 1)))),
    meanReciprocalRank: shown(mean(ranks.map((rank) => 1 / rank))),
  };
}
