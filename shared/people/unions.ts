/** Sets of numbers from 0 on that grow together; each set goes by its least member, whatever the order of the unions. */
export interface Unions {
  readonly find: (one: number) => number;
  readonly join: (one: number, other: number) => void;
}

export function createUnions(count: number): Unions {
  const parents = Array.from({ length: count }, (_, index) => index);
  const find = (one: number): number => {
    let root = one;
    while (parents[root] !== root) root = parents[root] as number;
    let at = one;
    while (parents[at] !== root) {
      const next = parents[at] as number;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  return {
    find,
    join: (one, other) => {
      const [least, most] = [find(one), find(other)].sort((a, b) => a - b) as [number, number];
      parents[most] = least;
    },
  };
}
