import type { Problem } from '../../../shared/protocol/messages.ts';
import type { RejectionCode } from '../../../shared/workshop/problems.ts';

/** What two hosts acting together is answered: nothing went wrong, the other one was quicker. */
const calmCodes: readonly RejectionCode[] = [
  'clock_changed',
  'slot_not_current',
  'slot_already_started',
  'agenda_already_started',
  'agenda_not_running',
  'agenda_not_paused',
  'breakout_already_open',
  'breakout_not_open',
  'no_help_call',
  'link_revoked',
  'person_unknown',
];

export const isCalm = (problem: Problem): boolean => problem.kind === 'rejected' && calmCodes.includes(problem.code);
