import type { Minutes } from '../programme.ts';
import { isCount, type Span } from './readClocks.ts';

/** A length of time written in a text: "20 min", "5/10 mn", "3 × 5'", "une demi-heure". */
export interface DurationMark {
  readonly from: number;
  readonly to: number;
  readonly minutes: Minutes;
}

const numberWords: Readonly<Record<string, number>> = {
  une: 1,
  un: 1,
  one: 1,
  an: 1,
  a: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  sept: 7,
  seven: 7,
  huit: 8,
  eight: 8,
  dix: 10,
  ten: 10,
  quinze: 15,
  fifteen: 15,
  vingt: 20,
  twenty: 20,
  trente: 30,
  thirty: 30,
  quarante: 40,
  forty: 40,
  soixante: 60,
  sixty: 60,
  'quarante-cinq': 45,
  'forty-five': 45,
  'vingt-cinq': 25,
  'twenty-five': 25,
  quatrevingt: 80,
  'quatre-vingt-dix': 90,
  ninety: 90,
}; // biome keeps the list short on purpose: other lengths are written in figures

/** The number that a French or English word means, for "trois groupes" and "dix minutes". */
export const wordNumber = (word: string): number | undefined =>
  /^\d{1,4}$/.test(word) ? Number(word) : numberWords[word.toLowerCase()];

const words = Object.keys(numberWords)
  .sort((a, b) => b.length - a.length)
  .join('|');
const candidate = new RegExp(
  `(?<![\\p{L}\\d.,]|\\d[/⁄])(?:\\d{1,4}(?!\\d)|[½¼¾⅓⅔]|(?:demi|half|quart|quarter|${words})(?!\\p{L}))`,
  'giu',
);

const figures = '(\\d{1,4}(?:[.,]\\d{1,2})?)';
const minuteUnit =
  "(?:(?:\\s|-)?(?:minutes?|mins?|mn|mns)(?!\\p{L})\\.?(?:\\smins?(?!\\p{L}))?|\\s?['’′´‘](?!['’′´\\p{L}\\d])|(?<=\\d)m(?![\\p{L}\\d²]))";
const hourUnit = '(?:\\s|-)?(?:heures?|hours?|hrs?|h)(?!\\p{L})';

