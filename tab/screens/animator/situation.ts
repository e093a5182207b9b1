import type { AnimatorView } from '../../../shared/views/views.ts';

export type Situation =
  | 'merged'
  | 'notFormed'
  | 'formedOnly'
  | 'working'
  | 'closed'
  | 'plenary'
  | 'nextTurn'
  | 'yourTurn'
  | 'ended';

/** Where her group stands in the workshop: what decides the line at the top of her page. */
export function situation(view: AnimatorView): Situation {
  if (view.agenda.run.kind === 'ended') return 'ended';
  if (view.mergedInto !== undefined) return 'merged';
  const { stage, breakout, group } = view;
  if (stage?.onAir) {
    const { scene } = stage;
    if (scene.kind === 'group' && scene.group.id === group.id) return 'yourTurn';
    if (scene.kind === 'wall') return 'plenary';
    const presentedNow = scene.kind === 'group' ? scene.group.id : undefined;
    const next = stage.order.find((id) => !stage.presented.includes(id) && id !== presentedNow);
    if (next === group.id) return 'nextTurn';
    return breakout?.work.outcome.kind === 'submitted' ? 'plenary' : 'closed';
  }
  if (breakout === undefined) return 'notFormed';
  switch (breakout.phase.kind) {
    case 'formed':
      return 'formedOnly';
    case 'open':
      return 'working';
    case 'closed':
      return breakout.work.outcome.kind === 'submitted' || breakout.work.presented ? 'plenary' : 'closed';
  }
}
