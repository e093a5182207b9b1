import { err, ok, type Result } from '../../core/result.ts';
import type { Programme, ProgrammeSlot } from '../programme.ts';
import { assembleSlots, type Drafts, writtenMinutes } from './assembleSlots.ts';
import { buildOutline } from './buildOutline.ts';
import { findConflicts } from './findConflicts.ts';
import { inferTimes } from './inferTimes.ts';
import { isForeign, normaliseLines } from './normaliseText.ts';
import { minutesSpan } from './readDurations.ts';
import { type Entry, entryText, readEntries, summaryRange } from './readEntries.ts';
import { readHeader } from './readHeader.ts';
import { readTracks } from './readTracks.ts';
import { folded, wordsOf } from './richText.ts';

/** Why a document gives no programme. `kept` holds what was found, so that the person loses nothing. */
export interface ProgrammeProblem {
  readonly code: 'programme_empty' | 'programme_too_large' | 'programme_not_text' | 'programme_without_slot';
  readonly kept: readonly string[];
}

/** One megabyte of text: fifty times the longest programme seen, and still read within a second. */
export const LONGEST_PROGRAMME = 1_048_576;
/**
 * More lines than this are a listing, not a programme (the longest real one has two hundred). Reading only its first part
 * would drop the rest without anybody having chosen it, so the person is asked for the pages of the agenda instead.
 */
export const MOST_LINES = 20_000;
/** No day has more; the rest would only be a list of hours (a timetable, a log file). */
export const MOST_SLOTS = 500;

/** Lines with hours or lengths beyond which nobody needs to look for the slots: four for each of the most slots. */
const MOST_TIMED_LINES = 4 * MOST_SLOTS;

const problem = (code: ProgrammeProblem['code'], kept: readonly string[] = []): Result<Programme, ProgrammeProblem> =>
  err({ code, kept });

const frenchWords = new Set(
  'le la les des du de et en un une pour par avec sur dans à au aux est ou pause déjeuner séance temps'.split(' '),
);
const englishWords = new Set(
  'the of and to in for with on at by from is are this that our your break lunch welcome session'.split(' '),
);

const languageOf = (lines: readonly string[]): 'fr' | 'en' => {
  let balance = 0;
  for (const word of wordsOf(lines.slice(0, 300).join(' ').slice(0, 20_000).toLowerCase())) {
    if (frenchWords.has(word) || /[éèêàçù]/.test(word)) balance++;
    if (englishWords.has(word)) balance--;
  }
  return balance >= 0 ? 'fr' : 'en';
};

/** "17h00 Fin de la journée" is when the last slot ends, not a slot. */
const isEnd = (slot: Drafts['slots'][number]): boolean =>
  slot.startMinute !== undefined &&
  writtenMinutes(slot) === undefined &&
  wordsOf(slot.words.title).length <= 6 &&
  /^(?:fin\b|end\b|ends\b|finish|close$|depart\b|departure|fermeture|adjourn)/.test(folded(slot.words.title));

/**
 * Reads a programme document, as pasted or loaded: text, Markdown, HTML decoration, tables with bars or tabs.
 * Never throws. Lines that no slot can hold come back as notes.
 */
export const readProgramme = (text: string): Result<Programme, ProgrammeProblem> => {
  if (text.length > LONGEST_PROGRAMME) return problem('programme_too_large');
  if (isForeign(text)) return problem('programme_not_text');
  if ((text.match(/[^\s][^\r\n\u2028\u2029\u0085\f\v]*/g)?.length ?? 0) > MOST_LINES)
    return problem('programme_too_large');
  const lines = normaliseLines(text);
  const entries = readEntries(lines);
  if (entries.length === 0) return problem('programme_empty');
  if (entries.filter((entry) => entry.timing !== undefined).length > MOST_TIMED_LINES)
    return problem('programme_too_large');

  const summary = summaryRange(entries);
  const skipped = new Set<number>();
  if (summary) for (let at = summary[0]; at < summary[1]; at++) skipped.add(at);
  const header = readHeader(entries, skipped);
  const aside = new Set([...skipped, ...header.used, ...(header.titleAt >= 0 ? [header.titleAt] : [])]);
  const { roots, loose } = buildOutline(entries, aside);
  const drafts = assembleSlots(roots);
  const language = languageOf(lines);
  const titleEntry = entries[header.titleAt];
  const notes = loose
    .filter(
      (entry) =>
        !(entry === titleEntry && header.titleIsWhole) && entry.line.text !== header.title && !isOnlyHours(entry),
    )
    .map(entryText);

  if (drafts.slots.length === 0 || (drafts.slots.length === 1 && drafts.slots.some(isEnd)))
    return problem(
      'programme_without_slot',
      [header.title, ...notes, ...drafts.slots.map((slot) => slot.words.title)].filter((line) => line !== ''),
    );
  if (drafts.slots.length > MOST_SLOTS) return problem('programme_too_large', [header.title]);

  const timed = inferTimes(drafts, {
    ...(header.startMinute === undefined ? {} : { startMinute: header.startMinute }),
    ...(header.endMinute === undefined ? {} : { endMinute: header.endMinute }),
    english: language === 'en',
  });
  const ending = drafts.slots.at(-1);
  const finish = ending && isEnd(ending) ? timed.slots.pop() : undefined;
  if (finish) notes.push(finish.title, ...(finish.notes ?? []));
  const endMinute = header.endMinute ?? finish?.startMinute;
  const slots = timed.slots.map((slot) => readTracks(slot, entries));
  const sections = timed.sections
    .map((section) => ({ ...section, toSlot: Math.min(section.toSlot, slots.length) }))
    .filter((section) => section.toSlot > section.fromSlot);
  const startMinute = header.startMinute ?? slots[0]?.startMinute ?? sections[0]?.startMinute;
  const end = endMinute ?? endOf(slots.at(-1)) ?? sections.at(-1)?.endMinute;
  return ok({
    title: header.title,
    ...(header.date === undefined ? {} : { date: header.date }),
    ...(startMinute === undefined ? {} : { startMinute }),
    ...(end === undefined ? {} : { endMinute: end }),
    ...(header.declaredMinutes === undefined ? {} : { declaredMinutes: header.declaredMinutes }),
    language,
    sections,
    slots,
    conflicts: findConflicts(sections, slots, header.declaredMinutes),
    notes,
  });
};

const endOf = (slot: ProgrammeSlot | undefined): number | undefined =>
  slot?.startMinute === undefined || slot.minutes === undefined
    ? undefined
    : (slot.startMinute + minutesSpan(slot.minutes)[1]) % 1440;

/** "11h45-16h" alone is told by the hours of the programme. */
const isOnlyHours = (entry: Entry): boolean =>
  entry.timing !== undefined &&
  !entry.declared &&
  entry.timing.head.text === '' &&
  entry.timing.tail.text === '' &&
  entry.extra.length === 0;
