import { planOriginAt } from '../../agenda/planTime.ts';
import { currentEndsAt, currentSlotId, remainingMs } from '../../agenda/timer.ts';
import { err, ok } from '../../core/result.ts';
import { type EpochMs, MINUTE_MS } from '../../core/time.ts';
import type { Decided, Decisions } from '../decision.ts';
import type { WorkshopEvent } from '../events.ts';
import { closingBreakout } from '../groups/closeBreakout.ts';
import type { Slot, WorkshopState } from '../state.ts';
import { allottedMs, findSlot, slotIndex } from './findSlot.ts';

type ClockCommand =
  | 'StartAgenda'
  | 'StartSlot'
  | 'PauseAgenda'
  | 'ResumeAgenda'
  | 'ExtendSlot'
  | 'ShortenSlot'
  | 'NextSlot'
  | 'PreviousSlot'
  | 'AbsorbDelay'
  | 'EndWorkshop';

/** Leaving the current slot: its clock stops, and its groups are brought back. */
function leaving(state: WorkshopState, now: EpochMs): WorkshopEvent[] {
  const slotId = currentSlotId(state.run);
  if (slotId === undefined) return [];
  return [
    ...closingBreakout(state, slotId, now),
    { kind: 'SlotEnded', slotId, leftMs: remainingMs(state.run, now) ?? 0 },
  ];
}

const entering = (slot: Slot, now: EpochMs, lengthMs = allottedMs(slot)): WorkshopEvent => ({
  kind: 'SlotStarted',
  slotId: slot.id,
  endsAt: now + lengthMs,
});

/** Moves the plan so that it starts now; undefined when it names no hour. */
function originFromNow(slots: readonly Slot[], now: EpochMs): EpochMs | undefined {
  let aheadMs = 0;
  for (const slot of slots) {
    if (slot.plannedStart !== undefined) return now + aheadMs - slot.plannedStart * MINUTE_MS;
    aheadMs += allottedMs(slot);
  }
  return undefined;
}

/** The slot one or more places from the current one, if the host still saw the current one when pressing. */
function moving(state: WorkshopState, fromSlotId: string, steps: 1 | -1, now: EpochMs): Decided {
  const current = currentSlotId(state.run);
  if (current === undefined) return err('agenda_not_running');
  if (current !== fromSlotId) return err('slot_not_current');
  const target = state.slots[slotIndex(state, current) + steps];
  if (target === undefined) return err(steps === 1 ? 'no_next_slot' : 'no_previous_slot');
  // Going back gives the slot the time that it had left, a minute at least; going on starts it whole.
  const left = steps === -1 ? state.actual[target.id]?.leftMs : undefined;
  const lengthMs = left === undefined ? undefined : Math.max(MINUTE_MS, left);
  return ok([...leaving(state, now), entering(target, now, lengthMs)]);
}

/** Two hosts who press "+3 min" together mean 3 minutes: the second one saw a clock that is no more. */
function adjusting(
  state: WorkshopState,
  { slotId, seenEndsAt }: { readonly slotId: string; readonly seenEndsAt: EpochMs },
  change: (endsAt: EpochMs) => WorkshopEvent,
): Decided {
  const endsAt = currentEndsAt(state.run);
  if (endsAt === undefined) return err('agenda_not_running');
  if (currentSlotId(state.run) !== slotId) return err('slot_not_current');
  if (endsAt !== seenEndsAt) return err('clock_changed');
  return ok([change(endsAt)]);
}

/** The instant from which the clock counts: now, or the pause's. */
const clockNow = (state: WorkshopState, now: EpochMs): EpochMs =>
  state.run.kind === 'paused' ? state.run.pausedAt : now;

/** Start, pause, resume, extend, shorten, next, back. */
export const clockDecisions: Decisions<ClockCommand> = {
  StartAgenda: (state, { plan }, { now }) => {
    if (state.run.kind !== 'notStarted') return err('agenda_already_started');
    const first = state.slots[0];
    if (first === undefined) return err('agenda_empty');
    const planOrigin =
      (plan === 'fromNow' ? originFromNow(state.slots, now) : undefined) ?? planOriginAt(now, state.timeZone);
    return ok([{ kind: 'AgendaStarted', planOrigin }, entering(first, now)]);
  },

  StartSlot: (state, { slotId, fromSlotId }, { now }) => {
    if (state.run.kind === 'notStarted') return err('agenda_not_started');
    const slot = findSlot(state, slotId);
    if (slot === undefined) return err('slot_unknown');
    const current = currentSlotId(state.run);
    if (current === slotId) return err('slot_already_started');
    if (fromSlotId !== undefined && current !== fromSlotId) return err('slot_not_current');
    return ok([...leaving(state, now), entering(slot, now)]);
  },

  PauseAgenda: ({ run }, _command, { now }) =>
    run.kind === 'running' ? ok([{ kind: 'AgendaPaused', remainingMs: run.endsAt - now }]) : err('agenda_not_running'),

  ResumeAgenda: ({ run }, _command, { now }) =>
    run.kind === 'paused' ? ok([{ kind: 'AgendaResumed', endsAt: now + run.remainingMs }]) : err('agenda_not_paused'),

  ExtendSlot: (state, command, { now }) =>
    adjusting(state, command, (endsAt) => ({
      kind: 'SlotExtended',
      slotId: command.slotId,
      // In overrun, "+3 min" means three minutes from now.
      endsAt: Math.max(endsAt, clockNow(state, now)) + command.byMs,
      byMs: command.byMs,
    })),

  ShortenSlot: (state, command, { now }) =>
    adjusting(state, command, (endsAt) => ({
      kind: 'SlotShortened',
      slotId: command.slotId,
      // Never into the past: the bell rings now at the earliest. An overrun stays what it is.
      endsAt: Math.min(endsAt, Math.max(clockNow(state, now), endsAt - command.byMs)),
      byMs: command.byMs,
    })),

  NextSlot: (state, { fromSlotId }, { now }) => moving(state, fromSlotId, 1, now),

  PreviousSlot: (state, { fromSlotId }, { now }) => moving(state, fromSlotId, -1, now),

  AbsorbDelay: (state, { cuts }) => {
    const current = currentSlotId(state.run);
    if (current === undefined) return err('agenda_not_running');
    const currentIndex = slotIndex(state, current);
    for (const cut of cuts) {
      const index = slotIndex(state, cut.slotId);
      if (index === -1) return err('slot_unknown');
      if (index <= currentIndex) return err('slot_already_started');
    }
    return ok([{ kind: 'DelayAbsorbed', cuts }]);
  },

  EndWorkshop: (state, _command, { now }) => {
    if (state.run.kind === 'ended') return err('workshop_ended');
    return ok([...leaving(state, now), { kind: 'WorkshopEnded' }]);
  },
};
