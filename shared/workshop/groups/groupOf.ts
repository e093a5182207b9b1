import type { Member, WorkshopState } from '../state.ts';

/** The group in which a person works during a breakout: an animator's own, a participant's place; undefined for others. */
export function groupOf(state: WorkshopState, slotId: string, member: Member): string | undefined {
  if (member.role === 'animator') return member.groupId;
  return member.role === 'participant' ? state.breakouts[slotId]?.placements[member.id] : undefined;
}
