import type { Language } from '../workshop/state.ts';
import { createField, type Field } from './field.ts';
import { createReader } from './reading.ts';
import { areOpposed } from './twins.ts';
import { learnVocabulary } from './vocabulary.ts';
import { gatherVoices, languageOf, type Voiced } from './voices.ts';

/** A key idea and whose it is: a group's on the wall, a workshop's across workshops. */
export interface IdeaToShare {
  readonly id: string;
  readonly ownerId: string;
  readonly text: string;
  /** The answers behind it: how rare a word is, and which words go together, is learned from them as well. */
  readonly said: readonly string[];
}

/** From here on two sets of key ideas are shown as one, by the mean likeness of their texts. */
const sharedLikeness = 0.35;

/** Below, two ideas share a few letters: whether they are opposed need not be asked. */
const leastAsked = 0.05;

interface Cluster {
  readonly ids: readonly string[];
  readonly size: number;
  /** To every cluster in front of it: likeness, or less than nothing for opposites. */
  readonly near: number[];
}

/**
 * Ideas that several owners share: ids of each set, the one that most owners share first; what only one says is in none.
 * Ideas that say the opposite of each other never stand together. The order of `ideas` does not matter. In steps.
 */
export function* findSharedIdeas(
  ideas: readonly IdeaToShare[],
  { language, question = '' }: { readonly language?: Language; readonly question?: string } = {},
): Generator<undefined, readonly (readonly string[])[]> {
  const read = createReader();
  const { texts, language: common } = yield* gatherVoices(ideas, read, language);
  const behind = [];
  for (const text of ideas.flatMap(({ said }) => said)) {
    behind.push(read(text, language ?? languageOf(text, common)));
    yield;
  }
  const readings = [...texts.map(({ whole }) => whole), ...behind];
  const field = createField(yield* learnVocabulary(readings, read(question, common)), 0);
  for (const text of texts) {
    field.add(text);
    yield;
  }
  const owners = new Map(ideas.map(({ id, ownerId }) => [id, ownerId]));
  const countOwners = ({ ids }: Pick<Cluster, 'ids'>): number => new Set(ids.map((id) => owners.get(id))).size;
  return (yield* gather(field))
    .filter((cluster) => countOwners(cluster) > 1)
    .sort((one, other) => countOwners(other) - countOwners(one) || other.ids.length - one.ids.length)
    .map(({ ids }) => ids);
}

const apart = Number.NEGATIVE_INFINITY;

/** The nearest two first, as long as they are near enough and nobody in one opposes somebody in the other. */
function* gather({ texts, alike }: Field): Generator<undefined, Cluster[]> {
  const clusters: Cluster[] = [];
  for (const [place, text] of texts.entries()) {
    const near = texts.slice(0, place).map((other, at) => {
      const likeness = alike[place]?.[at] ?? 0;
      return likeness >= leastAsked && standApart(text, other) ? apart : likeness;
    });
    clusters.push({ ids: text.ids, size: 1, near });
    yield;
  }
  const nearness = (one: number, other: number): number =>
    clusters[Math.max(one, other)]?.near[Math.min(one, other)] ?? 0;
  for (;;) {
    yield;
    let [into, from, best] = [0, 0, 0];
    for (let other = 1; other < clusters.length; other++) {
      for (let one = 0; one < other; one++) {
        const near = nearness(one, other);
        if (near >= sharedLikeness && near > best) [into, from, best] = [one, other, near];
      }
    }
    if (best === 0) return clusters;
    const [first, second] = [clusters[into] as Cluster, clusters[from] as Cluster];
    const mean = (other: number): number =>
      Math.round(
        ((nearness(into, other) * first.size + nearness(from, other) * second.size) / (first.size + second.size)) * 1e6,
      ) / 1e6;
    const means = clusters.map((_, other) => (other === into || other === from ? 0 : mean(other)));
    for (const [other, near] of means.entries()) {
      const later = clusters[Math.max(into, other)];
      if (other !== into && later !== undefined) later.near[Math.min(into, other)] = near;
    }
    clusters[into] = { ids: [...first.ids, ...second.ids], size: first.size + second.size, near: first.near };
    clusters.splice(from, 1);
    for (const cluster of clusters.slice(from)) cluster.near.splice(from, 1);
  }
}

/** Opposed with the same words; or one is against something, and the other is not: the wall must not make them agree. */
function standApart(one: Voiced, other: Voiced): boolean {
  const isAgainst = ({ sentences }: Voiced): boolean => sentences.some(({ reading }) => reading.side === -1);
  return isAgainst(one) !== isAgainst(other) || areOpposed(one.sentences, other.sentences);
}
