import { type ReadTiming, readTiming } from './readItem.ts';
import { isRow, readTable, tableEnd } from './readTables.ts';
import { folded, wordsOf } from './richText.ts';
import { readSourceLine, type SourceLine } from './sourceLine.ts';

/** A non-blank line, or a row of a table, with the hours and the length that it gives. */
export interface Entry {
  readonly line: SourceLine;
  readonly timing?: ReadTiming;
  /** The cell of the column "Intervenants". */
  readonly who?: string;
  /** Cells without a place of their own. */
  readonly extra: readonly string[];
  readonly fromTable: boolean;
}

/** Signs that only decorate: rules, empty bullets, page numbers alone. */
const decoration = /^[\s\p{P}\p{S}]*$/u;

/** The entries of a document, in order. */
export const readEntries = (lines: readonly string[]): Entry[] => {
  const entries: Entry[] = [];
  let blank = true;
  for (let at = 0; at < lines.length; at++) {
    const raw = lines[at] ?? '';
    if (raw.length < 400 && decoration.test(raw)) {
      blank = blank || raw.trim() === '';
      continue;
    }
    const end = isRow(raw) ? tableEnd(lines, at) : at;
    if (end > at) {
      for (const row of readTable(lines.slice(at, end))) {
        const line: SourceLine = { ...row.title, index: at, marker: 'none', rank: row.rank, blankBefore: blank };
        entries.push({
          line,
          ...(row.timing ? { timing: row.timing } : {}),
          ...(row.who ? { who: row.who } : {}),
          extra: row.extra,
          fromTable: true,
        });
      }
      at = end - 1;
      blank = true;
      continue;
    }
    const line = readSourceLine(
      raw.replace(/\t/g, ' ').length === raw.length && raw.includes('\t') ? keepIndent(raw) : raw,
      at,
      blank,
    );
    blank = false;
    if (!line.text) continue;
    const timing = readTiming(line);
    entries.push(timing ? { line, timing, extra: [], fromTable: false } : { line, extra: [], fromTable: false });
  }
  return joinSplitHours(entries);
};

/** Tabs inside a line are blanks; tabs before it are indentation. */
const keepIndent = (raw: string): string => {
  const text = raw.trimStart();
  return raw.slice(0, raw.length - text.length) + text.replace(/\t+/g, ' ');
};

/** An hour alone on its line belongs to the text of the next line (agendas pasted from web pages and slides). */
const joinSplitHours = (entries: readonly Entry[]): Entry[] => {
  const joined: Entry[] = [];
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at];
    const next = entries[at + 1];
    if (!entry) continue;
    const timing = entry.timing;
    const bare = timing && !entry.fromTable && timing.head.text === '' && timing.tail.text === '';
    const after = entries[at + 2];
    const followed = next && !next.fromTable && wordsOf(next.line.text).length <= 40 && next.line.text.length < 600;
    const holds =
      bare &&
      timing.startMinute !== undefined &&
      followed &&
      (!next.timing || (next.timing.startMinute === undefined && next.timing.head.text !== ''));
    // A range alone above everything else is the hours of the whole: the next hour falls inside it.
    const whole =
      timing?.endMinute !== undefined &&
      at < 15 &&
      laterInside(entries, at + 1, timing.startMinute ?? 0, timing.endMinute);
    if (holds && next && !whole && (after !== undefined || joined.length > 0)) {
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
    return next >= start && next < end && inside * 10 >= starts.length * 8;
  }
  const total = later.reduce(
    (sum, entry) =>
      sum + (typeof entry.timing?.minutes === 'number' ? entry.timing.minutes : (entry.timing?.minutes?.[1] ?? 0)),
    0,
  );
  return later.length > 0 && total <= (end - start) * 2 && end - start >= total * 0.6;
};

const summaryHeading =
  /(?:programme|deroule|agenda|journee|planning).{0,20}(?:synthese|en bref|resume|coup d'(?:œ|oe)il|at a glance|overview|summary)|^(?:en bref|en resume|at a glance|overview|the day in brief|summary)\b/;
const detailHeading =
  /^(?:le )?(?:deroule|programme|agenda|schedule|planning|detail|full|detailed|deroulement|ordre du jour)\b/;

/**
 * A day is often told twice, first in short ("Le programme en synthèse"), then in detail ("Déroulé de la journée").
 * Returns the range of entries of the short one, whose hours must not make slots.
 */
export const summaryRange = (entries: readonly Entry[]): readonly [number, number] | undefined => {
  const short = (entry: Entry): boolean => !entry.timing && wordsOf(entry.line.text.slice(0, 200)).length <= 8;
  const from = entries.findIndex((entry) => short(entry) && summaryHeading.test(folded(entry.line.text.slice(0, 120))));
  if (from < 0) return undefined;
  const to = entries.findIndex(
    (entry, at) => at > from && short(entry) && detailHeading.test(folded(entry.line.text.slice(0, 120))),
  );
  const timed = (list: readonly Entry[]): number =>
    list.filter((entry) => entry.timing?.startMinute !== undefined).length;
  return to > from && timed(entries.slice(to)) >= 2 ? [from, to] : undefined;
};
