import type { Evolution } from '../evolution.ts';
import type { Breakout, GroupWork } from '../state.ts';
import { changingBreakout, emptyWork } from './groupWork.ts';

type GroupsEvent =
  | 'GroupsFormed'
  | 'PersonPlaced'
  | 'PersonUnplaced'
  | 'ChoiceOffered'
  | 'ChoiceClosed'
  | 'GroupsMerged';

/** The record without one key. */
const without = <Value>(record: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> => {
  if (record[key] === undefined) return record;
  const { [key]: _gone, ...rest } = record;
  return rest;
};

/** Both lists of each person, the second group's first. */
function joined(into: GroupWork['writtenBy'], from: GroupWork['writtenBy']): GroupWork['writtenBy'] {
  const both: Record<string, readonly string[]> = { ...into };
  for (const [personId, ids] of Object.entries(from)) both[personId] = [...(both[personId] ?? []), ...ids];
  return both;
}

/** What people wrote goes with them: answers, supports, themes that were arranged, drafts of key ideas. What was submitted is a draft again. */
const mergedWork = (into: GroupWork, from: GroupWork): GroupWork => ({
  ...into,
  ...(from.arrangement === undefined
    ? {}
    : {
        arrangement: {
          id: from.arrangement.id,
          themes: [...(into.arrangement?.themes ?? []), ...from.arrangement.themes],
        },
      }),
  answers: { ...into.answers, ...from.answers },
  writtenBy: joined(into.writtenBy, from.writtenBy),
  supportedBy: joined(into.supportedBy, from.supportedBy),
  keyIdeas: { ...into.keyIdeas, ...from.keyIdeas },
});

function merging(breakout: Breakout, fromGroupId: string, intoGroupId: string): Breakout {
  const moved = Object.keys(breakout.placements).filter((id) => breakout.placements[id] === fromGroupId);
  const { [fromGroupId]: from = emptyWork, [intoGroupId]: into = emptyWork } = breakout.works;
  return {
    ...breakout,
    placements: { ...breakout.placements, ...Object.fromEntries(moved.map((id) => [id, intoGroupId])) },
    // They have still to arrive in their new room.
    arrivals: Object.fromEntries(Object.entries(breakout.arrivals).filter(([id]) => !moved.includes(id))),
    works: { ...breakout.works, [fromGroupId]: emptyWork, [intoGroupId]: mergedWork(into, from) },
    // Whoever had joined the group that goes stands with it in the other one.
    merged: {
      ...Object.fromEntries(
        Object.entries(breakout.merged).map(([id, into]) => [id, into === fromGroupId ? intoGroupId : into]),
      ),
      [fromGroupId]: intoGroupId,
    },
  };
}

/** Who is in which group. */
export const groupsEvolution: Evolution<GroupsEvent> = {
  GroupsFormed: (state, { slotId, placements, recipe }) => ({
    ...state,
    breakouts: {
      ...state.breakouts,
      [slotId]: {
        phase: { kind: 'formed' },
        ...(recipe === undefined ? {} : { recipe }),
        merged: {},
        setAside: {},
        placements,
        arrivals: {},
        // Formed again: what an animator drafted in advance is still hers.
        works: Object.fromEntries(
          state.groups.map((group) => [group.id, state.breakouts[slotId]?.works[group.id] ?? emptyWork]),
        ),
      },
    },
  }),
  PersonPlaced: (state, { slotId, personId, groupId }) =>
    changingBreakout(state, slotId, (breakout) => ({
      ...breakout,
      placements: { ...breakout.placements, [personId]: groupId },
      setAside: without(breakout.setAside, personId),
      // Whoever is sent elsewhere has still to arrive there.
      arrivals: without(breakout.arrivals, personId),
    })),
  PersonUnplaced: (state, { slotId, personId }) =>
    changingBreakout(state, slotId, (breakout) => ({
      ...breakout,
      placements: without(breakout.placements, personId),
      setAside: { ...breakout.setAside, [personId]: true },
      arrivals: without(breakout.arrivals, personId),
    })),
  ChoiceOffered: (state, { slotId, capacities, recipe }) =>
    changingBreakout(state, slotId, (breakout) => ({ ...breakout, choice: capacities, recipe })),
  ChoiceClosed: (state, { slotId }) => changingBreakout(state, slotId, ({ choice: _closed, ...breakout }) => breakout),
  GroupsMerged: (state, { slotId, fromGroupId, intoGroupId }) => {
    const { stage } = state;
    const isOrdered = stage?.breakoutSlotId === slotId;
    return {
      ...changingBreakout(state, slotId, (breakout) => merging(breakout, fromGroupId, intoGroupId)),
      ...(isOrdered ? { stage: { ...stage, order: stage.order.filter((id) => id !== fromGroupId) } } : {}),
    };
  },
};
