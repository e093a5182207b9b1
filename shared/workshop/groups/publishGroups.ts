import { err, ok } from '../../core/result.ts';
import { removingGroup } from '../agenda/removeGroup.ts';
import type { Command } from '../commands.ts';
import type { Decided, DecisionContext } from '../decision.ts';
import type { WorkshopEvent } from '../events.ts';
import { limits } from '../limits.ts';
import { animatorLink } from '../people/links.ts';
import type { Group, WorkshopState } from '../state.ts';
import { isPlaceable, placeableIds, placeForOne } from './placing.ts';
import { seenPlaces } from './seenPlaces.ts';

const groupWord = { fr: 'Groupe', en: 'Group' } as const;

/**
 * The groups that a host has previewed, with as many groups as the preview had. Meanwhile people came and went: whoever is
 * gone is left out, whoever came is placed like any late arrival. When somebody was moved, the host is told instead.
 */
export function publishGroups(
  state: WorkshopState,
  { slotId, groups: asked, recipe, seenPlaces: seen }: Extract<Command, { kind: 'PublishGroups' }>,
  { commandId, drawNonce, roster }: DecisionContext,
): Decided {
  if (asked.some(({ groupId }) => groupId !== undefined && !state.groups.some(({ id }) => id === groupId))) {
    return err('group_unknown');
  }
  const named = asked.flatMap(({ personIds }) => personIds).filter((personId) => isPlaceable(state, personId));
  if (seen !== seenPlaces(state.breakouts[slotId]?.placements ?? {}, named)) return err('groups_changed');
  const added = newGroups(state, asked.filter(({ groupId }) => groupId === undefined).length, commandId);
  if (added.some(({ id }) => state.groups.some((group) => group.id === id) || state.links[id] !== undefined)) {
    return err('id_taken');
  }
  const kept = new Set(asked.flatMap(({ groupId }) => groupId ?? []));
  const leaving = state.groups.filter(({ id }) => !kept.has(id));
  const standing = [...state.groups.filter(({ id }) => kept.has(id)), ...added];
  if (standing.length > limits.groups) return err('too_many_groups');

  const fresh = added.values();
  let placements: Record<string, string> = {};
  for (const { groupId, personIds } of asked) {
    const place = groupId ?? (fresh.next().value as Group).id;
    for (const personId of personIds) if (isPlaceable(state, personId)) placements[personId] = place;
  }
  const planned = { ...state, groups: standing };
  for (const personId of placeableIds(state)) {
    if (placements[personId] !== undefined) continue;
    const place = placeForOne(planned, slotId, { placements, merged: {}, recipe }, personId, roster);
    if (place !== undefined) placements = { ...placements, [personId]: place };
  }

  const removals: WorkshopEvent[] = [];
  for (const { id } of leaving) {
    const removal = removingGroup(state, id, slotId);
    if (!removal.ok) return removal;
    removals.push(...removal.value);
  }
  return ok([
    ...added.flatMap((group): WorkshopEvent[] => [
      { kind: 'GroupAdded', group },
      { kind: 'LinkIssued', link: animatorLink(group.id, group.id, drawNonce()) },
    ]),
    { kind: 'GroupsFormed', slotId, placements, recipe },
    ...removals,
  ]);
}

function newGroups(state: WorkshopState, count: number, commandId: string): readonly Group[] {
  const first = Math.max(0, ...state.groups.map(({ number }) => number)) + 1;
  return Array.from({ length: count }, (_, index) => ({
    // Short enough for an id, whatever the command's.
    id: `${commandId.slice(0, limits.idChars - 4)}.g${index + 1}`,
    number: first + index,
    name: `${groupWord[state.language]} ${first + index}`,
    animatorName: '',
    roomUrl: '',
  }));
}
