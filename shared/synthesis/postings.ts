import type { Vector } from './vocabulary.ts';

/** Vectors that others are compared with, by term. */
export interface Postings {
  readonly add: (vector: Vector) => void;
  /** Cosines with every vector that was added, in order. */
  readonly against: (vector: Vector) => Float64Array;
}

export function createPostings(): Postings {
  const holders: ({ readonly vectors: number[]; readonly weights: number[] } | undefined)[] = [];
  let count = 0;
  return {
    add({ terms, weights }) {
      for (const [place, term] of terms.entries()) {
        holders[term] ??= { vectors: [], weights: [] };
        holders[term].vectors.push(count);
        holders[term].weights.push(weights[place] ?? 0);
      }
      count++;
    },
    against({ terms, weights }) {
      const cosines = new Float64Array(count);
      for (const [place, term] of terms.entries()) {
        const holder = holders[term];
        if (holder === undefined) continue;
        const weight = weights[place] ?? 0;
        for (let at = 0; at < holder.vectors.length; at++) {
          const vector = holder.vectors[at] as number;
          cosines[vector] = (cosines[vector] as number) + weight * (holder.weights[at] as number);
        }
      }
      return cosines;
    },
  };
}
