/** A text made out of another one: for each of its characters, the stretch of the original that it stands for. */
export interface Traced {
  readonly text: string;
  /** By UTF-16 place in `text`: where its stretch of the original begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What replaces the stretch of the original from `start` to `end`. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function traceOf(pieces: readonly Piece[]): Traced {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { text, start, end } of pieces) {
    for (let place = 0; place < text.length; place++) {
      starts.push(start);
      ends.push(end);
    }
  }
  return { text: pieces.map(({ text }) => text).join(''), starts, ends };
}

/** A letter with the marks on it: folding one must not look at half of it. */
const cluster = /\P{M}\p{M}*|\p{M}+/gu;

/** The text letter by letter, each with its marks changed by `change`. */
export function traceLetters(original: string, change: (letter: string) => string): Traced {
  const pieces: Piece[] = [];
  for (const match of original.matchAll(cluster)) {
    const [letter] = match;
    pieces.push({ text: change(letter), start: match.index, end: match.index + letter.length });
  }
  return traceOf(pieces);
}

/** The stretch of the original behind `from` to `to` of the text, `to` not included. */
export function stretchOf({ starts, ends }: Traced, from: number, to: number): { start: number; end: number } {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}

/** `outer` was made out of the text of `inner`: the same, traced to the original of `inner`. */
export function throughBoth(outer: Traced, inner: Traced): Traced {
  const behind = outer.starts.map((start, place) => stretchOf(inner, start, outer.ends[place] ?? start));
  return { text: outer.text, starts: behind.map(({ start }) => start), ends: behind.map(({ end }) => end) };
}
