import type { MinuteOfDay } from '../../core/time.ts';
import type { Minutes, ProgrammeSection, ProgrammeSlot } from '../programme.ts';
import { type DraftSection, type DraftSlot, type Drafts, writtenMinutes } from './assembleSlots.ts';

const HALF_DAY = 720;
const DAY = 1440;

interface Timed {
  start?: MinuteOfDay;
  end?: MinuteOfDay;
  minutes?: Minutes;
  readonly written: boolean;
  guessedStart: boolean;
  guessedMinutes: boolean;
}

/**
 * "12:00 Lunch, 1:00 Workshop": hours without am/pm that go back by less than half a day mean the afternoon. A day
 * that begins again (second day of a programme) goes back further, or starts at an hour at which people do meet.
 */
const afternoonOf = (drafts: readonly DraftSlot[], english: boolean, from: MinuteOfDay | undefined): Timed[] => {
  const starts = drafts.map((draft) => draft.startMinute).filter((minute) => minute !== undefined);
  const allSmall =
    english &&
    starts.length > 0 &&
    drafts.every(
      (draft) => draft.startMinute === undefined || (draft.halfDayUnknown === true && draft.startMinute < 7 * 60),
    );
  const declaredLater = from !== undefined && from >= HALF_DAY;
  let last: MinuteOfDay | undefined;
  return drafts.map((draft) => {
    const minutes = writtenMinutes(draft);
    let start = draft.startMinute;
    let end = draft.endMinute;
    let moved = false;
    if (start !== undefined && draft.halfDayUnknown && start >= 60 && start < 8 * 60) {
      const goesBack = last !== undefined && start < last && last >= 8 * 60 && start + HALF_DAY >= last;
      if (goesBack || (allSmall && (declaredLater || from === undefined))) {
        start += HALF_DAY;
        if (end !== undefined && end < HALF_DAY) end += HALF_DAY;
        moved = true;
      }
    }
    if (start !== undefined) last = start;
    // "11:30 – 1:00": only the end lacks its half of the day.
    if (
      draft.halfDayUnknown &&
      start !== undefined &&
      end !== undefined &&
      end < start &&
      end + HALF_DAY > start &&
      end + HALF_DAY < DAY &&
      end >= 60
    ) {
      return {
        start,
        end: end + HALF_DAY,
        minutes: end + HALF_DAY - start,
        written: true,
        guessedStart: moved,
        guessedMinutes: true,
      };
    }
    return {
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      ...(minutes === undefined ? {} : { minutes }),
      written: start !== undefined,
      guessedStart: moved,
      guessedMinutes: false,
    };
  });
};

/** "5 min par groupe" lasts five minutes for each of the groups formed before, or until the next written hour. */
const multiplyByGroups = (drafts: readonly DraftSlot[], times: readonly Timed[]): void => {
  let groups: number | undefined;
  drafts.forEach((draft, at) => {
    const time = times[at];
    groups = draft.words.groups ?? groups;
    if (!time || !draft.perUnit || typeof time.minutes !== 'number' || time.end !== undefined) return;
    const all = groups === undefined ? undefined : time.minutes * groups;
    const next = times[at + 1]?.start;
    const room = time.start === undefined || next === undefined ? -1 : next - time.start;
    // Written hours on both sides say more, as long as every group has its turn.
    if (all === undefined || all <= room) delete time.minutes;
    else time.minutes = all;
    time.guessedMinutes = time.minutes !== undefined;
  });
};

/** "T+10" is an hour once the start of the whole is known; without it, the next offset still says how long it lasts. */
const atOffsets = (drafts: readonly DraftSlot[], from: MinuteOfDay | undefined): readonly DraftSlot[] =>
  drafts.map((draft, at) => {
    const { offsetMinutes } = draft;
    if (offsetMinutes === undefined) return draft;
    if (from !== undefined) return { ...draft, startMinute: (from + offsetMinutes) % DAY };
    const next = drafts[at + 1]?.offsetMinutes;
    if (next === undefined || next <= offsetMinutes || draft.minutes !== undefined) return draft;
    return { ...draft, minutes: next - offsetMinutes };
  });

/** What the whole document says of its hours. */
export interface WholeHours {
  readonly startMinute?: MinuteOfDay;
  readonly endMinute?: MinuteOfDay;
  readonly english: boolean;
}

