import { type DurationMs, type EpochMs, MINUTE_MS, type MinuteOfDay } from '../core/time.ts';
import { plannedTimes } from './planTime.ts';
import type { SlotKind } from './programme.ts';
import type { AgendaRun } from './timer.ts';

/** What the forecast needs of a slot: a `SlotView` has it. */
export interface TimedSlot {
  readonly id: string;
  readonly kind: SlotKind;
  readonly section?: string;
  readonly plannedStart?: MinuteOfDay;
  readonly durationMs: DurationMs;
  readonly allottedMs: DurationMs;
  readonly startedAt?: EpochMs;
  readonly endedAt?: EpochMs;
}

export interface AgendaClock<SlotShape extends TimedSlot = TimedSlot> {
  readonly slots: readonly SlotShape[];
  readonly run: AgendaRun;
  readonly planOrigin?: EpochMs;
  readonly now: EpochMs;
}

export interface SlotForecast {
  readonly slotId: string;
  readonly startAt: EpochMs;
  readonly endAt: EpochMs;
  readonly plannedStartAt?: EpochMs;
  /** How late it starts; negative when early. */
  readonly delayMs?: DurationMs;
}

export interface AgendaForecast {
  /** The slot under the clock and those after it, in order. Empty once the workshop ended. */
  readonly slots: readonly SlotForecast[];
  readonly endAt: EpochMs;
  readonly plannedEndAt?: EpochMs;
  /** How late it all ends; negative when early. */
  readonly delayMs?: DurationMs;
}

interface PlannedInstant {
  readonly startAt?: EpochMs;
  readonly endAt?: EpochMs;
}

/** A programme without a single hour is timed from the start of the first slot that ran. */
function plannedInstants({ slots, planOrigin }: Pick<AgendaClock, 'slots' | 'planOrigin'>): PlannedInstant[] {
  if (slots.some((slot) => slot.plannedStart !== undefined)) {
    if (planOrigin === undefined) return slots.map(() => ({}));
    return plannedTimes(slots).map(({ startMinute, endMinute }) =>
      startMinute === undefined || endMinute === undefined
        ? {}
        : { startAt: planOrigin + startMinute * MINUTE_MS, endAt: planOrigin + endMinute * MINUTE_MS },
    );
  }
  let cursor: EpochMs | undefined;
  return slots.map((slot) => {
    const startAt = cursor ?? slot.startedAt;
    if (startAt === undefined) return {};
    cursor = startAt + slot.durationMs;
    return { startAt, endAt: cursor };
  });
}

/**
 * Per slot, the instant before which it will not start: after a break or a hole in the plan, people come back at the
 * hour that was announced. Other slots may run early, and have none.
 */
export function heldStarts(clock: Pick<AgendaClock, 'slots' | 'planOrigin'>): (EpochMs | undefined)[] {
  if (clock.slots.every((slot) => slot.plannedStart === undefined)) return clock.slots.map(() => undefined);
  const planned = plannedInstants(clock);
  return clock.slots.map((_, index) => {
    const startAt = planned[index]?.startAt;
    const previous = clock.slots[index - 1];
    if (startAt === undefined || previous === undefined) return startAt;
    const previousEndAt = planned[index - 1]?.endAt;
    const afterHole = previousEndAt === undefined || startAt > previousEndAt;
    return previous.kind === 'break' || afterHole ? startAt : undefined;
  });
}

const currentEndAt = (run: Extract<AgendaRun, { kind: 'running' | 'paused' }>, now: EpochMs): EpochMs =>
  run.kind === 'running' ? Math.max(run.endsAt, now) : now + Math.max(run.remainingMs, 0);

/**
 * When each slot that is not over will start and end, if nothing changes from `now` on. A paused slot resumes now; an
 * overrunning one ends now; slots jumped over are not forecast.
 */
export function forecast(clock: AgendaClock): AgendaForecast {
  const { slots, run, now } = clock;
  const planned = plannedInstants(clock);
  const plannedEndAt = planned.at(-1)?.endAt;
  const ending = (endAt: EpochMs, forecasts: readonly SlotForecast[]): AgendaForecast => ({
    slots: forecasts,
    endAt,
    ...(plannedEndAt === undefined ? {} : { plannedEndAt, delayMs: endAt - plannedEndAt }),
  });
  if (run.kind === 'ended') return ending(run.endedAt, []);

  const held = heldStarts(clock);
  const currentIndex = run.kind === 'notStarted' ? -1 : slots.findIndex((slot) => slot.id === run.slotId);
  const forecasts: SlotForecast[] = [];
  let cursor = now;
  slots.forEach((slot, index) => {
    if (index < currentIndex) return;
    const isCurrent = index === currentIndex && run.kind !== 'notStarted';
    const startAt = isCurrent ? run.startedAt : Math.max(cursor, held[index] ?? cursor);
    const endAt = isCurrent ? currentEndAt(run, now) : startAt + slot.allottedMs;
    cursor = endAt;
    const plannedAt = planned[index]?.startAt;
    forecasts.push({
      slotId: slot.id,
      startAt,
      endAt,
      ...(plannedAt === undefined ? {} : { plannedStartAt: plannedAt, delayMs: startAt - plannedAt }),
    });
  });
  return ending(cursor, forecasts);
}
