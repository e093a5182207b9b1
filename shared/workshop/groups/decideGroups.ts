import { err, ok } from '../../core/result.ts';
import { findSlot } from '../agenda/findSlot.ts';
import type { Decided, Decisions } from '../decision.ts';
import type { WorkshopEvent } from '../events.ts';
import type { Breakout, WorkshopState } from '../state.ts';
import { announcing } from './announcing.ts';
import { drawGroups, isPlaceable, offeredRecipe, placeForOne } from './placing.ts';
import { publishGroups } from './publishGroups.ts';

type GroupsCommand =
  | 'FormGroups'
  | 'PublishGroups'
  | 'MovePerson'
  | 'MovePeople'
  | 'OfferChoice'
  | 'CloseChoice'
  | 'ChooseGroup'
  | 'TakePlace'
  | 'MergeGroups';

/** Groups are made until they are sent off; `undefined` when they may be. */
export function refusalToForm(state: WorkshopState, slotId: string): Decided | undefined {
  const slot = findSlot(state, slotId);
  if (slot === undefined) return err('slot_unknown');
  if (slot.kind !== 'breakout') return err('slot_not_breakout');
  const phase = state.breakouts[slotId]?.phase.kind;
  return phase === undefined || phase === 'formed' ? undefined : err('breakout_already_open');
}

/** Why nobody can be put there; undefined when it can be done. */
function refusalToPlace(state: WorkshopState, { merged }: Breakout, groupId: string): Decided | undefined {
  if (!state.groups.some((group) => group.id === groupId)) return err('group_unknown');
  return merged[groupId] === undefined ? undefined : err('group_merged');
}

