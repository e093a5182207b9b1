import type { Field } from './field.ts';

/** Pairs are tried one by one among as many sentences as this, the most central ones: 80,000 pairs. */
const sentencesTried = 400;
/** Sentences that come later are tried as well, up to this. */
const sentencesKept = 600;
/** What a text that both ideas stand for takes off: two ideas are to say two things. Measured. */
const sharedCost = 0.2;
/** Chance that two texts say the same, by their likeness: a half at 0.35, sure at 0.7. Measured. */
const evenLikeness = 0.35;
const sharpness = 12;
const standsPerStep = 8;

const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;
const chance = (likeness: number): number => 1 / (1 + Math.exp(-sharpness * (likeness - evenLikeness)));

/** How much a sentence stands for each text of the field, and for all of them. */
interface Stand {
  readonly candidate: number;
  readonly gains: number[];
  total: number;
}

/** The sentences that may become ideas, and every pair of them with what it stands for. */
export interface Choice {
  /** Places of the candidates that stand for most, the first for most of all; at most one for a text. */
  readonly best: (ideas: number) => number[];
  /** A text was added to the field, or its voices changed. */
  readonly update: (text: number) => void;
}

const merged = (one: number, other: number): number =>
  one > other ? one - sharedCost * other : other - sharedCost * one;

function gainOf(field: Field, index: number, text: number): number {
  const candidate = field.candidates[index];
  const weight = field.texts[text]?.weight ?? 0;
  return candidate === undefined || weight === 0 ? 0 : candidate.worth * weight * chance(candidate.likeness[text] ?? 0);
}

function standOf(field: Field, candidate: number): Stand {
  const gains = field.texts.map((_, text) => gainOf(field, candidate, text));
  return { candidate, gains, total: gains.reduce((sum, gain) => sum + gain, 0) };
}

function together({ gains }: Stand, other: Stand): number {
  let score = 0;
  for (let text = 0; text < gains.length; text++) {
    score += merged(gains[text] as number, other.gains[text] as number);
  }
  return score;
}

/** Weighs the sentences of a field, in steps. */
export function* weighChoice(field: Field): Generator<undefined, Choice> {
  const all: Stand[] = [];
  for (const index of field.candidates.keys()) {
    all.push(standOf(field, index));
    if (index % standsPerStep === 0) yield;
  }
  const tried = all
    .sort((one, other) => rounded(other.total) - rounded(one.total) || one.candidate - other.candidate)
    .slice(0, sentencesTried)
    .sort((one, other) => one.candidate - other.candidate);
  /** Of each with those before it. */
  const pairs: number[][] = [];
  for (const [index, stand] of tried.entries()) {
    pairs.push(tried.slice(0, index).map((other) => together(other, stand)));
    if (index % standsPerStep === 0) yield;
  }
  const textOf = ({ candidate }: Stand): number | undefined => field.candidates[candidate]?.text;
  /** Nobody says it any more. */
  const isGone = (stand: Stand): boolean => field.texts[textOf(stand) ?? -1]?.ids.length === 0;
  let candidatesSeen = field.candidates.length;

  function bestPair(): Stand[] {
    let best: Stand[] = tried.filter((stand) => !isGone(stand)).slice(0, 1);
    let bestScore = -1;
    for (let second = 1; second < tried.length; second++) {
      const row = pairs[second] as number[];
      for (let first = 0; first < second; first++) {
        // Rounded only when it may win: this runs for every pair.
        if ((row[first] as number) < bestScore) continue;
        const score = rounded(row[first] as number);
        if (score <= bestScore) continue;
        const [one, other] = [tried[first] as Stand, tried[second] as Stand];
        if (textOf(one) === textOf(other) || isGone(one) || isGone(other)) continue;
        bestScore = score;
        best = [one, other];
      }
    }
    return best;
  }

  function oneByOne(count: number): Stand[] {
    const taken: Stand[] = [];
    const covered = field.texts.map(() => 0);
    while (taken.length < count) {
      let best: Stand | undefined;
      let bestGain = -1;
      for (const stand of tried) {
        if (isGone(stand) || taken.some((one) => textOf(one) === textOf(stand))) continue;
        const gain = rounded(
          stand.gains.reduce((sum, each, text) => sum + Math.max(0, each - (covered[text] ?? 0)), 0),
        );
        if (gain > bestGain) [best, bestGain] = [stand, gain];
      }
      if (best === undefined) break;
      taken.push(best);
      for (const [text, gain] of best.gains.entries()) covered[text] = Math.max(covered[text] ?? 0, gain);
    }
    return taken;
  }

  return {
    best(ideas) {
      if (ideas < 1) return [];
      const chosen = ideas === 2 && tried.length > 1 ? bestPair() : oneByOne(ideas);
      return chosen
        .sort((one, other) => rounded(other.total) - rounded(one.total) || one.candidate - other.candidate)
        .map(({ candidate }) => candidate);
    },
    update(text) {
      const before = tried.map(({ gains }) => gains[text] ?? 0);
      for (const stand of tried) {
        const gain = gainOf(field, stand.candidate, text);
        stand.total += gain - (stand.gains[text] ?? 0);
        stand.gains[text] = gain;
      }
      for (const [second, row] of pairs.entries()) {
        const now = tried[second]?.gains[text] ?? 0;
        const was = before[second] ?? 0;
        for (let first = 0; first < second; first++) {
          row[first] =
            (row[first] as number) -
            merged(before[first] as number, was) +
            merged((tried[first] as Stand).gains[text] as number, now);
        }
      }
      for (; candidatesSeen < field.candidates.length; candidatesSeen++) {
        if (tried.length >= sentencesKept) continue;
        const stand = standOf(field, candidatesSeen);
        pairs.push(tried.map((other) => together(other, stand)));
        tried.push(stand);
      }
    },
  };
}
