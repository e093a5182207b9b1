import { DAY_MINUTES, formatMinuteOfDay } from '../../core/time.ts';
import { isMealTitle } from '../mealTitle.ts';
import type { Minutes, ProgrammeConflict, ProgrammeSection, ProgrammeSlot } from '../programme.ts';
import { minutesSpan } from './readDurations.ts';

const sum = (parts: readonly Minutes[]): readonly [number, number] =>
  parts.reduce<readonly [number, number]>(
    (total, part) => {
      const [shortest, longest] = minutesSpan(part);
      return [total[0] + shortest, total[1] + longest];
    },
    [0, 0],
  );

/** Slots that need more than their part of the programme gives; a range counts as too long only when its shortest is. */
const overflowOf = (section: ProgrammeSection, slots: readonly ProgrammeSlot[]): ProgrammeConflict | undefined => {
  const hours =
    section.startMinute !== undefined && section.endMinute !== undefined
      ? (section.endMinute - section.startMinute + DAY_MINUTES) % DAY_MINUTES
      : undefined;
  const availableMinutes = hours ?? section.minutes;
  if (availableMinutes === undefined || availableMinutes <= 0) return undefined;
  const slotIndices: number[] = [];
  const parts: Minutes[] = [];
  for (let at = section.fromSlot; at < section.toSlot; at++) {
    const minutes = slots[at]?.minutes;
    if (minutes === undefined) continue;
    slotIndices.push(at);
    parts.push(minutes);
  }
  const needed = sum(parts);
  if (needed[0] <= availableMinutes) return undefined;
  return {
    kind: 'section_overflow',
    section: section.title,
    ...(section.startMinute === undefined ? {} : { startMinute: section.startMinute }),
    ...(section.endMinute === undefined ? {} : { endMinute: section.endMinute }),
    availableMinutes,
    neededMinutes: needed,
    overByMinutes: [needed[0] - availableMinutes, needed[1] - availableMinutes],
    parts,
    slotIndices,
  };
};

/** Minutes of meals, which no declared length counts: 0 for a programme without any. */
export const mealMinutesOf = (slots: readonly ProgrammeSlot[]): number =>
  slots.reduce(
    (total, slot) =>
      total +
      (slot.pause?.minutes ?? 0) +
      (slot.kind === 'break' && isMealTitle(slot.title) ? minutesSpan(slot.minutes ?? 0)[0] : 0),
    0,
  );

/** "3 h" may count the coffee breaks or not: both readings are right, and only a length that neither gives is told. */
const totalOf = (
  sections: readonly ProgrammeSection[],
  slots: readonly ProgrammeSlot[],
  declaredMinutes: number,
): ProgrammeConflict | undefined => {
  const minutesOf = (keep: (slot: ProgrammeSlot) => boolean): number =>
    slots.filter(keep).reduce((total, slot) => total + minutesSpan(slot.minutes ?? 0)[0], 0);
  const breaks = minutesOf((slot) => slot.kind === 'break');
  const meals = mealMinutesOf(slots);
  const pauses = slots.reduce((total, slot) => total + (slot.pause?.minutes ?? 0), 0);
  const starts = [...slots, ...sections].map((item) => item.startMinute).filter((minute) => minute !== undefined);
  const ends = [
    ...sections.map((section) => section.endMinute),
    ...slots.map((slot) =>
      slot.startMinute === undefined || slot.minutes === undefined
        ? undefined
        : slot.startMinute + minutesSpan(slot.minutes)[0],
    ),
  ].filter((minute) => minute !== undefined);
  const last = slots.at(-1);
  const lastSection = sections.at(-1);
  const endKnown =
    (last?.startMinute !== undefined && last.minutes !== undefined) ||
    (lastSection?.endMinute !== undefined && lastSection.toSlot === slots.length);
  const startKnown = slots[0]?.startMinute !== undefined;
  if (!startKnown || !endKnown) {
    if (slots.some((slot) => slot.minutes === undefined) || slots.length === 0) return undefined;
    const [low, high] = sum(slots.map((slot) => slot.minutes ?? 0));
    if ([0, meals, breaks].some((off) => declaredMinutes >= low - off && declaredMinutes <= high - off))
      return undefined;
    return {
      kind: 'total_mismatch',
      declaredMinutes,
      plannedMinutes: high - meals,
      overByMinutes: [low - meals - declaredMinutes, high - meals - declaredMinutes],
    };
  }
  // A programme of several days goes back in its hours: its span says nothing.
  if (slots.some((slot, at) => (slot.startMinute ?? DAY_MINUTES) < (slots[at - 1]?.startMinute ?? 0))) return undefined;
  const span = ends.reduce((a, b) => Math.max(a, b), 0) - starts.reduce((a, b) => Math.min(a, b), DAY_MINUTES);
  const readings = [span - breaks - pauses, span - meals, span];
  if (readings.includes(declaredMinutes)) return undefined;
  const plannedMinutes = readings[1] ?? span;
  const over = plannedMinutes - declaredMinutes;
  return { kind: 'total_mismatch', declaredMinutes, plannedMinutes, overByMinutes: [over, over] };
};

/** Neighbours whose written hours overlap. Hours that go back in another part of the programme begin another day. */
const overlapsOf = (slots: readonly ProgrammeSlot[]): ProgrammeConflict[] => {
  const found: ProgrammeConflict[] = [];
  slots.forEach((slot, at) => {
    const before = slots[at - 1];
    if (!before || slot.startMinute === undefined || before.startMinute === undefined || before.minutes === undefined)
      return;
    if (slot.startMinute < before.startMinute && slot.section !== before.section) return;
    // A part that overflows already says so about the slot after it.
    const [shortest, longest] = minutesSpan(before.minutes);
    const over = before.startMinute + shortest - slot.startMinute;
    if (over <= 0 || over >= 720 || slot.section !== before.section) return;
    found.push({
      kind: 'overlap',
      slotIndex: at,
      overByMinutes: [over, before.startMinute + longest - slot.startMinute],
    });
  });
  return found;
};

/** What in a programme cannot be kept as written. Pure: call it again after somebody edits the slots. */
export const findConflicts = (
  sections: readonly ProgrammeSection[],
  slots: readonly ProgrammeSlot[],
  declaredMinutes: number | undefined,
): ProgrammeConflict[] => {
  const overflows = sections.map((section) => overflowOf(section, slots)).filter((conflict) => conflict !== undefined);
  const total = declaredMinutes === undefined ? undefined : totalOf(sections, slots, declaredMinutes);
  return [...overflows, ...overlapsOf(slots), ...(total ? [total] : [])];
};

/** "14:30–15:10" for a part with hours, otherwise its title. */
export const sectionLabel = (conflict: Extract<ProgrammeConflict, { kind: 'section_overflow' }>): string =>
  conflict.startMinute !== undefined && conflict.endMinute !== undefined
    ? `${formatMinuteOfDay(conflict.startMinute)}–${formatMinuteOfDay(conflict.endMinute)}`
    : conflict.section;
