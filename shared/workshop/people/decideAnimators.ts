import { err, ok } from '../../core/result.ts';
import type { Decisions } from '../decision.ts';
import type { WorkshopEvent } from '../events.ts';
import { announcing } from '../groups/announcing.ts';
import { placeForOne } from '../groups/placing.ts';

type AnimatorCommand = 'NameAnimator' | 'ReleaseAnimator';

/** Somebody else runs a group: the one who should is not there. */
export const animatorDecisions: Decisions<AnimatorCommand> = {
  NameAnimator: (state, { groupId, personId, announcement }, { commandId }) => {
    if (!state.groups.some((group) => group.id === groupId)) return err('group_unknown');
    const member = state.people[personId];
    const mayRun = member?.role === 'participant' || member?.role === 'animator';
    if (member === undefined || member.removed || !mayRun) return err('person_unknown');
    if (member.role === 'animator' && member.groupId === groupId) return ok([]);
    return ok([{ kind: 'AnimatorNamed', personId, groupId }, ...announcing(commandId, announcement, [groupId])]);
  },

  ReleaseAnimator: (state, { personId }, { roster }) => {
    const member = state.people[personId];
    if (member === undefined || member.removed || member.role !== 'animator') return err('person_unknown');
    // Who came by an animator's link would be one again at the next reload, and stand in no list of participants.
    if (state.links[member.linkId]?.role !== 'participant') return err('animator_by_link');
    const placed = Object.entries(state.breakouts).flatMap(([slotId, breakout]): WorkshopEvent[] => {
      if (breakout.phase.kind === 'closed') return [];
      const own = member.groupId !== undefined && breakout.merged[member.groupId] === undefined;
      const groupId = own ? member.groupId : placeForOne(state, slotId, breakout, personId, roster);
      return groupId === undefined ? [] : [{ kind: 'PersonPlaced', slotId, personId, groupId }];
    });
    return ok([{ kind: 'AnimatorReleased', personId }, ...placed]);
  },
};
