import { type ClockMark, readClocks } from './readClocks.ts';
import { type DateMark, readDates } from './readDates.ts';
import { type DurationMark, readDurations } from './readDurations.ts';

/** Longer lines are prose pasted on one line: they are kept whole, and not searched for hours. */
export const LONGEST_TIMED_LINE = 2_000;

const opener =
  /[([]\s?(?:(?:durée|duree|duration|length|environ|env\.?|approx\.?|about|max\.?|maxi|soit|de|from|à|at|~|≈|±|⏱|🕒|horaires?|time)\s?:?\s?){0,3}$/iu;
/** True for what stands in brackets, alone or after "durée", "environ", "de". */
export const inBrackets = (text: string, from: number, to: number): boolean =>
  opener.test(text.slice(Math.max(0, from - 40), from)) && /^[^()[\]]{0,60}[)\]]/.test(text.slice(to, to + 62));

/** "1h30" is a length in brackets, after "durée" or when nobody would meet at that hour; otherwise an hour of the day. */
const isLength = (text: string, mark: ClockMark): boolean => {
  if (mark.maybeMinutes === undefined || mark.maybeMinutes === 0) return false;
  const before = text.slice(0, mark.from);
  if (/(?:durée|duree|duration|length|total)\s?(?:totale)?\s?:?\s?$/iu.test(before)) return true;
  const colon = /^\d{1,2}\s?:/.test(text.slice(mark.from, mark.to));
  const bracketed = inBrackets(text, mark.from, mark.to);
  if (bracketed && !/(?:à|at|from|dès)\s?$/iu.test(before)) return mark.maybeMinutes < 6 * 60;
  return !colon && mark.maybeMinutes < 5 * 60;
};

/** Days, hours and lengths of a text, without overlap. */
export const readMarks = (
  text: string,
): {
  readonly days: readonly DateMark[];
  readonly clocks: readonly ClockMark[];
  readonly lengths: readonly DurationMark[];
} => {
  if (text.length > LONGEST_TIMED_LINE || !/[\d½¼¾⅓⅔]|heure|hour|minute|midi|noon/iu.test(text)) {
    return { days: [], clocks: [], lengths: [] };
  }
  const days = readDates(text);
  const found = readClocks(text, days);
  const clocks = found.filter((mark) => !isLength(text, mark) && !startsLength(text, mark));
  return { days, clocks, lengths: readDurations(text, [...days, ...clocks]) };
};

/** "1h à 1h30": read as hours by their shape, but a French document that says so means a length. */
const startsLength = (text: string, mark: ClockMark): boolean =>
  mark.endMinute !== undefined &&
  mark.halfDayUnknown &&
  mark.startMinute < 300 &&
  mark.endMinute < 300 &&
  /h/i.test(text.slice(mark.from, mark.to)) &&
  /^\d/.test(text.slice(mark.from)) &&
  mark.startMinute >= 30;