/** Who is in which group: made at once or published after a preview, moved, chosen, merged. */
export const groupsDecisions: Decisions<GroupsCommand> = {
  FormGroups: (state, { slotId, recipe }, context) =>
    refusalToForm(state, slotId) ??
    ok([{ kind: 'GroupsFormed', slotId, ...drawGroups(state, slotId, recipe, context) }]),

  PublishGroups: (state, command, context) =>
    refusalToForm(state, command.slotId) ?? publishGroups(state, command, context),

  MovePerson: (state, { slotId, personId, groupId }, { actor }) => {
    const breakout = state.breakouts[slotId];
    if (breakout === undefined) return err('groups_not_formed');
    if (!isPlaceable(state, personId)) return err('person_unknown');
    const refusal = refusalToPlace(state, breakout, groupId);
    if (refusal !== undefined) return refusal;
    // An animator takes a person who turned up in her room; she sends nobody away.
    if (actor.role === 'animator' && actor.groupId !== groupId) return err('not_your_group');
    if (breakout.placements[personId] === groupId) return ok([]);
    return ok([{ kind: 'PersonPlaced', slotId, personId, groupId }]);
  },

  MovePeople: (state, { slotId, moves }) => {
    const breakout = state.breakouts[slotId];
    if (breakout === undefined) return err('groups_not_formed');
    const moved: WorkshopEvent[] = [];
    for (const { personId, fromGroupId, toGroupId } of moves) {
      if (!isPlaceable(state, personId)) return err('person_unknown');
      const refusal = toGroupId === undefined ? undefined : refusalToPlace(state, breakout, toGroupId);
      if (refusal !== undefined) return refusal;
      const place = breakout.placements[personId];
      if (place === toGroupId) continue;
      // What the host saw is no longer so: the moves were weighed on something else.
      if (place !== fromGroupId) return err('groups_changed');
      moved.push(
        toGroupId === undefined
          ? { kind: 'PersonUnplaced', slotId, personId }
          : { kind: 'PersonPlaced', slotId, personId, groupId: toGroupId },
      );
    }
    return ok(moved);
  },

  OfferChoice: (state, { slotId, capacities }, { roster }) => {
    const refusal = refusalToForm(state, slotId);
    if (refusal !== undefined) return refusal;
    if (Object.keys(capacities).some((id) => !state.groups.some((group) => group.id === id)))
      return err('group_unknown');
    // Whoever has a place keeps it: a choice may be offered again with other capacities.
    const isFormed = state.breakouts[slotId] !== undefined;
    return ok([
      ...(isFormed ? [] : [{ kind: 'GroupsFormed' as const, slotId, placements: {} }]),
      { kind: 'ChoiceOffered', slotId, capacities, recipe: offeredRecipe(state, slotId, capacities, roster) },
    ]);
  },

  CloseChoice: (state, { slotId }, { roster }) => {
    const breakout = state.breakouts[slotId];
    if (breakout?.choice === undefined) return err('choice_closed');
    return ok([...placingTheRest(state, slotId, breakout, roster), { kind: 'ChoiceClosed', slotId }]);
  },

  ChooseGroup: (state, { slotId, groupId }, { actor }) => {
    const breakout = state.breakouts[slotId];
    if (breakout?.choice === undefined) return err('choice_closed');
    const refusal = refusalToPlace(state, breakout, groupId);
    if (refusal !== undefined) return refusal;
    if (breakout.placements[actor.id] === groupId) return ok([]);
    const taken = Object.values(breakout.placements).filter((place) => place === groupId).length;
    if (taken >= (breakout.choice[groupId] ?? Number.POSITIVE_INFINITY)) return err('group_full');
    return ok([{ kind: 'PersonPlaced', slotId, personId: actor.id, groupId }]);
  },

  TakePlace: (state, { slotId }, { actor, roster }) => {
    const breakout = state.breakouts[slotId];
    if (breakout === undefined) return err('groups_not_formed');
    if (breakout.phase.kind === 'closed') return err('breakout_not_open');
    if (breakout.placements[actor.id] !== undefined || breakout.choice !== undefined) return ok([]);
    const groupId = placeForOne(state, slotId, breakout, actor.id, roster);
    return groupId === undefined
      ? err('group_unknown')
      : ok([{ kind: 'PersonPlaced', slotId, personId: actor.id, groupId }]);
  },

  MergeGroups: (state, { slotId, fromGroupId, intoGroupId, announcement }, { commandId }) => {
    const breakout = state.breakouts[slotId];
    if (breakout === undefined) return err('groups_not_formed');
    if (breakout.phase.kind === 'closed') return err('breakout_not_open');
    const refusal = refusalToPlace(state, breakout, fromGroupId) ?? refusalToPlace(state, breakout, intoGroupId);
    if (refusal !== undefined) return refusal;
    if (fromGroupId === intoGroupId) return err('group_merged');
    const isPresented = [fromGroupId, intoGroupId].some((id) => breakout.works[id]?.presentedAt !== undefined);
    if (isPresented) return err('key_ideas_presented');
    return ok([
      { kind: 'GroupsMerged', slotId, fromGroupId, intoGroupId },
      // Everyone of both groups stands in the second one by now.
      ...announcing(commandId, announcement, [fromGroupId, intoGroupId]),
    ]);
  },
};

/** Nobody is left standing when the groups go off: who came after they were brought back, or did not choose, has no place yet. */
export function placingTheRest(
  state: WorkshopState,
  slotId: string,
  breakout: Breakout,
  roster: Parameters<typeof placeForOne>[4],
): WorkshopEvent[] {
  let { placements } = breakout;
  const placed: WorkshopEvent[] = [];
  for (const personId of Object.keys(state.people)) {
    if (!isPlaceable(state, personId) || placements[personId] !== undefined) continue;
    if (breakout.setAside[personId] === true) continue;
    const groupId = placeForOne(state, slotId, { ...breakout, placements }, personId, roster);
    if (groupId === undefined) continue;
    placements = { ...placements, [personId]: groupId };
    placed.push({ kind: 'PersonPlaced', slotId, personId, groupId });
  }
  return placed;
}
