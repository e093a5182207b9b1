/** How many thresholds the table holds: ten random bits choose one. */
export const thresholdBits = 10;
const size = 1 << thresholdBits;
const scale = 1 << 12;

/** ln(x) for x in (0, 1] by basic arithmetic alone: `Math.log` and `Math.exp` differ in the last bit between engines. */
function naturalLog(x: number): number {
  let exponent = 0;
  let mantissa = x;
  while (mantissa < 0.75) {
    mantissa *= 2;
    exponent--;
  }
  // ln m = 2 artanh((m − 1) / (m + 1)), whose series converges fast near 1.
  const ratio = (mantissa - 1) / (mantissa + 1);
  let power = ratio;
  let sum = 0;
  for (let term = 1; term < 30; term += 2) {
    sum += power / term;
    power *= ratio * ratio;
  }
  return 2 * sum + exponent * Math.LN2;
}

const negativeLogs = Int32Array.from({ length: size }, (_, index) =>
  Math.round(-naturalLog((index + 0.5) / size) * scale),
);

/**
 * Metropolis acceptance turned round: exp(−delta / T) > u is delta < −T ln u, so the random bits give the largest increase
 * that is accepted, an integer, before the increase is known.
 * @param temperature in units of cost
 * @returns one threshold for each value of `thresholdBits` random bits
 */
export function thresholds(temperature: number, table: Float64Array = new Float64Array(size)): Float64Array {
  for (let index = 0; index < size; index++)
    table[index] = Math.floor(((negativeLogs[index] as number) * temperature) / scale);
  return table;
}
