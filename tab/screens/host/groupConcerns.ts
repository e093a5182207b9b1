import { remainingMs } from '../../../shared/agenda/timer.ts';
import { type EpochMs, MINUTE_MS } from '../../../shared/core/time.ts';
import type { AgendaView, GroupDefinition, GroupWorkView, HostBreakoutView } from '../../../shared/views/views.ts';

/** What makes a host go and see a group. */
export type GroupConcern = 'noAnimator' | 'noRoom' | 'nobodyArrived' | 'noAnswers' | 'ideasMissing' | 'ideasUncited';

/** People need a moment to change rooms, then to write. */
const arrivingMs = 2 * MINUTE_MS;
const writingMs = 4 * MINUTE_MS;
/** Below this, a group that has submitted nothing needs a word. */
const closingMs = 3 * MINUTE_MS;

interface Glance {
  readonly group: Pick<GroupDefinition, 'roomUrl'>;
  readonly work: Pick<GroupWorkView, 'members' | 'answers' | 'keyIdeas' | 'outcome' | 'presented'>;
  readonly breakout: Pick<HostBreakoutView, 'slotId' | 'phase'>;
  readonly agenda: Pick<AgendaView, 'run'>;
  /** An animator of this group has the page open. */
  readonly animated: boolean;
}

/** Where a group lags behind what it should have reached by now, the gravest first. */
export function groupConcerns(glance: Glance, now: EpochMs): readonly GroupConcern[] {
  const { group, work, breakout, agenda, animated } = glance;
  const { phase } = breakout;
  const submitted = work.outcome.kind === 'submitted';
  const ideasUncited = isUncited(work);
  if (phase.kind === 'closed') return ideasUncited ? ['ideasUncited'] : submitted ? [] : ['ideasMissing'];
  const openMs = phase.kind === 'open' ? now - phase.openedAt : 0;
  const members = Object.values(work.members);
  const isUnderClock = agenda.run.kind !== 'ended' && 'slotId' in agenda.run && agenda.run.slotId === breakout.slotId;
  const leftMs = isUnderClock ? remainingMs(agenda.run, now) : undefined;
  const found: Readonly<Record<GroupConcern, boolean>> = {
    noAnimator: !animated && !submitted,
    noRoom: group.roomUrl === '',
    nobodyArrived: openMs >= arrivingMs && members.length > 0 && !members.some((member) => member.arrived),
    noAnswers: openMs >= writingMs && members.length > 0 && Object.keys(work.answers).length === 0,
    ideasMissing: phase.kind === 'open' && leftMs !== undefined && leftMs < closingMs && !submitted,
    ideasUncited,
  };
  return concerns.filter((concern) => found[concern]);
}

const concerns: readonly GroupConcern[] = [
  'noAnimator',
  'nobodyArrived',
  'noAnswers',
  'ideasMissing',
  'ideasUncited',
  'noRoom',
];

/** Answers were withdrawn after it was submitted: the plenary would see words that nobody stands behind. */
const isUncited = ({ outcome, keyIdeas, presented }: Glance['work']): boolean =>
  outcome.kind === 'submitted' &&
  !presented &&
  outcome.keyIdeaIds.some((id) => keyIdeas[id] !== undefined && keyIdeas[id].citations.length === 0);
