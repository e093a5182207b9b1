import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScript } from './arbitraryScript.ts';
import { Coverage } from './coverage.ts';
import { play } from './play.ts';

const seeds = [20_260_707, 1, 2, 3];
const runsPerSeed = Number(process.env.SIMULATION_RUNS ?? 30);
/** One seed that nobody has seen: fast-check prints it with the shrunk script when it finds something. */
const freshSeed = Math.floor(Math.random() * 2 ** 31);

const coverage = new Coverage();

describe('a workshop in which everything goes wrong', () => {
  it.each([...seeds, freshSeed])('X1 keeps its promises, seed %i', async (seed) => {
    await fc.assert(
      fc.asyncProperty(arbitraryScript, async (script) => {
        await play(script, coverage);
      }),
      { seed, numRuns: runsPerSeed, endOnFailure: false },
    );
  });

  it('X20 has met every operation and every fault', () => {
    expect(coverage.missing(), coverage.toString()).toEqual([]);
  });
});
