import type { MinuteOfDay } from '../../core/time.ts';
import { type DateMark, readDates } from './readDates.ts';
import { minutesSpan, readDurations } from './readDurations.ts';
import { type Entry, laterInside } from './readEntries.ts';
import { readMarks } from './readItem.ts';
import { folded, wordsOf } from './richText.ts';
import { isAllCapitals } from './sourceLine.ts';

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
const label =
  /^(?:date|dates|lieu|venue|where|ou|horaires?|heure|time|when|quand|objectifs?|objectives?|aims?|goals?|public|audience|animation|animateurs?|contact|version|lien|link|inscription|registration|participants|duree|duration|place|location|presents?|organis|invitation|tel|email|e-mail|host|facilitat|intervenants|de|le|at|from)\b.{0,3}:|^(?:version|lien d|objectifs? d|http|www|page \d)/;
const genericWord = new Set(
  'programme program deroule ordre du jour agenda schedule planning de la le journee seance reunion day jour conducteur the of meeting previsionnel detaille timetable provisional draft invitation'.split(
    ' ',
  ),
);
const linkWords = /(?:[\s,:–—|-]|\b(?:du|le|the|on|of|of the|au|from|de|à|at|date)\b)+$/iu;
const linkWordsFirst = /^(?:[\s,:–—|-]|(?:du|le|the|on|at|à)\s)+/iu;

