import { currentSlotId } from '../../shared/agenda/timer.ts';
import { type EpochMs, MINUTE_MS } from '../../shared/core/time.ts';
import type { AgendaView, AnnouncementView } from '../../shared/views/views.ts';
import type { BreakoutPhase } from '../../shared/workshop/state.ts';

/** Long enough to be read by whoever looks up in that instant, whatever happens next. */
const atLeastMs = MINUTE_MS;
/** "Two minutes left", read a quarter of an hour later, is worse than nothing. */
const atMostMs = 10 * MINUTE_MS;

interface Moment {
  readonly announcement?: AnnouncementView | undefined;
  readonly agenda: Pick<AgendaView, 'slots' | 'run'>;
  /** Of the breakout that the screen shows. */
  readonly phase?: BreakoutPhase | undefined;
}

/** The announcement while it still says something true: until the agenda moves on or the groups are called back. */
export function announcementNow({ announcement, agenda, phase }: Moment, now: EpochMs): AnnouncementView | undefined {
  if (announcement === undefined || now - announcement.at >= atMostMs) return undefined;
  if (now - announcement.at < atLeastMs) return announcement;
  const startedAt = agenda.slots.find((slot) => slot.id === currentSlotId(agenda.run))?.startedAt ?? 0;
  const closedAt = phase?.kind === 'closed' ? phase.closedAt : 0;
  const endedAt = agenda.run.kind === 'ended' ? agenda.run.endedAt : 0;
  return Math.max(startedAt, closedAt, endedAt) > announcement.at ? undefined : announcement;
}