/**
 * Completes starts and lengths. A start is worked out by adding exact lengths from the last hour that is written;
 * after a range ("5/10 min") or past the end of its part of the programme nobody knows when a slot starts, and it stays
 * without one until the next written hour. A missing length is the time until the next known start.
 */
export const inferTimes = (
  drafts: Drafts,
  whole: WholeHours,
): { readonly slots: ProgrammeSlot[]; readonly sections: ProgrammeSection[] } => {
  const { sections } = drafts;
  const slots = atOffsets(drafts.slots, whole.startMinute);
  const times = afternoonOf(slots, whole.english, whole.startMinute);
  multiplyByGroups(slots, times);
  const ends = knownStartsAfter(slots, times, sections, whole.endMinute);
  let clock = whole.startMinute;
  let previous = -1;

  slots.forEach((slot, at) => {
    const time = times[at];
    if (!time) return;
    const section = sections[slot.section];
    if (slot.section !== previous && section?.startMinute !== undefined && section.fromSlot === at)
      clock = section.startMinute;
    previous = slot.section;
    if (time.start !== undefined) clock = time.start;
    else if (clock !== undefined && (section?.endMinute === undefined || clock < section.endMinute))
      time.start = clock % DAY;
    if (time.start === undefined) clock = undefined;
    const limit = ends[at];
    if (
      time.minutes === undefined &&
      time.start !== undefined &&
      limit !== undefined &&
      limit > time.start &&
      slots[at + 1]?.startMinute !== undefined
    ) {
      time.minutes = limit - time.start;
      time.guessedMinutes = true;
    } else if (
      time.minutes === undefined &&
      time.start !== undefined &&
      limit !== undefined &&
      limit > time.start &&
      closes(slots, sections, at)
    ) {
      time.minutes = limit - time.start;
      time.guessedMinutes = true;
    }
    clock = time.start !== undefined && typeof time.minutes === 'number' ? time.start + time.minutes : undefined;
    if (clock !== undefined && section?.endMinute !== undefined && clock > section.endMinute)
      clock = section.toSlot === at + 1 ? undefined : clock;
  });

  return {
    slots: slots.map((slot, at) => completed(slot, times[at], sections)),
    sections: sections.map((section) => ({ ...section })),
  };
};

/** True for the last slot of its part, or of the day. */
const closes = (slots: readonly DraftSlot[], sections: readonly DraftSection[], at: number): boolean =>
  at === slots.length - 1 || sections[slots[at]?.section ?? -1]?.toSlot === at + 1;

/** For each slot, the first hour that is certain after it. */
const knownStartsAfter = (
  slots: readonly DraftSlot[],
  times: readonly Timed[],
  sections: readonly DraftSection[],
  end: MinuteOfDay | undefined,
): (MinuteOfDay | undefined)[] => {
  const result: (MinuteOfDay | undefined)[] = new Array(slots.length).fill(undefined);
  let next = end;
  for (let at = slots.length - 1; at >= 0; at--) {
    const section = sections[slots[at]?.section ?? -1];
    const last = section?.toSlot === at + 1;
    result[at] = last && section.endMinute !== undefined ? section.endMinute : next;
    if (times[at]?.start !== undefined) next = times[at]?.start;
    else if (section?.fromSlot === at && section.startMinute !== undefined) next = section.startMinute;
    else next = undefined;
  }
  return result;
};

const completed = (slot: DraftSlot, time: Timed | undefined, sections: readonly DraftSection[]): ProgrammeSlot => {
  const section = sections[slot.section]?.title;
  const { guessed, ...words } = slot.words;
  const all: NonNullable<ProgrammeSlot['guessed']>[number][] = [...(guessed ?? [])];
  if (time?.guessedStart) all.push('startMinute');
  if (time?.guessedMinutes) all.push('minutes');
  return {
    ...(section ? { section } : {}),
    ...words,
    ...(time?.start === undefined ? {} : { startMinute: time.start }),
    ...(time?.minutes === undefined ? {} : { minutes: time.minutes }),
    ...(slot.pause ? { pause: slot.pause } : {}),
    ...(all.length > 0 ? { guessed: all } : {}),
  };
};
