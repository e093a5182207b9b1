/**
 * Whether properties and the simulation draw examples that nobody has seen (EXPLORE=1). Without it they are the same ones
 * every time: a run that fails says something of the change before it, not of the draw.
 */
export const isExploring = process.env.EXPLORE === '1';
