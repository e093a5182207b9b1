import type { SlotKind } from '../agenda/programme.ts';
import type { DurationMs, EpochMs, MinuteOfDay } from '../core/time.ts';
import type { Language } from '../workshop/state.ts';

/** Everything that a report of one workshop says, whatever its format. Answers come without their authors, always. */
export interface Report {
  readonly workshopId: string;
  readonly title: string;
  readonly date?: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly madeAt: EpochMs;
  readonly status: 'notStarted' | 'underWay' | 'ended';
  readonly startedAt?: EpochMs;
  readonly endedAt?: EpochMs;
  readonly agenda: readonly ReportSlot[];
  readonly breakouts: readonly ReportBreakout[];
  readonly restitution?: ReportRestitution;
  readonly counts: ReportCounts;
  /** What was planned and did not happen (yet). */
  readonly gaps: readonly ReportGap[];
}

export interface ReportSlot {
  readonly id: string;
  readonly kind: SlotKind;
  readonly title: string;
  readonly section?: string;
  readonly lead?: string;
  readonly speakers: readonly string[];
  readonly plannedStart?: MinuteOfDay;
  readonly plannedMs: DurationMs;
  readonly startedAt?: EpochMs;
  readonly endedAt?: EpochMs;
  readonly actualMs?: DurationMs;
  readonly status: 'done' | 'underWay' | 'notDone';
}

export interface ReportBreakout {
  readonly slotId: string;
  readonly title: string;
  /** Every breakout of the agenda is here, also one whose groups were never formed. */
  readonly phase: 'notFormed' | 'formed' | 'open' | 'closed';
  readonly prompts: readonly string[];
  readonly groups: readonly ReportGroup[];
}

export interface ReportGroup {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly animatorName: string;
  /** Groups that joined this one with their people and answers, and are not told by themselves; absent when none did. */
  readonly joinedBy?: readonly Pick<ReportGroup, 'id' | 'number' | 'name'>[];
  readonly members: readonly ReportMember[];
  /** By prompt, as many entries as the breakout has prompts (at least one); the most supported first. */
  readonly answers: readonly (readonly ReportAnswer[])[];
  /** Submitted ones first, in the order of the group; drafts after them. */
  readonly keyIdeas: readonly ReportKeyIdea[];
  readonly submitted: boolean;
  readonly presented: boolean;
}

export interface ReportMember {
  readonly name: string;
  readonly organisation: string;
  readonly role: 'animator' | 'participant';
}

export interface ReportAnswer {
  readonly id: string;
  readonly text: string;
  readonly supports: number;
}

export interface ReportKeyIdea {
  readonly id: string;
  readonly text: string;
  readonly status: 'submitted' | 'draft';
  readonly lens?: string;
  readonly citations: readonly ReportAnswer[];
}

export interface ReportRestitution {
  readonly slotId: string;
  readonly breakoutSlotId: string;
  /** In the order of passage. */
  readonly groups: readonly {
    readonly id: string;
    readonly number: number;
    readonly name: string;
    readonly animatorName: string;
    readonly presented: boolean;
  }[];
}

export interface ReportCounts {
  readonly participants: number;
  readonly animators: number;
  readonly answers: number;
  readonly supports: number;
  readonly keyIdeasSubmitted: number;
  readonly keyIdeasDrafted: number;
}

/** `slotId` is that of the breakout; `groupIds` in the order of their numbers. */
export type ReportGap =
  | { readonly kind: 'agenda_not_started' }
  | { readonly kind: 'slots_not_done'; readonly slotIds: readonly string[] }
  | { readonly kind: 'breakout_not_formed'; readonly slotId: string }
  | { readonly kind: 'breakout_not_opened'; readonly slotId: string }
  | { readonly kind: 'key_ideas_not_submitted'; readonly slotId: string; readonly groupIds: readonly string[] }
  | { readonly kind: 'groups_not_presented'; readonly slotId: string; readonly groupIds: readonly string[] };
