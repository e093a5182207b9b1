import { currentSlotId } from '../agenda/timer.ts';
import { breakoutBefore, currentSlot } from '../workshop/agenda/findSlot.ts';
import type { Member, WorkshopState } from '../workshop/state.ts';

/** People who see the same thing: one view, and one patch, for all of them. */
export type Audience =
  | { readonly kind: 'host' }
  | { readonly kind: 'animator'; readonly groupId: string }
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'lobby' }
  | { readonly kind: 'display' };

/** Name of an audience on the wire and in the hub: "group:group-0002". */
export const audienceKey = (audience: Audience): string =>
  audience.kind === 'animator' || audience.kind === 'group' ? `${audience.kind}:${audience.groupId}` : audience.kind;

/**
 * The breakout that people have in front of them: the current slot's, or the one that it presents, else one that is open,
 * else the next one formed, else the last one of the agenda. Participants see groups once they are opened: until then the host may still move them.
 */
export function focusBreakout(state: WorkshopState, sees: 'formed' | 'opened'): string | undefined {
  const known = state.slots
    .map((slot) => slot.id)
    .filter((id) => {
      const phase = state.breakouts[id]?.phase.kind;
      return phase !== undefined && (sees === 'formed' || phase !== 'formed');
    });
  const current = currentSlotId(state.run);
  if (current !== undefined && known.includes(current)) return current;
  // In a restitution an animator has still to submit, even when the groups of a later breakout are formed already.
  const presented = currentSlot(state)?.kind === 'restitution' ? breakoutBefore(state, current ?? '') : undefined;
  if (presented !== undefined && known.includes(presented)) return presented;
  return (
    known.find((id) => state.breakouts[id]?.phase.kind === 'open') ??
    known.find((id) => state.breakouts[id]?.phase.kind === 'formed') ??
    known.at(-1)
  );
}

/** The group in which a participant stands in what they see; undefined before groups are opened. */
export function placeOf(state: WorkshopState, personId: string): string | undefined {
  const slotId = focusBreakout(state, 'opened');
  return slotId === undefined ? undefined : state.breakouts[slotId]?.placements[personId];
}

/** Whose eyes a member sees with; undefined for someone who was removed. */
export function audienceOf(state: WorkshopState, member: Member): Audience | undefined {
  if (member.removed) return undefined;
  switch (member.role) {
    case 'host':
    case 'display':
      return { kind: member.role };
    case 'animator':
      return member.groupId === undefined ? undefined : { kind: 'animator', groupId: member.groupId };
    case 'participant': {
      const groupId = placeOf(state, member.id);
      return groupId === undefined ? { kind: 'lobby' } : { kind: 'group', groupId };
    }
  }
}
