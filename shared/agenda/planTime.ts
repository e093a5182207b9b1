import { DAY_MINUTES, type DurationMs, type EpochMs, MINUTE_MS, type MinuteOfDay, SECOND_MS } from '../core/time.ts';

/** Making a formatter costs more than using it, and a day of a workshop asks for one zone thousands of times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    numberingSystem: 'latn',
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/** What the clock on the wall shows, counted from its midnight. */
function wallClockMs(at: EpochMs, timeZone: string): DurationMs {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of formatterOf(timeZone).formatToParts(at)) parts[part.type] = Number(part.value);
  const { hour = 0, minute = 0, second = 0 } = parts;
  const belowSecond = ((at % SECOND_MS) + SECOND_MS) % SECOND_MS;
  return ((hour * 60 + minute) * 60 + second) * SECOND_MS + belowSecond;
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
 * The instant to which planned minutes are added so that they fall on what the clock on the wall shows: local midnight,
 * except on the day when the clocks change, where an agenda at 10:00 stays at 10:00.
 * @throws RangeError when `timeZone` is not one (`isTimeZone`)
 */
export const planOriginAt = (at: EpochMs, timeZone: string): EpochMs => at - wallClockMs(at, timeZone);

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
