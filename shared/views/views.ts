import type { SlotKind } from '../agenda/programme.ts';
import type { AgendaRun } from '../agenda/timer.ts';
import type { DurationMs, EpochMs, MinuteOfDay } from '../core/time.ts';
import type { BreakoutPhase, Language, Options, Outcome, Role } from '../workshop/state.ts';

/**
 * What a screen may know. A view holds no `null` and no `undefined`: a patch uses `null` to take a key out.
 * Lists of things that change one by one are records by id, so that a patch carries the one that changed.
 */
export type View = HostView | AnimatorView | GroupView | LobbyView | DisplayView;

export interface CommonView {
  readonly workshopId: string;
  readonly title: string;
  readonly date?: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly options: Options;
  readonly agenda: AgendaView;
  /** The latest announcement for this audience. */
  readonly announcement?: AnnouncementView;
  /** What the plenary looks at, from the first group presented on. */
  readonly stage?: StageView;
}

export interface AgendaView {
  /** In order. */
  readonly slots: readonly SlotView[];
  readonly run: AgendaRun;
  /** Absent until the agenda starts; planned minutes are added to it. */
  readonly planOrigin?: EpochMs;
}

export interface SlotView {
  readonly id: string;
  readonly kind: SlotKind;
  readonly title: string;
  readonly section?: string;
  readonly lead?: string;
  readonly speakers: readonly string[];
  readonly plannedStart?: MinuteOfDay;
  readonly durationMs: DurationMs;
  /** What it will last: `durationMs`, or less after a delay was absorbed. */
  readonly allottedMs: DurationMs;
  readonly startedAt?: EpochMs;
  readonly endedAt?: EpochMs;
  readonly prompts: readonly string[];
  /** Host only. */
  readonly notes?: readonly string[];
  readonly lenses: readonly string[];
}

export interface AnnouncementView {
  readonly id: string;
  readonly text: string;
  readonly at: EpochMs;
  readonly groupIds?: readonly string[];
}

export interface GroupSummary {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly animatorName: string;
}

export interface GroupDefinition extends GroupSummary {
  readonly roomUrl: string;
}

export interface AnswerView {
  readonly id: string;
  readonly promptIndex: number;
  readonly text: string;
  readonly postedAt: EpochMs;
  readonly edited: boolean;
  readonly supports: number;
  /** Only for animators, and only when the workshop's option says so. */
  readonly authorName?: string;
}

export interface KeyIdeaView {
  readonly id: string;
  readonly text: string;
  /** Ids of answers that still stand (a withdrawn answer is no longer cited). */
  readonly citations: readonly string[];
}

/** A key idea as the plenary sees it: the words behind it come along. */
export interface PresentedKeyIdea {
  readonly id: string;
  readonly text: string;
  readonly citations: readonly { readonly id: string; readonly text: string }[];
}

export interface PresentedGroup extends GroupSummary {
  /** Empty while the group has submitted nothing. */
  readonly keyIdeas: readonly PresentedKeyIdea[];
}

export interface StageView {
  readonly slotId: string;
  readonly breakoutSlotId: string;
  readonly order: readonly string[];
  readonly presented: readonly string[];
  /** Shown to everyone now: the display and the phones turn to it. Off the air, it may still be looked up. */
  readonly onAir: boolean;
  readonly scene:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'group'; readonly group: PresentedGroup; readonly startedAt: EpochMs; readonly endsAt: EpochMs }
    | { readonly kind: 'wall'; readonly groups: readonly PresentedGroup[] };
}

export interface HelpCallView {
  readonly id: string;
  readonly text: string;
  readonly at: EpochMs;
  /** Name of who called; for host and animator only. */
  readonly byName?: string;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: Role;
  /** The group that an animator runs. */
  readonly groupId?: string;
  readonly connected: boolean;
}

/** One group's work as its animator or the host sees it. */
export interface GroupWorkView {
  readonly groupId: string;
  /** People placed here. `arrived`: seen in the room. */
  readonly members: Readonly<Record<string, MemberView>>;
  readonly answers: Readonly<Record<string, AnswerView>>;
  readonly keyIdeas: Readonly<Record<string, KeyIdeaView>>;
  readonly outcome: Outcome;
  readonly helpCall?: HelpCallView;
  /** Key ideas are final once the plenary has seen them. */
  readonly presented: boolean;
}

export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly connected: boolean;
  readonly arrived: boolean;
}

export interface HostView extends CommonView {
  readonly kind: 'host';
  readonly people: Readonly<Record<string, PersonView>>;
  readonly groups: readonly GroupDefinition[];
  readonly breakouts: Readonly<Record<string, HostBreakoutView>>;
  readonly links: Readonly<Record<string, LinkView>>;
}

export interface HostBreakoutView {
  readonly slotId: string;
  readonly phase: BreakoutPhase;
  /** Group id → its work. */
  readonly works: Readonly<Record<string, GroupWorkView>>;
}

/** A link as the host manages it. Its token is not here: it is asked for by itself. */
export interface LinkView {
  readonly id: string;
  readonly role: Role;
  readonly groupId?: string;
  readonly medium: 'link' | 'code';
  readonly revoked: boolean;
}

export interface AnimatorView extends CommonView {
  readonly kind: 'animator';
  readonly group: GroupDefinition;
  /** The breakout under way, else the last one formed. */
  readonly breakout?: AnimatorBreakoutView;
}

export interface AnimatorBreakoutView {
  readonly slotId: string;
  readonly phase: BreakoutPhase;
  readonly prompts: readonly string[];
  readonly work: GroupWorkView;
  /** People placed in other groups, for "someone is in the wrong room": names only. */
  readonly elsewhere: Readonly<
    Record<string, { readonly id: string; readonly name: string; readonly groupNumber: number }>
  >;
}

export interface GroupView extends CommonView {
  readonly kind: 'group';
  readonly group: GroupDefinition;
  readonly breakout: GroupBreakoutView;
}

export interface GroupBreakoutView {
  readonly slotId: string;
  readonly phase: BreakoutPhase;
  readonly prompts: readonly string[];
  readonly answers: Readonly<Record<string, AnswerView>>;
  readonly companions: Readonly<
    Record<string, { readonly id: string; readonly name: string; readonly organisation: string }>
  >;
  readonly helpCalled: boolean;
  readonly outcome: Outcome['kind'];
}

/** A participant who is in no group: before the groups are formed. */
export interface LobbyView extends CommonView {
  readonly kind: 'lobby';
}

export interface DisplayView extends CommonView {
  readonly kind: 'display';
  readonly participantCount: number;
  /** The breakout under way, else the last one formed. */
  readonly breakout?: {
    readonly slotId: string;
    readonly phase: BreakoutPhase;
    readonly prompts: readonly string[];
    readonly groups: readonly GroupProgress[];
  };
}

export interface GroupProgress extends GroupSummary {
  readonly memberCount: number;
  readonly arrivedCount: number;
  readonly answerCount: number;
  readonly submitted: boolean;
}

/** What concerns one person alone; sent beside the view of their audience. */
export interface Me {
  readonly personId: string;
  readonly role: Role;
  readonly name: string;
  readonly organisation: string;
  /** Of the breakout that the view shows: the group that one is placed in, or runs. */
  readonly groupId?: string;
  readonly arrived: boolean;
  readonly answerIds: readonly string[];
  readonly supportedIds: readonly string[];
}
