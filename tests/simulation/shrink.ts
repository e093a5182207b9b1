import { Coverage } from './coverage.ts';
import { play } from './play.ts';
import type { Script, Setting, Step } from './script.ts';
import { Violation } from './violation.ts';

/** Which promise a script breaks; undefined when it keeps them all. */
export async function ruleBroken(script: Script): Promise<string | undefined> {
  try {
    await play(script, new Coverage());
    return undefined;
  } catch (violation) {
    return violation instanceof Violation ? violation.rule : String(violation).slice(0, 80);
  }
}

const plainest: Setting = {
  hosts: 1,
  groups: 2,
  participants: 4,
  doubled: 0,
  keyIdeasPerGroup: 1,
  authors: 'hidden',
  skewsMs: [0],
  driftsPpm: [0],
  latenciesMs: [1],
};

/** The script with its setting plainer by one trait, for each trait. */
const plainerSettings = ({ setting, steps }: Script): readonly Script[] => [
  { setting: plainest, steps },
  ...Object.entries(plainest).map(([trait, plain]) => ({ setting: { ...setting, [trait]: plain }, steps })),
];

const plainerSteps = ({ setting, steps }: Script, index: number): readonly Script[] => {
  const [waitMs, what, who, pick] = steps[index] as Step;
  const candidates: readonly Step[] = [
    [0, what, 0, 0],
    [300, what, 0, 0],
    [waitMs, what, 0, 0],
    [waitMs, what, 0, pick],
    [waitMs, what, who, 0],
    [300, what, who, pick],
  ];
  return candidates.map((step) => ({ setting, steps: steps.with(index, step) }));
};

/**
 * A small script that breaks the same promise: whole stretches go first, then single steps, then numbers (after
 * Zeller's delta debugging). Plays at most `plays` scripts.
 */
export async function shrinkScript(script: Script, plays = 400): Promise<Script> {
  const rule = await ruleBroken(script);
  let best = script;
  let left = plays;
  const take = async (candidate: Script): Promise<boolean> => {
    if (left <= 0 || JSON.stringify(candidate) === JSON.stringify(best)) return false;
    left -= 1;
    if ((await ruleBroken(candidate)) !== rule) return false;
    best = candidate;
    return true;
  };
  for (let length = Math.ceil(best.steps.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let start = best.steps.length - length; start > -length; start -= length) {
      const from = Math.max(0, start);
      await take({ setting: best.setting, steps: best.steps.toSpliced(from, length) });
    }
  }
  for (const candidate of plainerSettings(best)) await take({ ...candidate, steps: best.steps });
  for (let index = 0; index < best.steps.length; index++) {
    for (const candidate of plainerSteps(best, index)) if (await take(candidate)) break;
  }
  for (let index = best.steps.length - 1; index >= 0; index--) {
    await take({ setting: best.setting, steps: best.steps.toSpliced(index, 1) });
  }
  return best;
}
