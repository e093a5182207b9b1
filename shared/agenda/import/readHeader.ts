import type { MinuteOfDay } from '../../core/time.ts';
import { inDaytime, lacksHalfDay } from './declaredHours.ts';
import { laterInside } from './joinSplitHours.ts';
import { dayOf, findTitle, withoutDates } from './programmeTitle.ts';
import { readDates } from './readDates.ts';
import { minutesSpan, readDurations } from './readDurations.ts';
import type { Entry } from './readEntries.ts';
import { readMarks } from './readMarks.ts';
import { folded, wordsOf } from './richText.ts';

/** What the lines around the agenda say about the whole. */
export interface ProgrammeHeader {
  readonly title: string;
  readonly date?: string;
  readonly startMinute?: MinuteOfDay;
  readonly endMinute?: MinuteOfDay;
  readonly declaredMinutes?: number;
  /** Entries that speak of the whole and must become neither slot nor section. */
  readonly used: ReadonlySet<number>;
  /** True when the title (and the day and hours next to it) says all of its line. */
  readonly titleIsWhole: boolean;
  /** The entry that gave the title, −1 without one. */
  readonly titleAt: number;
}

const totalLength =
  /(?:duree|temps) (?:totale?|globale?|de l'atelier|de la (?:journee|seance|reunion|session))|total (?:duration|length|time|running time)|^total\b|^(?:duree|duration|length|running time)\s?:|^duree\s(?=\d)|(?:duration|duree) of the (?:workshop|day|session)/;
/** Reads title, day, hours and declared length. `firstSlotAt` is where the agenda begins when nothing is of the whole. */
export const readHeader = (entries: readonly Entry[], skipped: ReadonlySet<number>): ProgrammeHeader => {
  const used = new Set<number>();
  let declaredMinutes: number | undefined;
  let startMinute: MinuteOfDay | undefined;
  let endMinute: MinuteOfDay | undefined;
  let date: string | undefined;

  let agendaBegan = false;
  entries.forEach((entry, at) => {
    if (entry.declared) {
      startMinute ??= entry.declared.startMinute;
      endMinute ??= entry.declared.endMinute;
      used.add(at);
      return;
    }
    const text = entry.line.text.slice(0, 300);
    const name = folded(text);
    if (wordsOf(text).length > 16 || !/\d|heure|hour/.test(name)) return;
    // Only before the agenda may a bare "Durée : 1h" be the whole; "Durée totale" says it anywhere.
    if (!totalLength.test(name) || (agendaBegan && !/total|global/.test(name))) {
      agendaBegan ||= entry.timing !== undefined;
      return;
    }
    const { clocks } = readMarks(text);
    const hours = clocks.find((mark) => mark.endMinute !== undefined);
    startMinute ??= hours?.startMinute;
    endMinute ??= hours?.endMinute;
    const shown =
      entry.timing?.minutes ??
      readDurations(text.replace(/(?:durée|duration|length|total)[^0-9]{0,30}/iu, ''), clocks)[0]?.minutes;
    if (shown === undefined) return;
    declaredMinutes ??= minutesSpan(shown)[1];
    used.add(at);
  });

  let first = entries.findIndex((entry, at) => entry.timing !== undefined && !used.has(at) && !skipped.has(at));
  while (first >= 0 && first < entries.length) {
    const timing = entries[first]?.timing;
    if (!timing || !speaksOfWhole(entries, first, used)) break;
    const hours = inDaytime(timing, timing.halfDayUnknown === true && lacksHalfDay(entries[first]?.line.text ?? ''));
    startMinute ??= hours.startMinute;
    endMinute ??= hours.endMinute;
    if (timing.minutes !== undefined) declaredMinutes ??= minutesSpan(timing.minutes)[1];
    used.add(first);
    first = entries.findIndex(
      (entry, at) => entry.timing !== undefined && !used.has(at) && !skipped.has(at) && at > first,
    );
  }

  const headEnd = Math.min(first < 0 ? entries.length : first, 60);
  for (const entry of entries.slice(0, headEnd)) {
    const day = dayOf(entry.line.text);
    date ??= day?.iso;
    if (!day || startMinute !== undefined || entry.timing) continue;
    const [hour] = readMarks(entry.line.text).clocks;
    startMinute = hour?.startMinute;
    endMinute ??= hour?.endMinute;
  }
  for (const entry of date === undefined ? entries.slice(0, 400) : []) date ??= dayOf(entry.line.text)?.iso;
  const { title, at: titleAt } = findTitle(entries, headEnd);
  // The day beside the name is that of the meeting; another one may be when the mail was sent.
  date = dayOf(entries[titleAt]?.line.text ?? '')?.iso ?? date;
  return {
    title,
    ...(date === undefined ? {} : { date }),
    ...(startMinute === undefined ? {} : { startMinute }),
    ...(endMinute === undefined ? {} : { endMinute }),
    ...(declaredMinutes === undefined ? {} : { declaredMinutes }),
    used,
    titleIsWhole: titleAt >= 0 && titleTellsAll(entries[titleAt], title, date, used.has(titleAt)),
    titleAt,
  };
};

/** True unless the line also says a day or hours that no field holds. */
const titleTellsAll = (
  entry: Entry | undefined,
  title: string,
  date: string | undefined,
  hoursUsed: boolean,
): boolean => {
  const text = entry?.line.text ?? '';
  if (text === title) return true;
  if (wordsOf(withoutDates(text)).length > wordsOf(title).length) return false;
  return readDates(text).every((mark) => mark.iso === date) && (hoursUsed || readMarks(text).clocks.length === 0);
};

const wholeLabel =
  /^(?:horaires?|heures?|time|when|quand|date|debut|start|starts|begins?|de|from|le|on|atelier|workshop)\b/;

/** True when the first hours of the document are those of the whole, not of a slot. */
const speaksOfWhole = (entries: readonly Entry[], at: number, used: ReadonlySet<number>): boolean => {
  const entry = entries[at];
  const timing = entry?.timing;
  if (!entry || !timing || entry.fromTable || at > 40) return false;
  const { line } = entry;
  if (line.marker === 'number') return false;
  const hasDay = readDates(line.text).some((mark) => mark.to > 0);
  const bare = wordsOf(timing.head.text + timing.tail.text).length === 0;
  if (timing.startMinute === undefined) return false;
  if (timing.endMinute !== undefined) {
    const rest = entries.filter((_, index) => !used.has(index));
    const from = rest.indexOf(entry) + 1;
    return (
      laterInside(rest, from, timing.startMinute, timing.endMinute) &&
      (line.marker !== 'bullet' || hasDay || wholeLabel.test(folded(line.text)))
    );
  }
  return (
    hasDay ||
    (!bare &&
      /^(?:horaires?|heure|time|when|quand|date|debut|starts?|begins?|rendez-vous|rdv)\b/.test(folded(line.text)))
  );
};
