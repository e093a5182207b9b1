import fc from 'fast-check';
import {
  type FaultName,
  faultNames,
  type OperationName,
  operationNames,
  type Script,
  type Setting,
  type Step,
} from './script.ts';

type Name = OperationName | FaultName;

const number = fc.nat({ max: 60 });
const waitMs = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 400 }) },
  { weight: 3, arbitrary: fc.integer({ min: 400, max: 4_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 4_000, max: 40_000 }) },
);

/** Some of these, in any order; a name that stands twice comes twice as often. Now and then a fault, or anything at all. */
const scenes = (names: readonly Name[], maxLength: number): fc.Arbitrary<readonly Step[]> => {
  const what = fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...names) },
    { weight: 4, arbitrary: fc.constantFrom<Name>(...faultNames) },
    { weight: 1, arbitrary: fc.constantFrom<Name>(...operationNames.filter((name) => name !== 'end')) },
  );
  return fc.array(fc.tuple(waitMs, what, number, number), { maxLength, size: 'max' });
};

/** What a workshop needs to get on: it happens nearly always. */
const cue = (what: Name, pick = number): fc.Arbitrary<readonly Step[]> =>
  fc.oneof(
    // First, so that shrinking tries to do without.
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.constant<readonly Step[]>([]) },
    {
      weight: 15,
      arbitrary: fc
        .tuple(fc.integer({ min: 300, max: 2_500 }), number, pick)
        .map(([wait, who, pick]): readonly Step[] => [[wait, what, who, pick]]),
    },
  );

const arriving: readonly Name[] = [
  'joinLate',
  'joinAgain',
  'dropJoinReply',
  'reviseMyself',
  'reload',
  'allowModel',
  'expect',
  'namesakes',
];
const choosing: readonly Name[] = ['choose', 'choose', 'choose', 'choose', 'joinLate', 'offerChoice'];
const running: readonly Name[] = [
  'pause',
  'resume',
  'extend',
  'shorten',
  'next',
  'back',
  'jump',
  'absorb',
  'announce',
  'twoHostsNext',
  'twoHostsExtend',
];
const placing: readonly Name[] = [
  'publish',
  'publish',
  'exchange',
  'saveRecipe',
  'dropRecipe',
  'noteEarlier',
  'forgetEarlier',
  'movePerson',
  'takePerson',
  'joinLate',
  'formGroups',
  'noteArrival',
  'expect',
  'match',
  'namesakes',
  'setAside',
  'nameAnimator',
  'releaseAnimator',
];
const working: readonly Name[] = [
  'post',
  'post',
  'post',
  'post',
  'post',
  'post',
  'post',
  'edit',
  'support',
  'unsupport',
  'post',
  'post',
  'post',
  'post',
  'support',
  'support',
  'edit',
  'withdraw',
  'unsupport',
  'noteArrival',
  'noteArrival',
  'clearArrival',
  'callForHelp',
  'answerHelp',
  'announce',
  'extend',
  'pause',
  'resume',
  'takePerson',
  'movePerson',
  'joinLate',
  'allowModel',
  'draftIdea',
  'dropIdea',
  'removeAnswer',
  'setAside',
  'takePlace',
  'takePlace',
  'nameAnimator',
  'releaseAnimator',
  'expect',
  'joinLate',
  'match',
  'arrange',
  'arrange',
];
const concluding: readonly Name[] = [
  'draftIdea',
  'draftIdea',
  'draftIdea',
  'post',
  'submit',
  'submit',
  'submit',
  'reviseIdea',
  'reopen',
  'arrange',
  'putLens',
  'withdraw',
  'removeAnswer',
  'merge',
  'merge',
];
const plenary: readonly Name[] = [
  'present',
  'present',
  'present',
  'present',
  'order',
  'wall',
  'submit',
  'reopen',
  'edit',
  'pause',
  'resume',
  'reviseIdea',
  'removeAnswer',
  'putLens',
];
const governing: readonly Name[] = [
  'revokeLink',
  'renewLink',
  'removePerson',
  'back',
  'next',
  'open',
  'bringBack',
  'joinLate',
  'jump',
  'allowModel',
  'forbidModel',
];

const setting: fc.Arbitrary<Setting> = fc.record({
  hosts: fc.integer({ min: 1, max: 2 }),
  groups: fc.integer({ min: 2, max: 3 }),
  participants: fc.integer({ min: 4, max: 12 }),
  doubled: fc.integer({ min: 0, max: 4 }),
  keyIdeasPerGroup: fc.integer({ min: 1, max: 2 }),
  authors: fc.constantFrom('hidden' as const, 'hidden' as const, 'animators' as const),
  skewsMs: fc.array(fc.constantFrom(0, 600_000, -600_000, 90_000, -3_000), { minLength: 1, maxLength: 4 }),
  driftsPpm: fc.array(fc.constantFrom(0, 0, 40, -40, 120), { minLength: 1, maxLength: 3 }),
  latenciesMs: fc.array(fc.integer({ min: 1, max: 250 }), { minLength: 1, maxLength: 5 }),
});

export const arbitraryScript: fc.Arbitrary<Script> = fc.record({
  setting,
  steps: fc
    .tuple(
      scenes(arriving, 4),
      cue('start'),
      scenes(running, 4),
      cue('formGroups'),
      scenes(placing, 4),
      cue('jump', fc.constant(1)),
      cue('open'),
      scenes(working, 35),
      scenes(concluding, 25),
      cue('answerAtBell'),
      cue('bringBack'),
      cue('next'),
      cue('present'),
      scenes(plenary, 12),
      cue('wall'),
      scenes(governing, 6),
      fc.oneof(cue('formGroups'), cue('offerChoice')),
      scenes(choosing, 6),
      cue('closeChoice'),
      cue('jump', fc.constant(3)),
      cue('open'),
      scenes([...working, ...concluding], 15),
      cue('bringBack'),
      cue('next'),
      scenes([...plenary, ...operationNames], 8),
      cue('end'),
    )
    .map((parts) => parts.flat()),
});
