import type { SlotKind } from '../agenda/programme.ts';
import type { AgendaRun } from '../agenda/timer.ts';
import type { DurationMs, EpochMs, MinuteOfDay } from '../core/time.ts';
import type { Recipe } from '../groups/recipe.ts';

/** What a link makes of whoever comes through it. */
export const roles = ['host', 'animator', 'participant', 'display'] as const;
export type Role = (typeof roles)[number];

export type Language = 'fr' | 'en';

/** One item of the agenda. */
export interface Slot {
  readonly id: string;
  readonly kind: SlotKind;
  readonly title: string;
  readonly section?: string;
  readonly lead?: string;
  readonly speakers: readonly string[];
  readonly plannedStart?: MinuteOfDay;
  /** As planned. What a running workshop gives it is `allottedMs`. */
  readonly durationMs: DurationMs;
  /** Set when a delay was absorbed: what the slot will last instead of `durationMs`. */
  readonly allottedMs?: DurationMs;
  readonly notes: readonly string[];
  readonly prompts: readonly string[];
  readonly lenses: readonly string[];
}

/** When a slot really ran. `leftMs` is what its clock showed when it was left: negative after an overrun. */
export interface ActualSlot {
  readonly startedAt: EpochMs;
  readonly endedAt?: EpochMs;
  readonly leftMs?: DurationMs;
}

export interface Options {
  /** How many key ideas each group brings back: exactly that many to submit. */
  readonly keyIdeasPerGroup: number;
  /** Who sees the names of the authors of answers. Never anyone else. */
  readonly authors: 'hidden' | 'animators';
  /** How long after the bell an answer still counts. */
  readonly graceMs: DurationMs;
}

export interface Group {
  readonly id: string;
  /** 1, 2, 3 … as people say it. */
  readonly number: number;
  readonly name: string;
  /** Who runs it, as the programme says: a person or an organisation ("ADASI"). Empty when not known. */
  readonly animatorName: string;
  /** Where it meets: any https link. Empty when there is none. */
  readonly roomUrl: string;
}

export interface Member {
  readonly id: string;
  readonly role: Role;
  /** The group that an animator runs. */
  readonly groupId?: string;
  readonly linkId: string;
  readonly joinedAt: EpochMs;
  readonly removed: boolean;
  /** Was expected before they came. */
  readonly wasExpected?: true;
}

/** Somebody who is announced and has not come yet: may be placed in a group, and cannot act. */
export interface Expected {
  readonly id: string;
  readonly addedAt: EpochMs;
}

/** Something that is known of people, such as their region: its name only. Values stand in the table of people. */
export interface Attribute {
  readonly name: string;
  /** Whether whoever joins is asked for it. */
  readonly asked: boolean;
  /** What may be chosen; empty: any text. */
  readonly choices: readonly string[];
}

export interface SavedRecipe {
  readonly id: string;
  readonly name: string;
  readonly recipe: Recipe;
}

/** People who were in one group somewhere else: in a workshop before, or in a file. */
export interface EarlierSplit {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly (readonly string[])[];
}

export interface Link {
  readonly id: string;
  readonly role: Role;
  readonly groupId?: string;
  /** A link to click, or a short code to type. */
  readonly medium: 'link' | 'code';
  /** 128 random bits, hex. The token is derived from it with the server's secret; alone it opens nothing. */
  readonly nonce: string;
  readonly revoked: boolean;
}

export interface Answer {
  readonly id: string;
  readonly promptIndex: number;
  readonly authorId: string;
  readonly text: string;
  readonly postedAt: EpochMs;
  readonly edited: boolean;
  readonly withdrawn: boolean;
  readonly supporterIds: readonly string[];
}

export interface KeyIdea {
  readonly id: string;
  readonly text: string;
  /** Answers behind it, in the animator's order. */
  readonly citations: readonly string[];
  /** How the plenary may read it; of the breakout's list when it was put. */
  readonly lens?: string;
}

/** A theme that people made: it stays as they made it, and only grows. */
export interface KeptTheme {
  readonly id: string;
  readonly label: string;
  /** An answer stands in one kept theme at most. */
  readonly answerIds: readonly string[];
}

/** How people arranged the themes of their group, the last time that they did. */
export interface Arrangement {
  /** Of the command that made it: whoever arranges says which one they saw. */
  readonly id: string;
  readonly themes: readonly KeptTheme[];
}

export type Outcome =
  | { readonly kind: 'drafting' }
  | { readonly kind: 'submitted'; readonly keyIdeaIds: readonly string[]; readonly at: EpochMs; readonly by: string };

