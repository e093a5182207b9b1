import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExploring } from '../exploring.ts';
import { arbitraryScript } from './arbitraryScript.ts';
import { Coverage } from './coverage.ts';
import { play } from './play.ts';
import { shrinkScript } from './shrink.ts';

/** With EXPLORE=1 one more that nobody has seen: its number stands in the title of its test. */
const seeds = [20_260_707, 1, 2, 3, ...(isExploring ? [Math.floor(Math.random() * 2 ** 31)] : [])];
/** More of them, for a night: EXPLORE=1 SIMULATION_RUNS=2000. */
const runsPerSeed = Number(process.env.SIMULATION_RUNS ?? 90);

const coverage = new Coverage();

describe('a workshop in which everything goes wrong', () => {
  it.each(seeds)(
    'X1–X18 X21 X22 keeps its promises, seed %i',
    { timeout: 60_000 + runsPerSeed * 3_000 },
    async (seed) => {
      const played = await fc.check(
        fc.asyncProperty(arbitraryScript, async (script) => {
          await play(script, coverage);
        }),
        { seed, numRuns: runsPerSeed, endOnFailure: true },
      );
      if (!played.failed) return;
      // Our own shrinking: fast-check's is thorough, and takes a quarter of an hour over a script of a hundred lines.
      const [script] = played.counterexample ?? [];
      const smallest = script === undefined ? 'no script' : JSON.stringify(await shrinkScript(script));
      throw new Error(`this script belongs into regressions.test.ts: ${smallest}`, { cause: played.errorInstance });
    },
  );

  it('X20 has met every operation and every fault', () => {
    expect(coverage.missing(), coverage.toString()).toEqual([]);
  });

  it('X19 plays the same script to the same log', async () => {
    for (const script of fc.sample(arbitraryScript, { seed: 3, numRuns: 3 })) {
      const [one, other] = [await play(script, new Coverage()), await play(script, new Coverage())];
      expect(other.book.facts).toEqual(one.book.facts);
    }
  });
});
