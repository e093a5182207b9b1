import { type DeclaredHours, markDeclared } from './declaredHours.ts';
import { withColonHours } from './dottedHours.ts';
import { joinSplitHours } from './joinSplitHours.ts';
import { type ReadTiming, readTiming } from './readItem.ts';
import { readTable, tableEnds } from './readTables.ts';
import { folded, wordsOf } from './richText.ts';
import { readSourceLine, type SourceLine } from './sourceLine.ts';

/** A non-blank line, or a row of a table, with the hours and the length that it gives. */
export interface Entry {
  readonly line: SourceLine;
  readonly timing?: ReadTiming;
  /** The cell of the column "Intervenants". */
  readonly who?: string;
  /** The cell of the column "Animation". */
  readonly ledBy?: string;
  /** Cells without a place of their own. */
  readonly extra: readonly string[];
  readonly fromTable: boolean;
  /** When the whole begins or ends, on a line above the agenda that says nothing else. */
  readonly declared?: DeclaredHours;
}

/** All the words of an entry, with those of its other cells. */
export const entryText = (entry: Entry): string =>
  [entry.line.text, entry.who ?? '', entry.ledBy ?? '', ...entry.extra].filter((part) => part !== '').join(' — ');

/** Signs that only decorate: rules, empty bullets, page numbers alone. */
const decoration = /^[\s\p{P}\p{S}]*$/u;

/** "Consigne : chacun anime 15 minutes": the minutes of a comment are not those of a slot. "Animation : 20 min" has some. */
const commentLabel =
  /^(?:consignes?|objectifs?|mat[ée]riel|livrables?|m[ée]thode|supports?|nb|n\.b\.|notes?|attention|(?:co-)?animation|animat(?:eurs?|rices?)|intervenant\S{0,4}|mod[ée]rat\S{1,6}|facilitat\S{1,6}|prompts?|tasks?|materials?|objectives?|speakers?|moderators?|remarques?|rappel)\s?:\s?(?=.*\p{L}{3,}.*\p{L}{3,}.*\p{L}{3,})/iu;
const isComment = (line: SourceLine): boolean => commentLabel.test(line.text.slice(0, 200));

/** The entries of a document, in order. */
export const readEntries = (written: readonly string[]): Entry[] => {
  const lines = withColonHours(written);
  const entries: Entry[] = [];
  const ends = tableEnds(lines);
  let blank = true;
  for (let at = 0; at < lines.length; at++) {
    const raw = lines[at] ?? '';
    if (raw.length < 400 && decoration.test(raw)) {
      blank = blank || raw.trim() === '';
      continue;
    }
    const end = ends[at] ?? at;
    if (end > at) {
      for (const row of readTable(lines.slice(at, end))) {
        const line: SourceLine = { ...row.title, index: at, marker: 'none', rank: row.rank, blankBefore: blank };
        entries.push({
          line,
          ...(row.timing ? { timing: row.timing } : {}),
          ...(row.who ? { who: row.who } : {}),
          ...(row.ledBy ? { ledBy: row.ledBy } : {}),
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
    const timing = isComment(line) ? undefined : readTiming(line);
    entries.push(timing ? { line, timing, extra: [], fromTable: false } : { line, extra: [], fromTable: false });
  }
  return joinSplitHours(markDeclared(entries));
};

/** Tabs inside a line are blanks; tabs before it are indentation. */
const keepIndent = (raw: string): string => {
  const text = raw.trimStart();
  return raw.slice(0, raw.length - text.length) + text.replace(/\t+/g, ' ');
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
