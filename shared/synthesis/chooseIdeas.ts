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
const standsPerStep = 4;

const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;
const chance = (likeness: number): number => 1 / (1 + Math.exp(-sharpness * (likeness - evenLikeness)));

/** How much a sentence stands for each text of the field, and for all of them. */
interface Stand {
  readonly candidate: number;
  /** By text; with room for texts that come. */
  gains: Float64Array;
  total: number;
}

/** The sentences that may become ideas, and every pair of them with what it stands for. */
export interface Choice {
  /** Places of the candidates that stand for most, the first for most of all; at most one for a text. */
  readonly best: (ideas: number) => number[];
  /** A text was added to the field, or its voices changed. */
  readonly update: (text: number) => void;
}

/** The larger less a share of the smaller, without a branch: this runs for every pair of sentences and every text. */
const merged = (one: number, other: number): number =>
  ((1 - sharedCost) / 2) * (one + other) + ((1 + sharedCost) / 2) * Math.abs(one - other);

function gainOf(field: Field, index: number, text: number): number {
  const candidate = field.candidates[index];
  const weight = field.texts[text]?.weight ?? 0;
  return candidate === undefined || weight === 0 ? 0 : candidate.worth * weight * chance(candidate.likeness[text] ?? 0);
}

const roomFor = (texts: number): number => Math.ceil(texts * 1.25) + 16;

function standOf(field: Field, candidate: number): Stand {
  const gains = new Float64Array(roomFor(field.texts.length));
  let total = 0;
  for (let text = 0; text < field.texts.length; text++) {
    const gain = gainOf(field, candidate, text);
    gains[text] = gain;
    total += gain;
  }
  return { candidate, gains, total };
}

function withRoom(gains: Float64Array, texts: number): Float64Array {
  if (texts <= gains.length) return gains;
  const wider = new Float64Array(roomFor(texts));
  wider.set(gains);
  return wider;
}

function together({ gains }: Stand, other: Stand, texts: number): number {
  let score = 0;
  for (let text = 0; text < texts; text++) score += merged(gains[text] as number, other.gains[text] as number);
  return score;
}

/** What a stand covers together with each of some others. */
const pairsOf = (stand: Stand, others: readonly Stand[], texts: number): Float64Array =>
  Float64Array.from(others, (other) => together(other, stand, texts));

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
  const pairs: Float64Array[] = [];
  for (const [index, stand] of tried.entries()) {
    pairs.push(pairsOf(stand, tried.slice(0, index), field.texts.length));
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
      const row = pairs[second] as Float64Array;
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
      const before = Float64Array.from(tried, ({ gains }) => gains[text] ?? 0);
      const after = Float64Array.from(tried, ({ candidate }) => gainOf(field, candidate, text));
      for (const [index, stand] of tried.entries()) {
        stand.gains = withRoom(stand.gains, field.texts.length);
        stand.gains[text] = after[index] as number;
        stand.total += (after[index] as number) - (before[index] as number);
      }
      // Plain loops: 180,000 pairs, each time somebody answers.
      for (const [second, row] of pairs.entries()) {
        const now = after[second] as number;
        const was = before[second] as number;
        for (let first = 0; first < second; first++) {
          const change = merged(after[first] as number, now) - merged(before[first] as number, was);
          row[first] = (row[first] as number) + change;
        }
      }
      for (; candidatesSeen < field.candidates.length; candidatesSeen++) {
        if (tried.length >= sentencesKept) continue;
        const stand = standOf(field, candidatesSeen);
        pairs.push(pairsOf(stand, tried, field.texts.length));
        tried.push(stand);
      }
    },
  };
}
