import type { Evolution } from '../evolution.ts';
import { changingWork } from '../groups/groupWork.ts';
import { standingGroups } from '../groups/standingGroups.ts';
import type { Stage, WorkshopState } from '../state.ts';

type RestitutionEvent = 'RestitutionOrdered' | 'GroupPresented' | 'WallShown';

/** The stage of this restitution, or a new one in the order of the groups' numbers. */
function stageOf(state: WorkshopState, slotId: string, breakoutSlotId: string): Stage {
  if (state.stage?.slotId === slotId && state.stage.breakoutSlotId === breakoutSlotId) return state.stage;
  return {
    slotId,
    breakoutSlotId,
    order: standingGroups(state, state.breakouts[breakoutSlotId]).map((group) => group.id),
    presented: [],
    scene: { kind: 'waiting' },
    onAir: false,
  };
}

/** What the plenary looks at. */
export const restitutionEvolution: Evolution<RestitutionEvent> = {
  RestitutionOrdered: (state, { slotId, breakoutSlotId, order }) => ({
    ...state,
    stage: { ...stageOf(state, slotId, breakoutSlotId), order },
  }),
  GroupPresented: (state, { slotId, breakoutSlotId, groupId, endsAt }, { at }) => {
    const stage = stageOf(state, slotId, breakoutSlotId);
    const shown: WorkshopState = {
      ...state,
      stage: {
        ...stage,
        presented: stage.presented.includes(groupId) ? stage.presented : [...stage.presented, groupId],
        scene: { kind: 'group', groupId, startedAt: at, endsAt },
        onAir: true,
      },
    };
    // Only key ideas that were really shown become final: a group called too early may still submit.
    return changingWork(shown, { slotId: breakoutSlotId, groupId }, (work) =>
      work.outcome.kind === 'submitted' ? { ...work, presentedAt: work.presentedAt ?? at } : work,
    );
  },
  WallShown: (state, { slotId, breakoutSlotId, by = 'group' }, { at }) => {
    const wall: WorkshopState = {
      ...state,
      stage: { ...stageOf(state, slotId, breakoutSlotId), scene: { kind: 'wall', by }, onAir: true },
    };
    return state.groups.reduce(
      (shown, group) =>
        changingWork(shown, { slotId: breakoutSlotId, groupId: group.id }, (work) =>
          work.outcome.kind === 'submitted' && work.presentedAt === undefined ? { ...work, presentedAt: at } : work,
        ),
      wall,
    );
  },
};
