/** A text as a direction: weights by term, of length 1 (or none when the text says nothing). */
type Vector = ReadonlyMap<number, number>;

/** Terms of a set of texts, weighted by how rare they are in it (TF-IDF); those of `faint` weigh half. */
export function weighTerms(
  documents: readonly (readonly string[])[],
  faint: ReadonlySet<string>,
): (terms: readonly string[]) => Vector {
  const ids = new Map<string, number>();
  const frequency: number[] = [];
  for (const document of documents) {
    for (const term of new Set(document)) {
      const id = ids.get(term) ?? ids.size;
      ids.set(term, id);
      frequency[id] = (frequency[id] ?? 0) + 1;
    }
  }
  const rarity = frequency.map((count) => Math.log(1 + documents.length / count));
  for (const term of faint) {
    const id = ids.get(term);
    if (id !== undefined) rarity[id] = (rarity[id] ?? 0) / 2;
  }
  return (terms) => {
    const weights = new Map<number, number>();
    for (const term of terms) {
      const id = ids.get(term);
      if (id !== undefined) weights.set(id, (weights.get(id) ?? 0) + 1);
    }
    let square = 0;
    for (const [id, count] of weights) {
      const weight = (1 + Math.log(count)) * (rarity[id] ?? 0);
      weights.set(id, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square);
    for (const [id, weight] of weights) weights.set(id, weight / length);
    return weights;
  };
}

/** Cosines of every row with every column: `rows.length` × `columns.length` numbers between 0 and 1, row by row. */
export function cosines(rows: readonly Vector[], columns: readonly Vector[]): Float64Array {
  const holders: { columns: number[]; weights: number[] }[] = [];
  columns.forEach((column, index) => {
    for (const [id, weight] of column) {
      holders[id] ??= { columns: [], weights: [] };
      holders[id].columns.push(index);
      holders[id].weights.push(weight);
    }
  });
  const table = new Float64Array(rows.length * columns.length);
  rows.forEach((row, rowIndex) => {
    const offset = rowIndex * columns.length;
    for (const [id, weight] of row) {
      const holder = holders[id];
      if (holder === undefined) continue;
      for (let at = 0; at < holder.columns.length; at++) {
        const cell = offset + (holder.columns[at] ?? 0);
        table[cell] = (table[cell] ?? 0) + weight * (holder.weights[at] ?? 0);
      }
    }
  });
  return table;
}
