import type { Reading, Word } from './reading.ts';

/** A text as a direction of length 1 (0 for one that says nothing): the term at each place and its weight. */
export interface Vector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** How rare the words of a group are, and which go together. Figures measured on the cases of `tests/bench`. */
export interface Vocabulary {
  readonly weigh: (reading: Reading) => Vector;
}

/** What likeness of letters weighs beside likeness of words. */
const gramWeight = 1.3;
/** What words of the question and general words weigh: they are in answers of every opinion. */
const faintWeight = 0.5;
/** A word lends its weight to as many of the words that come with it. */
const companions = 12;
/** A pair of words that met once tells nothing; each meeting is believed as n / (n + 1) (Pantel & Lin 2002). */
const leastMeetings = 2;
/** A pasted document would make pairs of everything. */
const wordsPaired = 120;
const textsPerStep = 8;

const wordShare = Math.sqrt(1 / (1 + gramWeight));
const gramShare = Math.sqrt(gramWeight / (1 + gramWeight));

/**
 * Learns from the texts of one group, in steps: rarity of words and of 3–5 characters (TF-IDF), and normalised pointwise
 * mutual information of words that come together. A text weighed later may bring new words: they count as said once.
 */
export function* learnVocabulary(texts: readonly Reading[], question: Reading): Generator<undefined, Vocabulary> {
  const count = texts.length;
  const asked = new Set(question.words.map(({ stem }) => stem));
  const words = new Map<string, number>();
  const grams = new Map<string, number>();
  const frequency: number[] = [];
  const rarity: number[] = [];
  let known = 0;

  const idOf = (map: Map<string, number>, term: string): number => {
    let id = map.get(term);
    if (id === undefined) {
      id = known++;
      map.set(term, id);
    }
    return id;
  };
  /** Readers give the same word for the same letters: its grams are looked up once. */
  const gramIds = new Map<Word, readonly number[]>();
  const gramsOf = (word: Word): readonly number[] => {
    let ids = gramIds.get(word);
    if (ids === undefined) {
      ids = word.grams.map((gram) => idOf(grams, gram));
      gramIds.set(word, ids);
    }
    return ids;
  };
  const rarityOf = (holders: number): number => Math.log(1 + Math.max(1, count) / holders);
  const heard = (ids: Iterable<number>): void => {
    for (const id of ids) frequency[id] = (frequency[id] ?? 0) + 1;
  };

  const stemsOf: number[][] = [];
  for (const [index, text] of texts.entries()) {
    const stems = new Set(text.words.map(({ stem }) => idOf(words, stem)));
    stemsOf.push([...stems]);
    heard(stems);
    heard(new Set(text.words.flatMap(gramsOf)));
    if (index % textsPerStep === 0) yield;
  }
  for (const [id, holders] of frequency.entries()) rarity[id] = rarityOf(holders);

  const meetings: (Map<number, number> | undefined)[] = [];
  for (const [index, stems] of stemsOf.entries()) {
    const paired = stems.filter((id) => (frequency[id] ?? 0) >= leastMeetings).slice(0, wordsPaired);
    for (const one of paired) {
      meetings[one] ??= new Map();
      const met = meetings[one];
      for (const other of paired) if (one !== other) met.set(other, (met.get(other) ?? 0) + 1);
    }
    if (index % textsPerStep === 0) yield;
  }
  const lent: (readonly (readonly [number, number])[] | undefined)[] = [];
  for (const [one, met] of meetings.entries()) {
    if (met === undefined) continue;
    const near: [number, number][] = [];
    for (const [other, times] of met) {
      if (times < leastMeetings) continue;
      const closeness = companionship(times, frequency[one] ?? 1, frequency[other] ?? 1, count);
      if (closeness > 0) near.push([other, closeness]);
    }
    near.sort((first, second) => second[1] - first[1] || first[0] - second[0]);
    lent[one] = near.slice(0, companions);
    if (one % (textsPerStep * 8) === 0) yield;
  }

  const weighed = (counts: ReadonlyMap<number, number>): Map<number, number> => {
    const weights = new Map<number, number>();
    for (const [id, times] of counts) {
      weights.set(id, (times >= 1 ? 1 + Math.log(times) : times) * (rarity[id] ?? rarityOf(1)));
    }
    return weights;
  };
  const add = (map: Map<number, number>, id: number, weight: number): void => {
    map.set(id, (map.get(id) ?? 0) + weight);
  };

  return {
    weigh(reading) {
      const stems = new Map<number, number>();
      const letters = new Map<number, number>();
      const faint = new Set<number>();
      for (const word of reading.words) {
        const id = idOf(words, word.stem);
        const isFaint = word.isGeneral || asked.has(word.stem);
        if (isFaint) faint.add(id);
        add(stems, id, 1);
        for (const gram of gramsOf(word)) add(letters, gram, isFaint ? faintWeight : 1);
      }
      const said = weighed(stems);
      for (const id of faint) said.set(id, (said.get(id) ?? 0) * faintWeight);
      const meant = new Map(said);
      for (const [id, weight] of said) {
        for (const [other, closeness] of lent[id] ?? []) add(meant, other, weight * closeness);
      }
      const terms: number[] = [];
      const weights: number[] = [];
      for (const [part, share] of [[meant, wordShare] as const, [weighed(letters), gramShare] as const]) {
        let square = 0;
        for (const weight of part.values()) square += weight * weight;
        const scale = square === 0 ? 0 : share / Math.sqrt(square);
        for (const [id, weight] of part) {
          terms.push(id);
          weights.push(weight * scale);
        }
      }
      return { terms, weights };
    },
  };
}

/** Normalised pointwise mutual information (Bouma 2009), believed the less the rarer the words are. */
function companionship(times: number, one: number, other: number, texts: number): number {
  const share = times / texts;
  if (share >= 1) return 0;
  const information = Math.log((times * texts) / (one * other)) / -Math.log(share);
  const rarer = Math.min(one, other);
  return information * (times / (times + 1)) * (rarer / (rarer + 1));
}