export interface HelpCall {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly at: EpochMs;
}

/** What one group makes of one breakout. */
export interface GroupWork {
  readonly answers: Readonly<Record<string, Answer>>;
  /** Person → ids of the answers that they wrote or support here, to draw their own page without a search. */
  readonly writtenBy: Readonly<Record<string, readonly string[]>>;
  readonly supportedBy: Readonly<Record<string, readonly string[]>>;
  readonly keyIdeas: Readonly<Record<string, KeyIdea>>;
  readonly outcome: Outcome;
  /** Absent until somebody arranges the themes. */
  readonly arrangement?: Arrangement;
  /** A call for help that nobody has answered yet. */
  readonly helpCall?: HelpCall;
  /** Set when the plenary has seen its key ideas: they are final from then on. */
  readonly presentedAt?: EpochMs;
}

export type BreakoutPhase =
  | { readonly kind: 'formed' }
  | { readonly kind: 'open'; readonly openedAt: EpochMs }
  /** Everyone was brought back; answers count until `answersUntil`. */
  | { readonly kind: 'closed'; readonly openedAt: EpochMs; readonly closedAt: EpochMs; readonly answersUntil: EpochMs };

/** One breakout slot once its groups are formed. */
export interface Breakout {
  readonly phase: BreakoutPhase;
  /** How its groups were made: late arrivals are placed by it. Absent: by lot. */
  readonly recipe?: Recipe;
  /** While people choose their group themselves: group → how many it takes. */
  readonly choice?: Readonly<Record<string, number>>;
  /** Group that was given up → group that took its people and their answers. */
  readonly merged: Readonly<Record<string, string>>;
  /** People whom a host took out of the groups: they are placed when they show up, not when the groups go off. */
  readonly setAside: Readonly<Record<string, true>>;
  /** Person → group, expected people too. Animators stand in their own group and are not listed. */
  readonly placements: Readonly<Record<string, string>>;
  /** Person → when they were seen in their group's room. */
  readonly arrivals: Readonly<Record<string, EpochMs>>;
  /** Group → its work; every group of the workshop has an entry. */
  readonly works: Readonly<Record<string, GroupWork>>;
}

export interface Announcement {
  readonly id: string;
  readonly text: string;
  readonly at: EpochMs;
  /** Absent: everyone. */
  readonly groupIds?: readonly string[];
}

/** How the wall is arranged: by group, near ideas of several groups together, or by lens. */
export const wallOrders = ['group', 'nearness', 'lens'] as const;
export type WallOrder = (typeof wallOrders)[number];

export type StageScene =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'group'; readonly groupId: string; readonly startedAt: EpochMs; readonly endsAt: EpochMs }
  | { readonly kind: 'wall'; readonly by: WallOrder };

/** The restitution under way, or over. */
export interface Stage {
  /** The restitution slot, and the breakout whose key ideas it shows. */
  readonly slotId: string;
  readonly breakoutSlotId: string;
  readonly order: readonly string[];
  /** Groups presented so far, in order of their first turn. */
  readonly presented: readonly string[];
  readonly scene: StageScene;
  /** Shown to everyone now; off the air once another slot starts. */
  readonly onAir: boolean;
}

/** Everything known of one workshop: the fold of its events, nothing else. */
export interface WorkshopState {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** ISO day of the programme. */
  readonly date?: string;
  readonly language: Language;
  /** IANA name: the zone of the planned times. */
  readonly timeZone: string;
  readonly options: Options;
  /** Host name of the endpoint that a host has allowed answers to be sent to. Absent: they stay here. */
  readonly allowedModelHost?: string;
  readonly slots: readonly Slot[];
  readonly run: AgendaRun;
  readonly actual: Readonly<Record<string, ActualSlot>>;
  /** Local midnight to which planned minutes are added, once the agenda has started (moved when the host chose to shift the plan). */
  readonly planOrigin?: EpochMs;
  readonly groups: readonly Group[];
  readonly people: Readonly<Record<string, Member>>;
  readonly expected: Readonly<Record<string, Expected>>;
  readonly attributes: readonly Attribute[];
  readonly recipes: Readonly<Record<string, SavedRecipe>>;
  readonly earlier: readonly EarlierSplit[];
  readonly links: Readonly<Record<string, Link>>;
  readonly breakouts: Readonly<Record<string, Breakout>>;
  readonly stage?: Stage;
  readonly announcements: readonly Announcement[];
}
