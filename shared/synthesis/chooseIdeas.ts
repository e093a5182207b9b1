/** Pairs are tried one by one among as many sentences as this, the most central ones: 80,000 pairs. */
const candidatesTried = 400;

interface Choice {
  readonly candidates: readonly { readonly answer: number; readonly worth: number }[];
  /** By answer: 0 for one that says nothing. */
  readonly weights: readonly number[];
  /** Likeness of candidate to answer, row by row. */
  readonly alike: Float64Array;
  readonly ideas: number;
}

const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;

/**
 * Indices of the candidates that stand together for most of the answers (sum, over answers, of the likeness to the
 * nearest): the exact best pair for two ideas, one after the other for any other number. At most one per answer; ties go
 * to the first. The one that stands for most comes first.
 */
export function chooseIdeas({ candidates, weights, alike, ideas }: Choice): number[] {
  const width = weights.length;
  const value = alike.map((likeness, cell) => {
    const worth = candidates[Math.floor(cell / width)]?.worth ?? 0;
    return likeness * worth * (weights[cell % width] ?? 0);
  });
  const rows = candidates.map((_, index) => value.subarray(index * width, (index + 1) * width));
  const sums = rows.map((row) => rounded(row.reduce((sum, each) => sum + each, 0)));
  const central = rows
    .map((_, index) => index)
    .sort((one, other) => (sums[other] ?? 0) - (sums[one] ?? 0) || one - other);
  const tried = central.slice(0, candidatesTried);
  const chosen = ideas === 2 && tried.length > 1 ? bestPair(tried) : oneByOne(tried, Math.max(0, ideas));
  return chosen.sort((one, other) => (sums[other] ?? 0) - (sums[one] ?? 0) || one - other);

  function bestPair(among: readonly number[]): number[] {
    let best: number[] = among.slice(0, 1);
    let bestScore = -1;
    for (let first = 0; first < among.length; first++) {
      const one = among[first] ?? 0;
      const oneRow = rows[one] ?? new Float64Array();
      const oneAnswer = candidates[one]?.answer;
      for (let second = first + 1; second < among.length; second++) {
        const other = among[second] ?? 0;
        // Sums only fall from here on: no later second can do better with this first.
        if ((sums[one] ?? 0) + (sums[other] ?? 0) < bestScore) break;
        if (candidates[other]?.answer === oneAnswer) continue;
        const otherRow = rows[other] ?? new Float64Array();
        let score = 0;
        for (let answer = 0; answer < width; answer++) {
          const here = oneRow[answer] as number;
          const there = otherRow[answer] as number;
          score += here > there ? here : there;
        }
        score = rounded(score);
        if (score > bestScore) {
          bestScore = score;
          best = [one, other];
        }
      }
    }
    return best;
  }

  function oneByOne(among: readonly number[], count: number): number[] {
    const taken: number[] = [];
    const answers = new Set<number | undefined>();
    const covered = new Float64Array(width);
    while (taken.length < count) {
      let best: number | undefined;
      let bestGain = -1;
      for (const index of among) {
        if (answers.has(candidates[index]?.answer)) continue;
        let gain = 0;
        for (let answer = 0; answer < width; answer++) {
          gain += Math.max(0, (rows[index]?.[answer] ?? 0) - (covered[answer] ?? 0));
        }
        gain = rounded(gain);
        if (gain > bestGain) [best, bestGain] = [index, gain];
      }
      if (best === undefined) break;
      taken.push(best);
      answers.add(candidates[best]?.answer);
      (rows[best] ?? new Float64Array()).forEach((each, answer) => {
        covered[answer] = Math.max(covered[answer] ?? 0, each);
      });
    }
    return taken;
  }
}
