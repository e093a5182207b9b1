import { planOriginAt } from '../../../shared/agenda/planTime.ts';
import { type EpochMs, MINUTE_MS } from '../../../shared/core/time.ts';
import type { HostView } from '../../../shared/views/views.ts';

const farMs = 30 * MINUTE_MS;

/** When the programme says that today's agenda starts; undefined when it gives its first slot no hour. */
export function plannedStartToday(view: Pick<HostView, 'agenda' | 'timeZone'>, now: EpochMs): EpochMs | undefined {
  const first = view.agenda.slots[0]?.plannedStart;
  return first === undefined ? undefined : planOriginAt(now, view.timeZone) + first * MINUTE_MS;
}

/** Starting now would put the whole day more than half an hour off its plan: the host says which hours count. */
export function startIsFar(view: Pick<HostView, 'agenda' | 'timeZone'>, now: EpochMs): boolean {
  const planned = plannedStartToday(view, now);
  return planned !== undefined && Math.abs(now - planned) > farMs;
}
