import type { Programme, ProgrammeSection, ProgrammeSlot } from '../../agenda/programme.ts';
import { DAY_MINUTES, type MinuteOfDay } from '../../core/time.ts';

/** What was decided about the length of a slot because the document did not say it outright. */
export type MinutesChoice =
  /** "5/10 min" became one figure. `fits` is false when even the shortest is too long for the hours around it. */
  | {
      readonly kind: 'range_settled';
      readonly slotIndex: number;
      readonly shortestMinutes: number;
      readonly longestMinutes: number;
      readonly minutes: number;
      readonly fits: boolean;
    }
  /** No duration in the document: the slot got the room until what follows. */
  | { readonly kind: 'minutes_from_next_start'; readonly slotIndex: number; readonly minutes: number }
  /** No duration and no room to tell it from. */
  | { readonly kind: 'minutes_by_default'; readonly slotIndex: number; readonly minutes: number };

type ReadProgramme = Pick<Programme, 'slots' | 'sections' | 'endMinute'>;

const defaultMinutes = 10;

const shortest = ({ minutes }: ProgrammeSlot): number => (typeof minutes === 'number' ? minutes : (minutes?.[0] ?? 0));

/** From one hour to a later one, over midnight when the second reads far before the first. */
function minutesBetween(from: MinuteOfDay, to: MinuteOfDay): number {
  const difference = to - from;
  return difference < -DAY_MINUTES / 2 ? difference + DAY_MINUTES : difference;
}

const sectionOf = (sections: readonly ProgrammeSection[], slotIndex: number): ProgrammeSection | undefined =>
  sections.find((section) => section.fromSlot <= slotIndex && slotIndex < section.toSlot);

function sectionLength(section: ProgrammeSection): number | undefined {
  if (section.startMinute === undefined || section.endMinute === undefined) return section.minutes;
  return minutesBetween(section.startMinute, section.endMinute);
}

/** The next hour that the document gives after a slot, and the index of what starts there. */
function nextHour(
  { slots, sections, endMinute }: ReadProgramme,
  slotIndex: number,
): { readonly minute: MinuteOfDay; readonly index: number } | undefined {
  const section = sectionOf(sections, slotIndex);
  for (let index = slotIndex + 1; index <= slots.length; index++) {
    if (section?.endMinute !== undefined && index === section.toSlot) return { minute: section.endMinute, index };
    const startMinute = slots[index]?.startMinute;
    if (startMinute !== undefined) return { minute: startMinute, index };
  }
  return endMinute === undefined ? undefined : { minute: endMinute, index: slots.length };
}

/**
 * One length in minutes for every slot of a programme, in order. A range takes the longest value that fits the hours of
 * its section and the next hour given, never less than its shortest; a slot without a length takes the room until the
 * next hour given (shared evenly between such slots), else 10 minutes.
 */
export function settleMinutes(programme: ReadProgramme): {
  readonly minutes: readonly number[];
  readonly choices: readonly MinutesChoice[];
} {
  const { slots, sections } = programme;
  const settled: number[] = [];
  const choices: MinutesChoice[] = [];
  /** What a slot takes at least: its settled length once it has one. */
  const atLeast = (index: number): number => settled[index] ?? shortest(slots[index] as ProgrammeSlot);
  const total = (from: number, to: number): number => {
    let sum = 0;
    for (let index = from; index < to; index++) sum += atLeast(index);
    return sum;
  };
  let cursor: MinuteOfDay | undefined;

  slots.forEach((slot, slotIndex) => {
    const start = slot.startMinute ?? cursor;
    const next = nextHour(programme, slotIndex);
    const untilNext = start === undefined || next === undefined ? undefined : minutesBetween(start, next.minute);
    /** What is left for this slot beside those that share the time until the next hour. */
    const room =
      untilNext === undefined || next === undefined ? undefined : untilNext - total(slotIndex + 1, next.index);
    let minutes: number;
    if (typeof slot.minutes === 'number') minutes = slot.minutes;
    else if (slot.minutes === undefined) {
      const sharing = slots.slice(slotIndex, next?.index).filter((each) => each.minutes === undefined).length;
      const share = Math.floor((room ?? 0) / sharing);
      minutes = share >= 1 ? share : defaultMinutes;
      choices.push({ kind: share >= 1 ? 'minutes_from_next_start' : 'minutes_by_default', slotIndex, minutes });
    } else {
      const [shortestMinutes, longestMinutes] = slot.minutes;
      const section = sectionOf(sections, slotIndex);
      const length = section === undefined ? undefined : sectionLength(section);
      const leftInSection =
        section === undefined || length === undefined
          ? Number.POSITIVE_INFINITY
          : length - total(section.fromSlot, section.toSlot) + shortestMinutes;
      const left = Math.floor(Math.min(leftInSection, room ?? Number.POSITIVE_INFINITY));
      minutes = Math.max(shortestMinutes, Math.min(longestMinutes, left));
      const fits = left >= shortestMinutes;
      choices.push({ kind: 'range_settled', slotIndex, shortestMinutes, longestMinutes, minutes, fits });
    }
    settled.push(minutes);
    cursor = start === undefined ? undefined : (start + minutes) % DAY_MINUTES;
  });
  return { minutes: settled, choices };
}
