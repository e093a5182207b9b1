import { describe, expect, it } from 'vitest';
import { Coverage } from './coverage.ts';
import { play } from './play.ts';
import type { Script, Setting } from './script.ts';

/** The smallest cast. */
const few: Setting = {
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

/** What the simulation has found, as small as it could be made: the script is kept, not the seed. */
const found: readonly (readonly [title: string, script: Script])[] = [
  [
    'X5 whoever changes groups between two breakouts is not welcomed with what the other group said in the first',
    {
      setting: few,
      steps: [
        [300, 'start', 0, 0],
        [300, 'formGroups', 0, 0],
        [300, 'next', 0, 0],
        [300, 'open', 0, 0],
        [4000, 'post', 0, 0],
        [300, 'next', 0, 0],
        [300, 'wall', 0, 0],
        [300, 'formGroups', 0, 0],
        [300, 'next', 0, 0],
        [300, 'open', 0, 0],
      ],
    },
  ],
  [
    'X5 nor is whoever opens the page in the instant between the opening of a breakout and its next patch',
    {
      setting: few,
      steps: [
        [300, 'start', 0, 0],
        [300, 'formGroups', 0, 0],
        [300, 'next', 0, 0],
        [300, 'open', 0, 0],
        [4000, 'post', 0, 0],
        [300, 'post', 3, 0],
        [300, 'post', 6, 0],
        [300, 'post', 1, 0],
        [300, 'next', 0, 0],
        [300, 'formGroups', 0, 0],
        [300, 'formGroups', 0, 0],
        [300, 'next', 0, 0],
        [2000, 'announce', 0, 1],
        [15, 'open', 0, 0],
        [2, 'reload', 3, 0],
      ],
    },
  ],
  [
    'X2 a server that has not heard of the news of another one does not refuse a command that is stored',
    {
      setting: few,
      steps: [
        [300, 'start', 0, 0],
        [0, 'otherNode', 0, 0],
        [300, 'next', 0, 0],
        [400, 'revokeLink', 0, 0],
        [2, 'otherNodeResend', 0, 55],
      ],
    },
  ],
  [
    'X1 news of another server that come while a command is being stored are taken in once',
    {
      setting: few,
      steps: [
        [300, 'otherNode', 0, 0],
        [300, 'otherNode', 0, 1],
        [0, 'announce', 0, 1],
      ],
    },
  ],
  [
    'X13 what was refused stays on a device that has no room left for it among the refused ones',
    {
      setting: { ...few, hosts: 2, doubled: 3, keyIdeasPerGroup: 2, driftsPpm: [40] },
      steps: [
        [0, 'start', 0, 0],
        [0, 'formGroups', 0, 0],
        [2102, 'jump', 0, 1],
        [300, 'open', 0, 0],
        [160, 'post', 51, 0],
        [300, 'killAfterWriting', 0, 0],
        [0, 'withdraw', 0, 0],
        [0, 'withdraw', 0, 0],
        [300, 'refuseStorage', 59, 1],
        [22165, 'reload', 56, 0],
      ],
    },
  ],
  [
    'X15 a leap of the clocks while a page greets leaves it without the time rather than with a wrong one',
    {
      setting: {
        ...few,
        hosts: 2,
        participants: 8,
        doubled: 4,
        skewsMs: [-3000],
        latenciesMs: [143, 210, 10, 108, 77],
      },
      steps: [
        [0, 'joinLate', 0, 0],
        [300, 'start', 0, 0],
        [92, 'putClockForward', 55, 0],
      ],
    },
  ],
  [
    'X17 time gets on past a wait that is shorter than an epoch can tell',
    {
      setting: { ...few, hosts: 2, doubled: 2, keyIdeasPerGroup: 2, skewsMs: [600_000], driftsPpm: [0, 0] },
      steps: [
        [0, 'allowModel', 0, 0],
        [0, 'start', 0, 0],
        [300, 'jump', 0, 0],
        [0, 'formGroups', 0, 0],
        [1839, 'post', 8, 0],
        [300, 'jump', 0, 1],
        [300, 'open', 0, 0],
        [0, 'extend', 0, 0],
        [300, 'post', 0, 0],
        [0, 'post', 0, 0],
        [0, 'post', 0, 0],
        [300, 'busy', 56, 51],
        [0, 'post', 0, 0],
        [107, 'post', 20, 0],
        [300, 'dropCommand', 0, 0],
      ],
    },
  ],
  [
    'X15 nobody presses anything on a device asleep',
    {
      setting: { ...few, participants: 10, doubled: 1, skewsMs: [0, 600_000], latenciesMs: [156, 7, 156, 238] },
      steps: [
        [0, 'start', 0, 0],
        [0, 'killAfterWriting', 0, 0],
        [300, 'twoHostsExtend', 0, 0],
        [1764, 'shorten', 0, 0],
        [401, 'choose', 0, 0],
        [111, 'submit', 0, 0],
        [807, 'post', 0, 0],
        [400, 'sleep', 0, 4],
        [0, 'twoHostsNext', 0, 0],
      ],
    },
  ],
];

describe('scripts that broke a promise once', () => {
  it.each(found)('X1–X18 hold: %s', async (_title, script) => {
    const world = await play(script, new Coverage());
    expect(world.isBroken).toBe(false);
  });
});
