import { currentSlotId, remainingMs } from '../../../shared/agenda/timer.ts';
import type { EpochMs } from '../../../shared/core/time.ts';
import type { HostView, SlotView } from '../../../shared/views/views.ts';
import type { Command } from '../../../shared/workshop/commands.ts';

/** The one thing that the console offers first. */
export type NextAction =
  | { readonly kind: 'addSlots' }
  | { readonly kind: 'startAgenda' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'formGroups'; readonly slotId: string }
  | { readonly kind: 'openBreakout'; readonly slotId: string }
  /** `early`: the groups still have time; nothing presses. */
  | { readonly kind: 'bringBack'; readonly slotId: string; readonly early: boolean }
  | { readonly kind: 'presentGroup'; readonly slotId: string; readonly groupId: string }
  | { readonly kind: 'showWall'; readonly slotId: string }
  | { readonly kind: 'nextSlot'; readonly fromSlotId: string; readonly toSlotId: string }
  | { readonly kind: 'endWorkshop' }
  | { readonly kind: 'takeReport' };

export type ConsoleView = Pick<HostView, 'agenda' | 'breakouts' | 'groups' | 'stage'>;

/** What the host most likely does next, from what everybody sees. Pure: two hosts are offered the same. */
export function nextAction(view: ConsoleView, now: EpochMs): NextAction {
  const { slots, run } = view.agenda;
  if (run.kind === 'ended') return { kind: 'takeReport' };
  if (run.kind === 'notStarted') return slots.length === 0 ? { kind: 'addSlots' } : { kind: 'startAgenda' };
  if (run.kind === 'paused') return { kind: 'resume' };

  const at = slots.findIndex((slot) => slot.id === run.slotId);
  const current = slots[at];
  // Groups left open under another slot are still away from the plenary: they come back first.
  const open = Object.values(view.breakouts).find((breakout) => breakout.phase.kind === 'open');
  if (open !== undefined) {
    const early = open.slotId === run.slotId && (remainingMs(run, now) ?? 0) > 0;
    return { kind: 'bringBack', slotId: open.slotId, early };
  }
  if (current?.kind === 'breakout') {
    const breakout = view.breakouts[current.id];
    if (breakout === undefined) return { kind: 'formGroups', slotId: current.id };
    if (breakout.phase.kind === 'formed') return { kind: 'openBreakout', slotId: current.id };
  }
  if (current?.kind === 'restitution') {
    const step = nextOfRestitution(view, current.id);
    if (step !== undefined) return step;
  }
  const following = slots[at + 1];
  return following === undefined
    ? { kind: 'endWorkshop' }
    : { kind: 'nextSlot', fromSlotId: run.slotId, toSlotId: following.id };
}

function nextOfRestitution(view: ConsoleView, slotId: string): NextAction | undefined {
  if (breakoutBefore(view, slotId) === undefined) return undefined;
  const { order, presented, wallShown } = restitutionOf(view, slotId);
  const waiting = order.find((groupId) => !presented.includes(groupId));
  if (waiting !== undefined) return { kind: 'presentGroup', slotId, groupId: waiting };
  return wallShown ? undefined : { kind: 'showWall', slotId };
}

/** The breakout whose key ideas a restitution shows: the last one with groups before it. */
export function breakoutBefore(view: ConsoleView, restitutionSlotId: string): string | undefined {
  const { slots } = view.agenda;
  const at = slots.findIndex((slot) => slot.id === restitutionSlotId);
  return slots.slice(0, Math.max(at, 0)).findLast((slot) => slot.kind === 'breakout' && view.breakouts[slot.id])?.id;
}

export interface RestitutionState {
  readonly order: readonly string[];
  readonly presented: readonly string[];
  readonly onStage: string | undefined;
  readonly wallShown: boolean;
}

/** Where a restitution stands; the groups in the order of their numbers until someone chose another. */
export function restitutionOf(view: ConsoleView, slotId: string): RestitutionState {
  const stage = view.stage?.slotId === slotId ? view.stage : undefined;
  const merged = view.breakouts[breakoutBefore(view, slotId) ?? '']?.merged ?? {};
  const heard = view.groups.map((group) => group.id).filter((groupId) => merged[groupId] === undefined);
  const order = (stage?.order ?? []).filter((groupId) => heard.includes(groupId));
  const missing = heard.filter((groupId) => !order.includes(groupId));
  return {
    order: [...order, ...missing],
    presented: stage?.presented ?? [],
    onStage: stage?.onAir && stage.scene.kind === 'group' ? stage.scene.group.id : undefined,
    wallShown: stage?.scene.kind === 'wall',
  };
}

/** The command of an action that needs no further question. */
export function commandOf(action: NextAction): Command | undefined {
  switch (action.kind) {
    case 'resume':
      return { kind: 'ResumeAgenda' };
    case 'formGroups':
      return { kind: 'FormGroups', slotId: action.slotId };
    case 'openBreakout':
      return { kind: 'OpenBreakout', slotId: action.slotId };
    case 'bringBack':
      return { kind: 'BringBack', slotId: action.slotId };
    case 'presentGroup':
      return { kind: 'PresentGroup', slotId: action.slotId, groupId: action.groupId };
    case 'showWall':
      return { kind: 'ShowWall', slotId: action.slotId };
    case 'nextSlot':
      return { kind: 'NextSlot', fromSlotId: action.fromSlotId };
    case 'addSlots':
    case 'startAgenda':
    case 'endWorkshop':
    case 'takeReport':
      return undefined;
  }
}

/** The breakout that the groups panel shows: under the clock, else open, else the next to come, else the last formed. */
export function breakoutInFocus(view: ConsoleView): SlotView | undefined {
  const { slots, run } = view.agenda;
  const breakouts = slots.filter((slot) => slot.kind === 'breakout');
  const currentId = currentSlotId(run);
  const at = slots.findIndex((slot) => slot.id === currentId);
  const isNext = (slot: SlotView) => slots.indexOf(slot) > at;
  return (
    breakouts.find((slot) => slot.id === currentId) ??
    breakouts.find((slot) => view.breakouts[slot.id]?.phase.kind === 'open') ??
    // A restitution under the clock looks back at the groups it presents.
    (slots[at]?.kind === 'restitution'
      ? breakouts.find((slot) => slot.id === breakoutBefore(view, slots[at]?.id ?? ''))
      : undefined) ??
    (run.kind === 'ended' ? undefined : breakouts.find(isNext)) ??
    breakouts.findLast((slot) => view.breakouts[slot.id])
  );
}

/** The restitution that the panel shows: under the clock, else the one on stage, else the next to come. */
export function restitutionInFocus(view: ConsoleView): SlotView | undefined {
  const { slots, run } = view.agenda;
  const restitutions = slots.filter((slot) => slot.kind === 'restitution');
  const currentId = currentSlotId(run);
  const at = slots.findIndex((slot) => slot.id === currentId);
  return (
    restitutions.find((slot) => slot.id === currentId) ??
    restitutions.find((slot) => slots.indexOf(slot) > at) ??
    restitutions.find((slot) => slot.id === view.stage?.slotId)
  );
}
