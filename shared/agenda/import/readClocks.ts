import type { MinuteOfDay } from '../../core/time.ts';

/** An hour ("14h30", "2 pm", "midi") or a range of hours ("de 14h à 15h30") written in a text. */
export interface ClockMark {
  readonly from: number;
  readonly to: number;
  readonly startMinute: MinuteOfDay;
  readonly endMinute?: MinuteOfDay;
  /** Written "2:00" or "2h" without am/pm: an English programme may mean the afternoon. */
  readonly halfDayUnknown: boolean;
  /** "1h30" alone, which may also be a length. Never set on a range. */
  readonly maybeMinutes?: number;
}

interface Clock {
  readonly to: number;
  readonly hour: number;
  readonly minute: number;
  readonly form: 'letter' | 'word' | 'colon' | 'dot' | 'bare' | 'named';
  readonly half?: 'am' | 'pm';
}

const candidate =
  /(?<![\p{L}\d.,/])(?:\d{1,2}(?!\d)|midi(?!\p{L})|minuit(?!\p{L})|noon(?!\p{L})|midday(?!\p{L})|midnight(?!\p{L}))/giu;
const halfDay = /^\s?([ap])\.?\s?m(?:\.(?!\p{L})|(?![\p{L}\d]))/iu;
const withLetter = /^(\d{1,2})\s?[hH](?!\p{L})\s?([0-5]\d)?(?!\d)/u;
const withWord = /^(\d{1,2})\sheures?(?!\p{L})(?:\s([0-5]\d)(?!\d))?/iu;
const withColon = /^(\d{1,2})\s?[:.]([0-5]\d)(?:[:][0-5]\d)?(?!\d)/;
const named = /^(midi|noon|midday|minuit|midnight)/i;
const bareHour = /^(\d{1,2})(?!\d)/;
const between =
  /^\s{0,2}(?:[-–—~→>/]|-->?|à|a|au|to|until|till|through|jusqu['’]à|and|et)\s{0,2}(?=\d|midi|minuit|noon|mid)/i;
/** "après-midi", "après midi", "Pause de midi", "le midi" name a part of the day, not an hour. */
const middayTrap = /(?:apr[eè]s[- ]|ce |le |du |de |-)$/i;

const readClock = (text: string, at: number): Clock | undefined => {
  const rest = text.slice(at, at + 24);
  const name = named.exec(rest);
  if (name) {
    const hour = /mid(?:i|day)$|noon/i.test(name[0]) ? 12 : 0;
    return { to: at + name[0].length, hour, minute: 0, form: 'named' };
  }
  const letter = withLetter.exec(rest) ?? undefined;
  const word = letter ? undefined : (withWord.exec(rest) ?? undefined);
  const colon = letter || word ? undefined : (withColon.exec(rest) ?? undefined);
  const found = letter ?? word ?? colon ?? bareHour.exec(rest);
  if (!found) return undefined;
  let hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (hour > 24 || (hour === 24 && minute > 0)) return undefined;
  const form = letter ? 'letter' : word ? 'word' : colon ? (found[0].includes('.') ? 'dot' : 'colon') : 'bare';
  const to = at + found[0].trimEnd().length;
  const half = form === 'letter' ? null : halfDay.exec(text.slice(to, to + 8));
  if (half && hour <= 12) {
    const side = half[1]?.toLowerCase() === 'p' ? 'pm' : 'am';
    hour = (hour % 12) + (side === 'pm' ? 12 : 0);
    return { to: to + half[0].length, hour, minute, form, half: side };
  }
  return { to, hour: hour % 24, minute, form };
};

const minuteOf = (clock: Clock): MinuteOfDay => clock.hour * 60 + clock.minute;

/** "2 – 2:25 pm": the first hour takes the half of the day of the second, unless that would end before it starts. */
const alignStart = (start: Clock, end: Clock): MinuteOfDay => {
  const minute = minuteOf(start);
  if (start.half || end.half !== 'pm' || start.form === 'named' || start.hour >= 12) return minute;
  return minute + 720 <= minuteOf(end) ? minute + 720 : minute;
};

/**
 * Words after which a number counts or orders something: in "groupes de 8 – 18h30" and "Étape 2 – 10 min" it opens no
 * range of hours or lengths.
 */
const counts =
  /(?:(?:groupes?|tables?|[ée]quipes?|cercles?|groups?|teams?|rooms?)\s(?:de|of)|(?:[ée]tape|s[ée]quence|partie|phase|session|atelier|groupe|table|temps|module|bloc|acte|jour|step|part|group|round|day|n°))\s?$/iu;

export const isCount = (text: string, at: number): boolean => counts.test(text.slice(Math.max(0, at - 24), at));

/** What must not be read again as an hour: days, mostly. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const overlaps = (spans: readonly Span[], from: number, to: number): boolean =>
  spans.some((span) => from < span.to && span.from < to);

/** All hours and ranges of hours of a text, in order. Bare numbers count only in "14–15h" and "2–5pm". */
export const readClocks = (text: string, taken: readonly Span[] = []): ClockMark[] => {
  const marks: ClockMark[] = [];
  let next = 0;
  for (const match of text.matchAll(candidate)) {
    const from = match.index;
    if (from < next || overlaps(taken, from, from + 1)) continue;
    const start = readClock(text, from);
    if (!start || (start.form === 'bare' && isCount(text, from))) continue;
    const link = between.exec(text.slice(start.to, start.to + 14));
    const end = link ? readClock(text, start.to + link[0].length) : undefined;
    const joins =
      end &&
      !overlaps(taken, end.to - 1, end.to) &&
      isRange(start, end, link?.[0] ?? '', text.slice(end.to, end.to + 4), text.slice(Math.max(0, from - 9), from));
    if (end && joins) {
      const startMinute = alignStart(start, end);
      const halfDayUnknown = !start.half && !end.half && start.form !== 'named' && end.form !== 'named';
      marks.push({ from, to: end.to, startMinute, endMinute: minuteOf(end), halfDayUnknown });
      next = end.to;
      continue;
    }
    if (start.form === 'bare' && !start.half) continue;
    if (start.form === 'dot' && !start.half) continue;
    if (start.form === 'named' && middayTrap.test(text.slice(Math.max(0, from - 7), from))) continue;
    const lengthLike = (start.form === 'letter' || start.form === 'word' || start.form === 'colon') && start.hour <= 9;
    marks.push({
      from,
      to: start.to,
      startMinute: minuteOf(start),
      halfDayUnknown: !start.half && start.form !== 'named',
      ...(lengthLike ? { maybeMinutes: start.hour * 60 + start.minute } : {}),
    });
    next = start.to;
  }
  return marks;
};

/** False for a number that only its neighbour makes an hour: the "14" of "14–15h". */
const isWhole = (clock: Clock): boolean => clock.form !== 'bare' || clock.half !== undefined;

const isRange = (start: Clock, end: Clock, link: string, after: string, before: string): boolean => {
  // "9h et 10h" are two hours, "entre 9h et 10h" is a range.
  if (/et|and/i.test(link)) return /(?:entre|between)\s$/i.test(before) && [start, end].every(isWhole);
  // "5/10" is no range of hours, "9h/10h" is one.
  if (link.includes('/') && (start.form === 'bare' || end.form === 'bare')) return false;
  // "9h-10" is a range; "9h - 10 min" and "9h – 3 parcours" are not.
  if (end.form === 'bare' && !end.half) {
    return start.form === 'letter' && /^[-–]$/.test(link) && !/^\s?(?:m|['’′x×%]|\p{L})/iu.test(after);
  }
  if (start.form === 'bare' && !start.half)
    return end.form === 'letter' || end.half !== undefined || end.form === 'named' || end.form === 'word';
  return true;
};
