/** x with xⁿ = share, for a share in (0, 1), by bisection: exact arithmetic only. */
export function rootOf(share: number, n: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    let power = 1;
    let base = middle;
    for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) power *= base;
      base *= base;
    }
    if (power < share) low = middle;
    else high = middle;
  }
  return high;
}
