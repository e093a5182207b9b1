import type { SlotKind } from '../agenda/programme.ts';
import type { AgendaRun } from '../agenda/timer.ts';
import type { DurationMs, EpochMs, MinuteOfDay } from '../core/time.ts';
import type { Recipe } from '../groups/recipe.ts';
import type { DropReason, SynthesisSource } from '../synthesis/groupSynthesis.ts';
import type { AskedAttribute } from '../workshop/people/asked.ts';
import type {
  Attribute,
  BreakoutPhase,
  EarlierSplit,
  Language,
  Options,
  Outcome,
  Role,
  SavedRecipe,
  WallOrder,
} from '../workshop/state.ts';
import type { UndeliveredMessage, UndeliveredReason } from './surroundings.ts';

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
  /**
   * The language model that this server can ask. A host is told of it when there is one; animators and participants
   * once answers may be sent to it.
   */
  readonly languageModel?: LanguageModelView;
  readonly agenda: AgendaView;
  /** The latest announcement for this audience. */
  readonly announcement?: AnnouncementView;
  /** What participants may say of themselves; absent for the others, and when there is nothing. */
  readonly asked?: readonly AskedAttribute[];
  /** What the plenary looks at, from the first group presented on. */
  readonly stage?: StageView;
}

export interface LanguageModelView {
  /** Where answers go: "api.openai.com". */
  readonly host: string;
  readonly allowed: boolean;
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
  readonly lens?: string;
}

/** A key idea as the plenary sees it: the words behind it come along. */
export interface PresentedKeyIdea {
  readonly id: string;
  readonly text: string;
  readonly citations: readonly { readonly id: string; readonly text: string }[];
  readonly lens?: string;
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
    | {
        readonly kind: 'wall';
        readonly by: WallOrder;
        readonly groups: readonly PresentedGroup[];
        /** By nearness: ids of key ideas that several groups share, set by set; the others stand alone. */
        readonly together?: readonly (readonly string[])[];
      };
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
  /** Runs it in somebody's stead, named by a host: may be a participant again. */
  readonly named?: true;
  readonly connected: boolean;
  /** Announced, and not here yet. */
  readonly expected?: true;
  /** Here, and not on the list of those who were announced; absent where there is no list. */
  readonly unexpected?: true;
  readonly email?: string;
  /** What else is known of them. */
  readonly attributes?: Readonly<Record<string, string>>;
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
  /** What the answers say together; absent while nothing was worked out. */
  readonly synthesis?: SynthesisView;
  /** Key ideas are final once the plenary has seen them. */
  readonly presented: boolean;
}

/** A group's answers gathered, for its animator and the host. */
export interface SynthesisView {
  readonly themes: Readonly<Record<string, ThemeView>>;
  /** Answer → its theme. An answer that has just come is not here yet. */
  readonly themeOf: Readonly<Record<string, string>>;
  /** The arrangement that the kept themes come from; absent until somebody has arranged them. */
  readonly arrangementId?: string;
  /** Proposed key ideas, the first stands for most. */
  readonly ideas: readonly ProposedIdeaView[];
  readonly source: SynthesisSource;
  /** Of what a model gave: one for each idea that did not check and was left out. */
  readonly dropped: readonly DropReason[];
}

export interface ThemeView {
  readonly id: string;
  readonly label: string;
  /** Made by people: it stays as they made it, and only grows. */
  readonly kept: boolean;
}

export interface ProposedIdeaView {
  readonly text: string;
  /** Whose words: those of the first citation, or a model's. */
  readonly wording: 'theirs' | 'model';
  /** Answers to quote, the one that says it best first. */
  readonly citations: readonly string[];
  /** Answers that it stands for, the citations among them. */
  readonly answerIds: readonly string[];
  /** How many people wrote or support one of them. */
  readonly people: number;
  /** Citations to be read before quoting: a word turns the sense. */
  readonly doubtful: readonly string[];
  /** Answers that say the opposite. */
  readonly opposed: readonly string[];
  readonly weak: boolean;
}

export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly connected: boolean;
  readonly arrived: boolean;
  readonly expected?: true;
}

export interface HostView extends CommonView {
  readonly kind: 'host';
  readonly people: Readonly<Record<string, PersonView>>;
  readonly groups: readonly GroupDefinition[];
  readonly breakouts: Readonly<Record<string, HostBreakoutView>>;
  readonly links: Readonly<Record<string, LinkView>>;
  /** What is known of people, by name. */
  readonly attributes: readonly Attribute[];
  readonly recipes: Readonly<Record<string, SavedRecipe>>;
  readonly earlier: readonly EarlierSplit[];
  /** What people in Teams miss, by id; absent when they miss nothing. */
  readonly undelivered?: Readonly<Record<string, UndeliveredView>>;
}

export interface UndeliveredView {
  readonly id: string;
  readonly at: EpochMs;
  readonly what: UndeliveredMessage['what'];
  readonly reason: UndeliveredReason;
  /** Whose chat it was for, or who; both absent: the chat of the meeting. */
  readonly groupNumber?: number;
  readonly personName?: string;
}

export interface HostBreakoutView {
  readonly slotId: string;
  readonly phase: BreakoutPhase;
  readonly recipe?: Recipe;
  /** While people choose: group → how many it takes. */
  readonly choice?: Readonly<Record<string, number>>;
  /** Group that was given up → group that took its people. */
  readonly merged: Readonly<Record<string, string>>;
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
  /** The group that this one has joined, with its people and answers, in the breakout in front of her: with its room. */
  readonly mergedInto?: GroupDefinition;
  /** Groups that have joined this one; absent when none has. */
  readonly joinedBy?: readonly GroupSummary[];
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
  /** Groups that have joined this one; absent when none has. */
  readonly joinedBy?: readonly GroupSummary[];
  /** Who was named to run it; absent when nobody was. */
  readonly runBy?: readonly { readonly id: string; readonly name: string; readonly organisation: string }[];
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
  /** Groups to choose from. Who is in them is not told: only how many. */
  readonly choice?: { readonly slotId: string; readonly groups: readonly OfferedGroup[] };
  /** Groups are at work, and one may take a place in them. */
  readonly openSlotId?: string;
}

export interface OfferedGroup extends GroupSummary {
  readonly memberCount: number;
  /** Absent: as many as come. */
  readonly capacity?: number;
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
  /** The group that one has chosen, while people choose. */
  readonly chosenGroupId?: string;
  /** Of what people are asked for, what is known of oneself. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly arrived: boolean;
  readonly answerIds: readonly string[];
  readonly supportedIds: readonly string[];
}
