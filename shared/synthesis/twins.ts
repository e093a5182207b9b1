import { isPole } from './polarity.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './voices.ts';

/** Shares of the matter of the shorter and of the longer one that two sentences about the same thing have in common. */
const sharedOfShorter = 0.6;
const sharedOfLonger = 0.6;
/** "Pour la fusion, elle…" and "Contre la fusion, car…": when both take sides, a part in common is enough. */
const sharedOfSides = 0.3;
const generalMatter = 0.5;

/** What a sentence is about: its words without those that say on which side it stands. */
function matterOf(reading: Reading): ReadonlyMap<string, number> {
  const matter = new Map<string, number>();
  for (const { stem, typed, isGeneral } of reading.words) {
    if (!isPole(typed)) matter.set(stem, isGeneral ? generalMatter : 1);
  }
  return matter;
}

/** A reading is asked about many times, and never changes. */
const matters = new WeakMap<Reading, ReadonlyMap<string, number>>();

function matter(reading: Reading): ReadonlyMap<string, number> {
  let known = matters.get(reading);
  if (known === undefined) {
    known = matterOf(reading);
    matters.set(reading, known);
  }
  return known;
}

const sum = (weights: Iterable<number>): number => {
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
};

/** Whether two sentences say the opposite of the same thing (−1), the same of it (1), or are about two things (0). */
function compare(one: Reading, other: Reading): -1 | 0 | 1 {
  const [first, second] = [matter(one), matter(other)];
  let shared = 0;
  for (const [stem, weight] of first) if (second.has(stem)) shared += weight;
  if (shared === 0) return 0;
  const sizes = [sum(first.values()), sum(second.values())];
  const ofShorter = shared / Math.min(...sizes);
  if (one.side * other.side === -1) return ofShorter >= sharedOfSides ? -1 : 0;
  // "Contre la fusion" leaves no doubt; a "pas" somewhere does, unless all the rest is the same.
  const takesSides = (one.side === -1 && other.sign === 1) || (other.side === -1 && one.sign === 1);
  const isSame = ofShorter >= sharedOfShorter && (takesSides || shared / Math.max(...sizes) >= sharedOfLonger);
  return !isSame ? 0 : one.sign === other.sign ? 1 : -1;
}

/**
 * Whether a text says the opposite of a sentence with the same words: one of its sentences does, and none says the same.
 */
export function opposes(sentence: Reading, text: readonly Sentence[]): boolean {
  let isOpposed = false;
  for (const { reading } of text) {
    // Most sentences are on the same side, and need not be compared.
    const mayOppose = reading.sign !== sentence.sign || reading.side * sentence.side === -1;
    if (mayOppose && !isOpposed) isOpposed = compare(sentence, reading) === -1;
  }
  return isOpposed && !text.some(({ reading }) => compare(sentence, reading) === 1);
}

/** Whether a sentence of one text opposes the other text, or the other way round. */
export const areOpposed = (one: readonly Sentence[], other: readonly Sentence[]): boolean =>
  one.some(({ reading }) => opposes(reading, other)) || other.some(({ reading }) => opposes(reading, one));
