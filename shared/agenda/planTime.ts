import { type DurationMs, type EpochMs, MINUTE_MS, type MinuteOfDay, SECOND_MS } from '../core/time.ts';

const DAY_MS = 86_400_000;
const DAY_MINUTES = 1_440;

interface WallClock {
  /** Days since 1970-01-01 of the local calendar. */
  readonly day: number;
  /** What the clock on the wall shows, counted from its midnight. */
  readonly timeMs: DurationMs;
}

/** Making a formatter costs more than using it, and a day of a workshop asks for one zone thousands of times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/** Days from 1970-01-01 to a day of the Gregorian calendar. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function wallClock(at: EpochMs, timeZone: string): WallClock {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of formatterOf(timeZone).formatToParts(at)) parts[part.type] = Number(part.value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const belowSecond = ((at % SECOND_MS) + SECOND_MS) % SECOND_MS;
  return {
    day: daysFromCivil(year, month, day),
    timeMs: ((hour * 60 + minute) * 60 + second) * SECOND_MS + belowSecond,
  };
}

/** Whether a name is that of a time zone (IANA, "Europe/Paris") that this engine knows. */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * First instant of the local day that holds `at`: midnight, or what follows where the clocks jump over it.
 * `timeZone` must be known (`isTimeZone`), else a RangeError is thrown.
 */
export function localMidnight(at: EpochMs, timeZone: string): EpochMs {
  const { day } = wallClock(at, timeZone);
  // The first instant of a day is where the local day number changes: found by halves, whatever the clocks do that night.
  let before = at - DAY_MS - 4 * 3_600_000;
  let within = at;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (wallClock(middle, timeZone).day < day) before = middle;
    else within = middle;
  }
  return within;
}

/**
 * The instant to which planned minutes are added so that they fall on what the clock on the wall shows: local midnight,
 * except on the day when the clocks change, where an agenda at 10:00 stays at 10:00.
 */
export const planOriginAt = (at: EpochMs, timeZone: string): EpochMs => at - wallClock(at, timeZone).timeMs;

/** When a slot should start; undefined when the programme gives it no hour or the plan has no origin yet. */
export const plannedStartAt = (
  slot: { readonly plannedStart?: MinuteOfDay },
  planOrigin: EpochMs | undefined,
): EpochMs | undefined =>
  slot.plannedStart === undefined || planOrigin === undefined ? undefined : planOrigin + slot.plannedStart * MINUTE_MS;

/** Minutes since the midnight of the first day: past 1439 when the programme runs into the night. Absent while no hour is known. */
export interface PlannedTime {
  readonly startMinute?: number;
  readonly endMinute?: number;
}

interface PlannedSlot {
  readonly plannedStart?: MinuteOfDay;
  readonly durationMs: DurationMs;
  readonly section?: string;
}

/**
 * Whether a slot stands on the day after the one in front of it: from 23:30 to 00:15, or from 17:00 to 9:00 where a new
 * part of the programme begins. From 10:30 to 10:00 is a mistake, to be shown as one.
 */
function beginsNextDay(slot: PlannedSlot, before: PlannedSlot | undefined): boolean {
  if (before?.plannedStart === undefined || slot.plannedStart === undefined) return false;
  const back = before.plannedStart - slot.plannedStart;
  return back > DAY_MINUTES / 2 || (back > DAY_MINUTES / 6 && slot.section !== before.section);
}

/** Planned start and end of every slot, in order: its own hour where it has one, else the end of the one before. */
export function plannedTimes(slots: readonly PlannedSlot[]): PlannedTime[] {
  let dayMinute = 0;
  let lastTimed: PlannedSlot | undefined;
  let previousEnd: number | undefined;
  return slots.map((slot) => {
    if (beginsNextDay(slot, lastTimed)) dayMinute += DAY_MINUTES;
    if (slot.plannedStart !== undefined) lastTimed = slot;
    const startMinute = slot.plannedStart === undefined ? previousEnd : slot.plannedStart + dayMinute;
    if (startMinute === undefined) return {};
    previousEnd = startMinute + slot.durationMs / MINUTE_MS;
    return { startMinute, endMinute: previousEnd };
  });
}
