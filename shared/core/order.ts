/** Order of two ids that is the same on every machine, whatever its language. */
export const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
