import { currentSlotId } from '../../agenda/timer.ts';
import { err, ok } from '../../core/result.ts';
import type { Decided, Decisions } from '../decision.ts';
import type { Breakout, Member, WorkshopState } from '../state.ts';
import { closingBreakout } from './closeBreakout.ts';
import { placingTheRest } from './decideGroups.ts';
import { followMerging } from './followMerging.ts';
import { groupOf } from './groupOf.ts';

type BreakoutCommand =
  | 'OpenBreakout'
  | 'BringBack'
  | 'NoteArrival'
  | 'ClearArrival'
  | 'CallForHelp'
  | 'AnswerHelp'
  | 'Announce';

/** A person may say that they arrived; an animator says it of her group; a host of anyone. */
function arriving(
  state: WorkshopState,
  { slotId, personId }: { readonly slotId: string; readonly personId: string },
  actor: Member,
  decideArrival: (breakout: Breakout) => Decided,
): Decided {
  const breakout = state.breakouts[slotId];
  if (breakout === undefined) return err('groups_not_formed');
  const groupId = breakout.placements[personId];
  if (groupId === undefined) return err('person_not_placed');
  const mayTell =
    actor.role === 'host' || actor.id === personId || (actor.role === 'animator' && actor.groupId === groupId);
  return mayTell ? decideArrival(breakout) : err('not_your_group');
}

/** Sending groups off, what happens meanwhile, bringing them back. */
export const breakoutDecisions: Decisions<BreakoutCommand> = {
  OpenBreakout: (state, { slotId }, { roster }) => {
    const breakout = state.breakouts[slotId];
    if (breakout === undefined) return err('groups_not_formed');
    if (currentSlotId(state.run) !== slotId) return err('slot_not_current');
    if (breakout.phase.kind === 'open') return err('breakout_already_open');
    return ok([
      ...placingTheRest(state, slotId, breakout, roster),
      ...(breakout.choice === undefined ? [] : [{ kind: 'ChoiceClosed' as const, slotId }]),
      { kind: 'BreakoutOpened', slotId },
    ]);
  },

  BringBack: (state, { slotId }, { now }) => {
    const closed = closingBreakout(state, slotId, now);
    return closed.length === 0 ? err('breakout_not_open') : ok(closed);
  },

  NoteArrival: (state, command, { actor }) =>
    arriving(state, command, actor, (breakout) =>
      ok(
        breakout.arrivals[command.personId] === undefined
          ? [{ kind: 'ArrivalNoted', slotId: command.slotId, personId: command.personId }]
          : [],
      ),
    ),

  ClearArrival: (state, command, { actor }) =>
    arriving(state, command, actor, (breakout) =>
      ok(
        breakout.arrivals[command.personId] === undefined
          ? []
          : [{ kind: 'ArrivalCleared', slotId: command.slotId, personId: command.personId }],
      ),
    ),

  CallForHelp: (state, command, { actor, commandId }) => {
    const { slotId, groupId, text } = followMerging(state, command);
    const breakout = state.breakouts[slotId];
    if (breakout === undefined) return err('groups_not_formed');
    const work = breakout.works[groupId];
    if (work === undefined) return err('group_unknown');
    if (groupOf(state, slotId, actor) !== groupId) return err('not_your_group');
    // One call at a time: a second one from the same group says nothing new.
    if (work.helpCall !== undefined) return ok([]);
    return ok([{ kind: 'HelpCalled', slotId, groupId, callId: commandId, by: actor.id, text }]);
  },

  AnswerHelp: (state, { slotId, groupId }, { actor }) => {
    if (actor.role === 'animator' && actor.groupId !== groupId) return err('not_your_group');
    if (state.breakouts[slotId]?.works[groupId]?.helpCall === undefined) return err('no_help_call');
    return ok([{ kind: 'HelpAnswered', slotId, groupId }]);
  },

  Announce: (state, { text, groupIds }, { commandId }) => {
    if (groupIds?.some((id) => !state.groups.some((group) => group.id === id))) return err('group_unknown');
    return ok([
      {
        kind: 'AnnouncementMade',
        announcementId: commandId,
        text,
        ...(groupIds === undefined ? {} : { groupIds }),
      },
    ]);
  },
};
