/** What people do. Each looks at the screen of whoever acts, and sends what that screen allows to press. */
export const operationNames = [
  'start',
  'pause',
  'resume',
  'extend',
  'shorten',
  'next',
  'back',
  'jump',
  'absorb',
  'formGroups',
  'movePerson',
  'takePerson',
  'open',
  'bringBack',
  'announce',
  'callForHelp',
  'answerHelp',
  'noteArrival',
  'clearArrival',
  'post',
  'edit',
  'withdraw',
  'removeAnswer',
  'support',
  'unsupport',
  'draftIdea',
  'reviseIdea',
  'dropIdea',
  'submit',
  'reopen',
  'arrange',
  'putLens',
  'order',
  'present',
  'wall',
  'revokeLink',
  'renewLink',
  'removePerson',
  'reviseMyself',
  'allowModel',
  'forbidModel',
  'expect',
  'match',
  'offerChoice',
  'choose',
  'closeChoice',
  'setAside',
  'publish',
  'exchange',
  'saveRecipe',
  'dropRecipe',
  'noteEarlier',
  'forgetEarlier',
  'takePlace',
  'merge',
  'nameAnimator',
  'releaseAnimator',
  'end',
] as const;
export type OperationName = (typeof operationNames)[number];

/** What happens to people, networks, machines and clocks; the coming of people belongs here, too. */
export const faultNames = [
  'joinLate',
  'joinAgain',
  'namesakes',
  'dropJoinReply',
  'dropCommand',
  'dropAck',
  'dropPatch',
  'duplicate',
  'delay',
  'disconnect',
  'deadLink',
  'offline',
  'reload',
  'restartBrowser',
  'sleep',
  'putClockForward',
  'putClockBack',
  'refuseStorage',
  'busy',
  'killServer',
  'killAfterWriting',
  'slowAppend',
  'conflict',
  'failBeforeWriting',
  'failAfterWriting',
  'otherNode',
  'otherNodeResend',
  'answerAtBell',
  'twoHostsNext',
  'twoHostsExtend',
] as const;
export type FaultName = (typeof faultNames)[number];

/**
 * One line of a script: after `waitMs`, something happens. `who` and `pick` choose, among whoever may and whatever is
 * there then, by remainder: every number means something in every world, so that a script stays playable when shrunk.
 */
export type Step = readonly [waitMs: number, what: OperationName | FaultName, who: number, pick: number];

/** The cast, and the world that they live in. */
export interface Setting {
  readonly hosts: number;
  readonly groups: number;
  readonly participants: number;
  /** So many of the first devices have the page open twice. */
  readonly doubled: number;
  readonly keyIdeasPerGroup: number;
  readonly authors: 'hidden' | 'animators';
  /** How wrong the clocks of the devices are, in ms, and how fast they drift, in millionths; dealt round. */
  readonly skewsMs: readonly number[];
  readonly driftsPpm: readonly number[];
  /** One way, in ms; dealt round. */
  readonly latenciesMs: readonly number[];
}

export interface Script {
  readonly setting: Setting;
  readonly steps: readonly Step[];
}
