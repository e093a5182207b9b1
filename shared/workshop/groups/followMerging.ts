import type { WorkshopState } from '../state.ts';
import type { GroupPlace } from './groupWork.ts';

/** A command for a group that has joined another one meanwhile is for that one: what was on its way is not lost. */
export function followMerging<Placed extends GroupPlace>({ breakouts }: WorkshopState, command: Placed): Placed {
  const into = breakouts[command.slotId]?.merged[command.groupId];
  return into === undefined ? command : { ...command, groupId: into };
}
