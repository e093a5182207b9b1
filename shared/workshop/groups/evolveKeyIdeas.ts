import type { Evolution } from '../evolution.ts';
import type { WorkshopState } from '../state.ts';
import { changingWork, type GroupPlace } from './groupWork.ts';

type KeyIdeaEvent =
  | 'KeyIdeaDrafted'
  | 'KeyIdeaRevised'
  | 'KeyIdeaDropped'
  | 'KeyIdeasSubmitted'
  | 'KeyIdeasReopened'
  | 'LensPut';

/** Whether the plenary sees this group now: what it submits is on the screen in the same moment, and final. */
function isOnStage({ stage }: WorkshopState, { slotId, groupId }: GroupPlace): boolean {
  if (stage?.breakoutSlotId !== slotId) return false;
  return stage.scene.kind === 'wall' || (stage.scene.kind === 'group' && stage.scene.groupId === groupId);
}

/** The key ideas of a group, until the plenary has seen them. */
export const keyIdeaEvolution: Evolution<KeyIdeaEvent> = {
  KeyIdeaDrafted: (state, event) =>
    changingWork(state, event, (work) => ({
      ...work,
      keyIdeas: { ...work.keyIdeas, [event.keyIdea.id]: event.keyIdea },
    })),
  KeyIdeaRevised: (state, event) =>
    changingWork(state, event, (work) => ({
      ...work,
      keyIdeas: { ...work.keyIdeas, [event.keyIdea.id]: { ...work.keyIdeas[event.keyIdea.id], ...event.keyIdea } },
    })),
  LensPut: (state, event) =>
    changingWork(state, event, (work) => {
      const before = work.keyIdeas[event.keyIdeaId];
      if (before === undefined) return work;
      const { lens: _lens, ...bare } = before;
      const keyIdea = event.lens === undefined ? bare : { ...bare, lens: event.lens };
      return { ...work, keyIdeas: { ...work.keyIdeas, [event.keyIdeaId]: keyIdea } };
    }),
  KeyIdeaDropped: (state, event) =>
    changingWork(state, event, (work) => {
      const { [event.keyIdeaId]: _dropped, ...keyIdeas } = work.keyIdeas;
      return { ...work, keyIdeas };
    }),
  KeyIdeasSubmitted: (state, event, { at, actorId }) =>
    changingWork(state, event, (work) => ({
      ...work,
      outcome: { kind: 'submitted', keyIdeaIds: event.keyIdeaIds, at, by: actorId },
      ...(isOnStage(state, event) ? { presentedAt: at } : {}),
    })),
  KeyIdeasReopened: (state, event) =>
    changingWork(state, event, (work) => ({ ...work, outcome: { kind: 'drafting' } })),
};