const spelledQuarters: readonly (readonly [RegExp, number])[] = [
  [/^(?:(?:une |1 )?demi[- ]heure|(?:a )?half(?: an|-an|-| a)?[- ]hour)(?!\p{L})/iu, 30],
  [/^(?:(?:un |1 )?quart d['’]heure|(?:a )?quarter of an hour)(?!\p{L})/iu, 15],
  [/^(?:(?:trois|3) quarts d['’]heure|three quarters of an hour)(?!\p{L})/iu, 45],
  [/^(?:un |1 )tiers d['’]heure(?!\p{L})/iu, 20],
  [/^(?:deux |2 )tiers d['’]heure(?!\p{L})/iu, 40],
  [/^(?:an|one|1) hour and a half(?!\p{L})/iu, 90],
  [/^(?:une|1) (?:heure|h) et demie?(?!\p{L})/iu, 90],
  [/^(?:une|1) (?:heure|h) et quart(?!\p{L})/iu, 75],
  [/^(?:two|2) hours and a half(?!\p{L})/iu, 150],
  [/^(?:deux|2) (?:heures|h) et demie?(?!\p{L})/iu, 150],
  [/^(?:deux|2) (?:heures|h) et quart(?!\p{L})/iu, 135],
];

const fractions: Readonly<Record<string, number>> = {
  '½': 30,
  '¼': 15,
  '¾': 45,
  '⅓': 20,
  '⅔': 40,
  '1/2': 30,
  '1/4': 15,
  '3/4': 45,
  '1/3': 20,
  '2/3': 40,
};
const fraction = '([½¼¾⅓⅔]|(?:1[/⁄][234]|2[/⁄]3|3[/⁄]4)(?![\\d/]))';
/** "1/4 h", "½ heure", "1 1/2 h", "3/4 of an hour": "1/4 h" is never four hours. */
const fractionOfHour = new RegExp(
  `^(?:(\\d{1,2})(?:\\s(?=\\d)|\\s?(?=[½¼¾⅓⅔])))?${fraction}(?:\\s|-)?(?:(?:d['’])?(?:heures?|hours?|hrs?|h)|of an hour)(?!\\p{L})`,
  'iu',
);
/** "1 h 1/2", "2h¼". */
const hourAndFraction = new RegExp(`^(\\d{1,2})\\s?(?:heures?|hours?|hrs?|h)\\s?(?:et\\s|and\\s)?${fraction}`, 'iu');

const range = new RegExp(`^${figures}(?:${minuteUnit})?\\s?(?:/|-|–|—|à|to|ou|or)\\s?${figures}${minuteUnit}`, 'iu');
const times = new RegExp(`^(\\d{1,2})(?:\\s\\p{L}{4,12})?\\s?[x×*]\\s?${figures}${minuteUnit}`, 'iu');
const timesAfter = new RegExp(`^${figures}${minuteUnit}\\s?[x×*]\\s?(\\d{1,2})(?!\\d)`, 'iu');
const minutesOnly = new RegExp(`^${figures}${minuteUnit}`, 'iu');
const hoursAndMinutes = new RegExp(
  `^${figures}${hourUnit}\\.?(?:\\s?(?:and |et )?([0-5]\\d)(?:${minuteUnit}|(?!\\d)))?`,
  'iu',
);
const wordMinutes = new RegExp(`^(${words})[- ](?:minutes?|mins?|mn)(?!\\p{L})`, 'iu');
const wordHours = new RegExp(
  `^(${words})[- ](?:heures?|hours?)(?!\\p{L})(?:\\s(?:and\\s|et\\s)?(\\d{1,2}|${words})(?!\\p{L})(?:${minuteUnit})?)?`,
  'iu',
);

const plus = /^\s?\+\s?$/;

const toNumber = (figure: string | undefined): number => Number((figure ?? '0').replace(',', '.'));
/** A day of work is the longest thing that a slot can last: "2026 min" or "300 h" are figures about something else. */
const LONGEST_MINUTES = 24 * 60;

const readOne = (text: string, from: number): DurationMark | undefined => {
  const rest = text.slice(from, from + 48);
  const mark = (length: number, minutes: Minutes): DurationMark | undefined => {
    const longest = typeof minutes === 'number' ? minutes : minutes[1];
    return longest > 0 && longest <= LONGEST_MINUTES && Number.isInteger(longest)
      ? { from, to: from + length, minutes }
      : undefined;
  };
  for (const [pattern, minutes] of spelledQuarters) {
    const found = pattern.exec(rest);
    if (found) return mark(found[0].length, minutes);
  }
  const part = fractionOfHour.exec(rest) ?? hourAndFraction.exec(rest);
  const partMinutes = fractions[part?.[2]?.replace('⁄', '/') ?? ''];
  if (part && partMinutes !== undefined) return mark(part[0].length, Number(part[1] ?? 0) * 60 + partMinutes);
  const multiplied = times.exec(rest);
  if (multiplied) return mark(multiplied[0].length, Number(multiplied[1]) * toNumber(multiplied[2]));
  const spread = isCount(text, from) ? null : range.exec(rest);
  if (spread) {
    const [first, second] = [toNumber(spread[1]), toNumber(spread[2])];
    return first < second && first > 0 ? mark(spread[0].length, [first, second]) : mark(spread[0].length, second);
  }
  const repeated = timesAfter.exec(rest);
  if (repeated) return mark(repeated[0].length, toNumber(repeated[1]) * Number(repeated[2]));
  const plain = minutesOnly.exec(rest);
  if (plain) return mark(plain[0].length, toNumber(plain[1]));
  const hours = hoursAndMinutes.exec(rest);
  if (hours) return mark(hours[0].trimEnd().length, Math.round(toNumber(hours[1]) * 60) + toNumber(hours[2]));
  const spelled = wordMinutes.exec(rest);
  if (spelled) return mark(spelled[0].length, wordNumber(spelled[1] ?? '') ?? 0);
  const spelledHours = wordHours.exec(rest);
  if (spelledHours) {
    const extra = spelledHours[2] === undefined ? 0 : (wordNumber(spelledHours[2]) ?? 0);
    return mark(spelledHours[0].length, (wordNumber(spelledHours[1] ?? '') ?? 0) * 60 + extra);
  }
  return undefined;
};

/**
 * All lengths of a text, in order. `taken` are spans already known as days or hours; an hour that could be a length
 * ("1h30") is judged by its place in the line, see readItem.
 */
export const readDurations = (text: string, taken: readonly Span[] = []): DurationMark[] => {
  const marks: DurationMark[] = [];
  let next = 0;
  for (const match of text.matchAll(candidate)) {
    const from = match.index;
    if (from < next || taken.some((span) => from < span.to && span.from <= from)) continue;
    const mark = readOne(text, from);
    if (!mark) continue;
    const last = marks.at(-1);
    // "20 min + 10 min de questions" lasts half an hour.
    if (
      last &&
      typeof last.minutes === 'number' &&
      typeof mark.minutes === 'number' &&
      plus.test(text.slice(last.to, from))
    )
      marks[marks.length - 1] = { from: last.from, to: mark.to, minutes: last.minutes + mark.minutes };
    else marks.push(mark);
    next = mark.to;
  }
  return marks;
};

/** Shortest and longest, also for an exact length. */
export const minutesSpan = (minutes: Minutes): readonly [number, number] =>
  typeof minutes === 'number' ? [minutes, minutes] : minutes;
