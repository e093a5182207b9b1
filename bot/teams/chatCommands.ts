import { currentEndsAt, currentSlotId } from '../../shared/agenda/timer.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import type { ChatCommand } from './readCommand.ts';

/** Breakouts whose groups are at work. */
export const openSlots = ({ breakouts }: WorkshopState): readonly string[] =>
  Object.entries(breakouts).flatMap(([slotId, { phase }]) => (phase.kind === 'open' ? [slotId] : []));

/** The command that a host's console would send; undefined when the clock shows nothing that it could be about. */
export function workshopCommandOf(command: ChatCommand, state: WorkshopState): object | undefined {
  const slotId = currentSlotId(state.run);
  const seenEndsAt = currentEndsAt(state.run);
  switch (command.kind) {
    case 'pause':
      return { kind: 'PauseAgenda' };
    case 'resume':
      return { kind: 'ResumeAgenda' };
    case 'next':
      return slotId === undefined ? undefined : { kind: 'NextSlot', fromSlotId: slotId };
    case 'previous':
      return slotId === undefined ? undefined : { kind: 'PreviousSlot', fromSlotId: slotId };
    case 'extend':
    case 'shorten': {
      const kind = command.kind === 'extend' ? 'ExtendSlot' : 'ShortenSlot';
      return slotId === undefined ? undefined : { kind, slotId, byMs: command.byMs, seenEndsAt };
    }
    case 'recall': {
      const [open] = openSlots(state);
      return open === undefined ? undefined : { kind: 'BringBack', slotId: open };
    }
    default:
      return undefined;
  }
}
