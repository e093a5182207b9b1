import type { Entry } from './readEntries.ts';
import { wordsOf } from './richText.ts';

/** An hour or a range of hours with nothing else on its line. */
const isBareHour = (entry: Entry | undefined): boolean =>
  entry?.timing?.startMinute !== undefined &&
  !entry.fromTable &&
  !entry.declared &&
  entry.timing.head.text === '' &&
  entry.timing.tail.text === '';

/**
 * True when hours stand below their titles. Blank lines show what goes together; without them, an agenda of hours
 * above titles never ends with an hour.
 */
const hoursBelow = (entries: readonly Entry[]): boolean => {
  let above = 0;
  let below = 0;
  let last: number | undefined;
  entries.forEach((entry, at) => {
    if (!isBareHour(entry)) return;
    last = at;
    const previous = entries[at - 1];
    const next = entries[at + 1];
    if (next && !next.line.blankBefore && !next.timing) above++;
    if (previous && !entry.line.blankBefore && !previous.timing) below++;
    // The first hour of all follows the header of the document more often than a title.
    if (entry.line.blankBefore && previous) below -= 1;
    if (next?.line.blankBefore) above -= 1;
  });
  return below > above || (below === above && last === entries.length - 1);
};

/** Hours alone on their line belong to the title next to them (agendas pasted from web pages, slides and mails). */
export const joinSplitHours = (entries: readonly Entry[]): Entry[] =>
  hoursBelow(entries) ? joinAbove(entries) : joinBelow(entries);

/** Each bare hour goes to the line above it. */
const joinAbove = (entries: readonly Entry[]): Entry[] => {
  const joined: Entry[] = [];
  entries.forEach((entry, at) => {
    const title = joined.at(-1);
    const timing = entry.timing;
    if (
      !timing ||
      !isBareHour(entry) ||
      !title ||
      title.timing ||
      title.declared ||
      title.fromTable ||
      coversRest(entries, at)
    ) {
      joined.push(entry);
      return;
    }
    joined[joined.length - 1] = { ...title, timing: { ...timing, head: title.line } };
  });
  return joined;
};

/** Each bare hour goes to the line below it. */
const joinBelow = (entries: readonly Entry[]): Entry[] => {
  const joined: Entry[] = [];
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at];
    const next = entries[at + 1];
    if (!entry) continue;
    const timing = entry.timing;
    const after = entries[at + 2];
    const followed = next && !next.fromTable && wordsOf(next.line.text).length <= 40 && next.line.text.length < 600;
    const holds =
      timing !== undefined &&
      isBareHour(entry) &&
      timing.startMinute !== undefined &&
      followed &&
      !next.declared &&
      (!next.timing || (next.timing.startMinute === undefined && next.timing.head.text !== ''));
    if (holds && next && !coversRest(entries, at) && (after !== undefined || joined.length > 0)) {
      const inner = next.timing;
      joined.push({
        ...next,
        line: { ...next.line, rank: Math.min(entry.line.rank, next.line.rank) },
        timing: {
          ...timing,
          ...(inner?.minutes === undefined ? {} : { minutes: inner.minutes }),
          head: inner ? inner.head : next.line,
          tail: inner ? inner.tail : timing.tail,
        },
      });
      at++;
      continue;
    }
    joined.push(entry);
  }
  return joined;
};

/** A range alone above everything else is the hours of the whole: the next hours fall inside it. */
const coversRest = (entries: readonly Entry[], at: number): boolean => {
  const timing = entries[at]?.timing;
  return (
    at < 15 &&
    timing?.startMinute !== undefined &&
    timing.endMinute !== undefined &&
    laterInside(entries, at + 1, timing.startMinute, timing.endMinute)
  );
};

/** True when the next hours of the document fall inside the range, or when only lengths follow. */
export const laterInside = (entries: readonly Entry[], from: number, start: number, end: number): boolean => {
  const later = entries.slice(from, from + 400).filter((entry) => entry.timing !== undefined);
  const starts = later.map((entry) => entry.timing?.startMinute).filter((minute) => minute !== undefined);
  if (starts.length > 0) {
    const [next = 0] = starts;
    // "10:00–15:30" also holds "1:30", written without am/pm.
    const inside = starts.filter(
      (minute) => (minute >= start && minute <= end) || (minute + 720 >= start && minute + 720 <= end),
    ).length;
    const begins = (next >= start && next < end) || (next + 720 >= start && next + 720 < end);
    return begins && inside * 10 >= starts.length * 8;
  }
  const total = later.reduce(
    (sum, entry) =>
      sum + (typeof entry.timing?.minutes === 'number' ? entry.timing.minutes : (entry.timing?.minutes?.[1] ?? 0)),
    0,
  );
  return later.length > 0 && total <= (end - start) * 2 && end - start >= total * 0.6;
};
