import { answersUntil } from '../../../shared/agenda/answerWindow.ts';
import type { EpochMs } from '../../../shared/core/time.ts';
import type { View } from '../../../shared/views/views.ts';

/** The parts of the page, the next thing to do first. */
export type ParticipantSection =
  | 'welcome'
  | 'choice'
  | 'place'
  | 'details'
  | 'agenda'
  | 'group'
  | 'work'
  | 'back'
  | 'said'
  | 'stage'
  | 'farewell'
  | 'ownWords';

/**
 * What a participant sees now. `work` stays while answers still count, whatever else begins: a plenary that starts early
 * must not take the text out of anyone's hands.
 */
export function participantSections(view: View, now: EpochMs): readonly ParticipantSection[] {
  const { run } = view.agenda;
  const breakout = view.kind === 'group' ? view.breakout : undefined;
  const answering =
    breakout !== undefined &&
    breakout.phase.kind !== 'formed' &&
    (breakout.phase.kind === 'open' || now <= answersUntil({ ...breakout, run, graceMs: view.options.graceMs }));
  const work: readonly ParticipantSection[] = answering ? ['work'] : [];
  if (run.kind === 'ended') return [...work, 'farewell', 'ownWords'];
  if (view.stage?.onAir) return ['stage', ...work];
  if (breakout === undefined) {
    if (view.kind === 'lobby' && view.choice !== undefined) return ['choice', 'agenda', 'details'];
    if (view.kind === 'lobby' && view.openSlotId !== undefined) return ['place', 'agenda', 'details'];
    return run.kind === 'notStarted' ? ['welcome', 'agenda', 'details'] : ['agenda', 'welcome', 'details'];
  }
  switch (breakout.phase.kind) {
    case 'formed':
      return ['group', 'agenda', 'details'];
    case 'open':
      return ['group', 'work', 'details'];
    case 'closed':
      return answering ? ['back', 'work'] : ['back', 'agenda', 'said', 'details'];
  }
}
