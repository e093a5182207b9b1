import { isDeepStrictEqual } from 'node:util';

/** A promise that was broken: `rule` is its line in RULES.txt. */
export class Violation extends Error {
  readonly rule: string;

  constructor(rule: string, what: string) {
    super(`${rule}: ${what}`);
    this.rule = rule;
  }
}

/** As JSON says it, whatever the order of keys. */
export const same = (one: unknown, other: unknown): boolean => isDeepStrictEqual(plain(one), plain(other));

export const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** Path and values of the first difference, for whoever reads a failure. */
export function firstDifference(expected: unknown, actual: unknown, path = ''): string {
  if (isDeepStrictEqual(expected, actual)) return 'none';
  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (isRecord(expected) && isRecord(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      if (!isDeepStrictEqual(expected[key], actual[key]))
        return firstDifference(expected[key], actual[key], `${path}.${key}`);
    }
  }
  return `${path}: expected ${JSON.stringify(expected)?.slice(0, 300)}, got ${JSON.stringify(actual)?.slice(0, 300)}`;
}