/** The title of a line: its text without the day and the hours that it carries. */
const withoutDates = (text: string): string => {
  const { clocks } = readMarks(text);
  const spans = [...readDates(text), ...clocks].sort((a, b) => b.from - a.from);
  let rest = text;
  for (const span of spans) {
    const before = rest.slice(0, span.from).replace(linkWords, '');
    const after = rest
      .slice(span.to)
      .replace(linkWordsFirst, ' ')
      .replace(/^\s?[)\]]/, '');
    rest = before && after.trim() ? `${before.replace(/[([]$/, '')} ${after.trim()}`.trim() : (before || after).trim();
  }
  return rest
    .replace(linkWords, '')
    .replace(/[\s([,;:]+$/u, '')
    .trim();
};

/** Words that name a meeting, so that "VILLE DE X" above "Réunion publique …" is not taken for its title. */
const meetingWord =
  /\b(?:reunion|journees?|ateliers?|seminaire|rencontres?|forum|conference|assemblee|conseil|seance|comite|formation|webinaires?|webinars?|workshop|meeting|seminar|training|summit|gathering|retreat|convention|colloque|hackathon|event|away ?day|retrospective|cafe|stage|rentree|council|assembly|festival|day)\b/;

const scoreTitle = (entry: Entry, at: number, rest: string, day: DateMark | undefined): number => {
  const { line } = entry;
  const words = wordsOf(rest);
  const name = folded(rest);
  if (words.length === 0 || rest.length > 220 || label.test(folded(line.text)) || entry.fromTable) return -100;
  const proper = words.filter((word) => !genericWord.has(folded(word)) && /\p{L}{2}/u.test(word));
  if (proper.length === 0) return -60;
  let score = 10 - at;
  if (line.marker === 'heading') score += line.rank === 1 ? 40 : Math.max(6, 24 - line.rank * 5);
  else if (line.marker !== 'none') score -= line.marker === 'number' ? 30 : 40;
  if (line.bolds.length === 1 && (line.bolds[0]?.[1] ?? 0) - (line.bolds[0]?.[0] ?? 0) >= line.text.length - 2)
    score += 9;
  if (isAllCapitals(rest)) score += 6;
  // What precedes the day is named by it ("Atelier 2 – 7 juillet 2026"); what follows is mostly a place.
  if (day && words.length <= 20) {
    const before = wordsOf(line.text.slice(0, day.from)).filter(
      (word) => !/^(?:le|du|the|on|date)$/i.test(word),
    ).length;
    if (before > 0) score += proper.length >= 2 ? 22 : 8;
    else score -= /^\s?[–—:|-]\s/u.test(line.text.slice(day.to)) ? 0 : 20;
  }
  if (meetingWord.test(name) && words.length >= 2) score += 12;
  if (words.length > 22) score -= 30;
  if (words.length === 1) score -= 6;
  if (/[.;]$/.test(rest) || /\p{Ll}\. \p{Lu}/u.test(rest)) score -= 15;
  if (/^(?:bonjour|cher|chere|hello|hi|dear|madame|monsieur|bonsoir)\b/.test(name)) score -= 40;
  if (/^(?:version|v\d)\b/.test(name) || /https?:|www\.|@/.test(name)) score -= 60;
  if (/[?]$/.test(rest)) score -= 4;
  return score;
};

/** "Conducteur – Webinaire X", "Agenda: X": the kind of document is no part of its name. */
const documentKind =
  /^(?:programme|program|conducteur|déroulé|agenda|ordre du jour|schedule|invitation)\s?[–—:-]\s(?=[\p{L}«"])/iu;

const tidyTitle = (text: string): string =>
  text
    .replace(/^[\s–—:|-]+|[\s–—:|,;-]+$/gu, '')
    .replace(documentKind, '')
    .trim();

/** Reads title, day, hours and declared length. `firstSlotAt` is where the agenda begins when nothing is of the whole. */
export const readHeader = (entries: readonly Entry[], skipped: ReadonlySet<number>): ProgrammeHeader => {
  const used = new Set<number>();
  let declaredMinutes: number | undefined;
  let startMinute: MinuteOfDay | undefined;
  let endMinute: MinuteOfDay | undefined;
  let date: string | undefined;

  let agendaBegan = false;
  entries.forEach((entry, at) => {
    const text = entry.line.text.slice(0, 300);
    const name = folded(text);
    if (wordsOf(text).length > 16 || !/\d|heure|hour/.test(name)) return;
    // Only before the agenda may a bare "Durée : 1h" be the whole; "Durée totale" says it anywhere.
    if (!totalLength.test(name) || (agendaBegan && !/total|global/.test(name))) {
      agendaBegan ||= entry.timing !== undefined;
      return;
    }
    const { clocks } = readMarks(text);
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
    startMinute ??= timing.startMinute;
    endMinute ??= timing.endMinute;
    if (timing.minutes !== undefined) declaredMinutes ??= minutesSpan(timing.minutes)[1];
    used.add(first);
    first = entries.findIndex(
      (entry, at) => entry.timing !== undefined && !used.has(at) && !skipped.has(at) && at > first,
    );
  }

  const headEnd = Math.min(first < 0 ? entries.length : first, 60);
  let best = { score: -50, title: '', at: -1 };
  for (let at = 0; at < headEnd; at++) {
    const entry = entries[at];
    if (!entry) continue;
    const text = entry.line.text;
    const day = text.length <= 400 ? readDates(text).find((mark) => mark.iso) : undefined;
    date ??= day?.iso;
    if (day && startMinute === undefined && !entry.timing) {
      const [hour] = readMarks(text).clocks;
      startMinute = hour?.startMinute;
      endMinute ??= hour?.endMinute;
    }
    const bare = text.length <= 400 ? tidyTitle(withoutDates(text)) : '';
    // In a sentence of an invitation, the words in quotation marks are the name of the meeting.
    const quoted =
      wordsOf(bare).length > 8 ? /["“«]\s?([^"“”«»]{8,120}?)\s?["”»]/u.exec(text.slice(0, 400))?.[1] : undefined;
    const invited =
      quoted !== undefined &&
      meetingWord.test(folded(bare)) &&
      !isAllCapitals(bare) &&
      entry.line.marker === 'none' &&
      /[.:]$/.test(text);
    const rest = invited ? quoted : bare;
    const score = scoreTitle(entry, at, rest, day);
    if (score > best.score) best = { score, title: rest, at };
  }
  if (date === undefined) {
    for (const entry of entries.slice(0, 400)) {
      if (entry.line.text.length > 400) continue;
      date ??= readDates(entry.line.text).find((mark) => mark.iso)?.iso;
    }
  }
  return {
    title: best.title || fallbackTitle(entries, headEnd),
    ...(date === undefined ? {} : { date }),
    ...(startMinute === undefined ? {} : { startMinute }),
    ...(endMinute === undefined ? {} : { endMinute }),
    ...(declaredMinutes === undefined ? {} : { declaredMinutes }),
    used,
    titleIsWhole: best.at >= 0 && titleTellsAll(entries[best.at], best.title, date, used.has(best.at)),
    titleAt: best.at,
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

/** "Ordre du jour" is better than nothing when the document has no other name. */
const fallbackTitle = (entries: readonly Entry[], headEnd: number): string =>
  tidyTitle(
    entries
      .slice(0, headEnd)
      .find((entry) => wordsOf(entry.line.text).length > 0)
      ?.line.text.slice(0, 120) ?? '',
  );

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
