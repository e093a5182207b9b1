import { currentSlotId } from '../../agenda/timer.ts';
import { err, ok } from '../../core/result.ts';
import { splitEvenly } from '../../groups/splitEvenly.ts';
import { findSlot } from '../agenda/findSlot.ts';
import type { Decided, Decisions } from '../decision.ts';
import type { WorkshopEvent } from '../events.ts';
import type { Breakout, Member, WorkshopState } from '../state.ts';
import { closingBreakout } from './closeBreakout.ts';
import { groupOf } from './groupOf.ts';
import { smallestGroup } from './smallestGroup.ts';

type BreakoutCommand =
  | 'FormGroups'
  | 'MovePerson'
  | 'OpenBreakout'
  | 'BringBack'
  | 'NoteArrival'
  | 'ClearArrival'
  | 'CallForHelp'
  | 'AnswerHelp'
  | 'Announce';

const participantIds = (state: WorkshopState): readonly string[] =>
  Object.values(state.people)
    .filter((member) => member.role === 'participant' && !member.removed)
    .map((member) => member.id);

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

/** Nobody is left standing when the groups go off again: who came after they were brought back has no place yet. */
function placingTheRest(state: WorkshopState, slotId: string, breakout: Breakout): WorkshopEvent[] {
  const placements: Record<string, string> = { ...breakout.placements };
  const placed: WorkshopEvent[] = [];
  for (const personId of participantIds(state)) {
    const groupId = placements[personId] === undefined ? smallestGroup(state.groups, placements) : undefined;
    if (groupId === undefined) continue;
    placements[personId] = groupId;
    placed.push({ kind: 'PersonPlaced', slotId, personId, groupId });
  }
  return placed;
}

/** Forming groups, sending them off, bringing them back. */
export const breakoutDecisions: Decisions<BreakoutCommand> = {
  FormGroups: (state, { slotId }, { seed }) => {
    const slot = findSlot(state, slotId);
    if (slot === undefined) return err('slot_unknown');
    if (slot.kind !== 'breakout') return err('slot_not_breakout');
    const phase = state.breakouts[slotId]?.phase.kind;
    if (phase !== undefined && phase !== 'formed') return err('breakout_already_open');
    const placements = splitEvenly(
      participantIds(state),
      state.groups.map((group) => group.id),
      seed,
    );
    return ok([{ kind: 'GroupsFormed', slotId, placements }]);
  },

  MovePerson: (state, { slotId, personId, groupId }, { actor }) => {
    const breakout = state.breakouts[slotId];
    if (breakout === undefined) return err('groups_not_formed');
    const member = state.people[personId];
    if (member === undefined || member.removed || member.role !== 'participant') return err('person_unknown');
    if (!state.groups.some((group) => group.id === groupId)) return err('group_unknown');
    // An animator takes a person who turned up in her room; she sends nobody away.
    if (actor.role === 'animator' && actor.groupId !== groupId) return err('not_your_group');
    if (breakout.placements[personId] === groupId) return ok([]);
    return ok([{ kind: 'PersonPlaced', slotId, personId, groupId }]);
  },

  OpenBreakout: (state, { slotId }) => {
    const breakout = state.breakouts[slotId];
    if (breakout === undefined) return err('groups_not_formed');
    if (currentSlotId(state.run) !== slotId) return err('slot_not_current');
    if (breakout.phase.kind === 'open') return err('breakout_already_open');
    return ok([...placingTheRest(state, slotId, breakout), { kind: 'BreakoutOpened', slotId }]);
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

  CallForHelp: (state, { slotId, groupId, text }, { actor, commandId }) => {
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
