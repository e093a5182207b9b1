import { currentSlotId } from '../../agenda/timer.ts';
import type { Slot, WorkshopState } from '../state.ts';

/** Undefined when there is no such slot: it may have been removed. */
export const findSlot = (state: WorkshopState, slotId: string): Slot | undefined =>
  state.slots.find((slot) => slot.id === slotId);

/** Place in the agenda from 0; -1 when there is no such slot. */
export const slotIndex = (state: WorkshopState, slotId: string): number =>
  state.slots.findIndex((slot) => slot.id === slotId);

/** The slot under the clock, running or paused. */
export function currentSlot(state: WorkshopState): Slot | undefined {
  const id = currentSlotId(state.run);
  return id === undefined ? undefined : findSlot(state, id);
}

/** What a slot lasts when it starts now. */
export const allottedMs = (slot: Slot): number => slot.allottedMs ?? slot.durationMs;

/** The breakout whose key ideas a restitution slot presents: the last one in front of it whose groups were formed. */
export function breakoutBefore(state: WorkshopState, restitutionSlotId: string): string | undefined {
  const end = slotIndex(state, restitutionSlotId);
  return state.slots
    .slice(0, Math.max(0, end))
    .findLast((slot) => slot.kind === 'breakout' && state.breakouts[slot.id] !== undefined)?.id;
}
