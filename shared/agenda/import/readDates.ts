/** A day written in the text; `iso` is absent when the year is missing ("17/09", "lundi 3 mars"). */
export interface DateMark {
  readonly from: number;
  readonly to: number;
  readonly iso?: string;
}

const months: readonly (readonly string[])[] = [
  ['janvier', 'january', 'janv', 'jan'],
  ['février', 'fevrier', 'february', 'févr', 'fevr', 'feb', 'fév'],
  ['mars', 'march', 'mar'],
  ['avril', 'april', 'avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'july', 'juil', 'jul'],
  ['août', 'aout', 'august', 'aug'],
  ['septembre', 'september', 'sept', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['décembre', 'decembre', 'december', 'déc', 'dec'],
];
const monthNumber = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const monthNames = [...monthNumber.keys()].sort((a, b) => b.length - a.length).join('|');
const weekday =
  '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun)\\.?,?\\s{1,2}(?:the\\s|le\\s)?)?';

const dayMonth = new RegExp(
  `(?<![\\p{L}\\d])${weekday}(\\d{1,2})(?:er|st|nd|rd|th)?\\s(?:of\\s)?(${monthNames})(?!\\p{L})\\.?,?(?:\\s(\\d{4})(?!\\d))?`,
  'giu',
);
const monthDay = new RegExp(
  `(?<![\\p{L}\\d])${weekday}(${monthNames})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:h])(?:,?\\s(\\d{4})(?!\\d))?`,
  'giu',
);
/** "21-22 October 2026", "du 21 au 23 mai 2026": the first day. */
const dayRange = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2})(?:er|st|nd|rd|th)?\\s?(?:[-–—&/]|et|and|au|à|to)\\s?\\d{1,2}(?:er|st|nd|rd|th)?\\s(${monthNames})(?!\\p{L})\\.?(?:\\s(\\d{4})(?!\\d))?`,
  'giu',
);
const numeric = /(?<![\d/.-])(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?![\d/])/g;
const isoDay = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;
/** "2026-2033", "15/09": no day, but no hours either. */
const yearSpan = /(?<![\d-])(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)?\d{2}(?!\d)/g;
const shortNumeric = /(?<![\d/])(?:0[1-9]|[12]\d|3[01])\/(?:0[1-9]|1[0-2])(?![\d/]|\s?(?:min|mn|['’′h]))/g;

const isoOf = (year: number, month: number, day: number): string | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1000
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : undefined;

/**
 * The days named in a text, in order, without overlap.
 * 07/07/2026 is read day first, as every French document and most English ones outside the United States write it,
 * unless that gives no day (07/25/2026).
 */
export const readDates = (text: string): DateMark[] => {
  const marks: DateMark[] = [];
  if (!/\d/.test(text)) return marks;
  const add = (match: RegExpMatchArray, iso: string | undefined): void => {
    const from = match.index ?? 0;
    const to = from + match[0].trimEnd().replace(/[,.]$/, '').length;
    if (marks.some((mark) => from < mark.to && mark.from < to)) return;
    marks.push(iso === undefined ? { from, to } : { from, to, iso });
  };
  for (const match of text.matchAll(isoDay)) add(match, isoOf(Number(match[1]), Number(match[2]), Number(match[3])));
  for (const match of text.matchAll(numeric)) {
    const [first, second, shortYear] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const year = shortYear < 100 ? 2000 + shortYear : shortYear;
    add(match, isoOf(year, second, first) ?? isoOf(year, first, second));
  }
  for (const match of [...text.matchAll(dayRange), ...text.matchAll(dayMonth)]) {
    const month = monthNumber.get((match[2] ?? '').toLowerCase()) ?? 0;
    if (Number(match[1]) >= 1 && Number(match[1]) <= 31) {
      add(match, match[3] ? isoOf(Number(match[3]), month, Number(match[1])) : undefined);
    }
  }
  for (const match of text.matchAll(monthDay)) {
    const month = monthNumber.get((match[1] ?? '').toLowerCase()) ?? 0;
    add(match, match[3] ? isoOf(Number(match[3]), month, Number(match[2])) : undefined);
  }
  for (const match of text.matchAll(yearSpan)) add(match, undefined);
  for (const match of text.matchAll(shortNumeric)) add(match, undefined);
  return marks.sort((a, b) => a.from - b.from);
};
