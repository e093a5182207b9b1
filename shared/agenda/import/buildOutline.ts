import { readDates } from './readDates.ts';
import { minutesSpan } from './readDurations.ts';
import type { Entry } from './readEntries.ts';
import { minutesBetween } from './readItem.ts';
import { folded, wordsOf } from './richText.ts';
import { guessKind } from './slotKind.ts';
import { RANK_BULLET, RANK_LABEL, RANK_PLAIN } from './sourceLine.ts';

/** A line with hours or a length, or a heading above such lines, with what stands under it. */
export interface OutlineNode {
  readonly entry: Entry;
  readonly children: OutlineNode[];
  /** Lines below it that are neither timed nor headings. */
  readonly details: Entry[];
}

export interface Outline {
  readonly roots: OutlineNode[];
  /** Lines that belong to no slot. */
  readonly loose: Entry[];
}

/** Headings that name the agenda itself are no part of it. */
const agendaName =
  /^(?:le |the |notre )?(?:programme|program|deroule|deroulement|ordre du jour|agenda|schedule|planning|timetable|conducteur|horaires?)(?:\s(?:de la|de l'|du|of the|for the|detaille|previsionnel|indicatif)?\s?\S{0,20}){0,2}\s?:?$/;

const endOf = (entry: Entry): number | undefined => {
  const timing = entry.timing;
  if (timing?.startMinute === undefined) return undefined;
  if (timing.endMinute !== undefined) return timing.endMinute;
  return timing.minutes === undefined ? undefined : timing.startMinute + minutesSpan(timing.minutes)[1];
};

/** True when an hour cannot belong to an open part of the programme. */
const isOutside = (holder: Entry, entry: Entry): boolean => {
  const from = holder.timing?.startMinute;
  const start = entry.timing?.startMinute;
  const to = endOf(holder);
  if (from === undefined || start === undefined) return false;
  return start < from || (to !== undefined && start >= to && to > from);
};

const isBreak = (entry: Entry): boolean =>
  entry.timing !== undefined && guessKind(entry.timing.head.text, entry.line.text, '').kind === 'break';

/** Index of the next timed entry after each entry, in one pass from the end. */
const nextTimedOf = (entries: readonly Entry[], isItem: (at: number) => boolean): number[] => {
  const next: number[] = new Array(entries.length).fill(-1);
  let last = -1;
  for (let at = entries.length - 1; at >= 0; at--) {
    next[at] = last;
    if (isItem(at)) last = at;
  }
  return next;
};

/** Lowest rank of the entries strictly between `at` and the next timed one, in one pass from the end. */
const lowestRankBefore = (entries: readonly Entry[], isItem: (at: number) => boolean): number[] => {
  const lowest: number[] = new Array(entries.length).fill(Number.POSITIVE_INFINITY);
  let low = Number.POSITIVE_INFINITY;
  for (let at = entries.length - 1; at >= 0; at--) {
    lowest[at] = low;
    low = isItem(at) ? Number.POSITIVE_INFINITY : Math.min(low, entries[at]?.line.rank ?? low);
  }
  return lowest;
};

/**
 * Puts lines under lines. A line holds those of a greater rank that follow it, until its hours are over: "2. Débats
 * (14h à 15h)" does not hold "Pause de 15h à 15h15" even if the pause is written smaller. `aside` are entries about the
 * whole (title, hours, summary): they are kept, but build nothing.
 */
export const buildOutline = (entries: readonly Entry[], aside: ReadonlySet<number>): Outline => {
  const isItem = (at: number): boolean => entries[at]?.timing !== undefined && !aside.has(at);
  const nextTimed = nextTimedOf(entries, isItem);
  const lowest = lowestRankBefore(entries, isItem);
  const firstItem = entries.findIndex((_, at) => isItem(at));
  // In a document of one day, the day is no part of the programme.
  const dated = entries
    .slice(Math.max(0, firstItem), 2_000)
    .some(({ line, timing }) => !timing && line.text.length < 80 && readDates(line.text).length > 0);
  const roots: OutlineNode[] = [];
  const loose: Entry[] = [];
  const open: OutlineNode[] = [];
  let current: OutlineNode | undefined;
  let lastItemLine: Entry | undefined;

  entries.forEach((entry, at) => {
    const { line } = entry;
    const next = entries[nextTimed[at] ?? -1];
    const item = isItem(at);
    const heading =
      !item &&
      !aside.has(at) &&
      next !== undefined &&
      !followsNumbered(entry, entries[at - 1]) &&
      headsSlots(entry, next, nextTimed[at] === at + 1, lowest[at] ?? 0, at < firstItem, dated, lastItemLine);
    const silent =
      !item && !heading && !aside.has(at) && lastItemLine !== undefined && isSilentSlot(entry, lastItemLine, next);
    if (item || heading || silent) {
      while (open.length > 0) {
        const top = open.at(-1);
        if (!top || (top.entry.line.rank < line.rank && !isOutside(top.entry, entry) && !isBreak(top.entry))) break;
        open.pop();
      }
      const node: OutlineNode = { entry, children: [], details: [] };
      (open.at(-1)?.children ?? roots).push(node);
      open.push(node);
      current = node;
      if (item) lastItemLine = entry;
      return;
    }
    // After the agenda, a heading opens what is no longer part of it (partners, contacts, …).
    const closes =
      next === undefined &&
      (farewell.test(folded(line.text.slice(0, 80))) ||
        (line.rank <= RANK_LABEL &&
          line.marker !== 'number' &&
          !speaksToSlot.test(folded(line.text)) &&
          line.rank <= (lastItemLine?.line.rank ?? 0)));
    if (closes) current = undefined;
    if (current && !aside.has(at)) current.details.push(entry);
    else loose.push(entry);
  });
  return { roots: withoutTitle(roots, loose), loose };
};

/** A heading without hours above the whole agenda is one more title, not a part of the programme. */
const withoutTitle = (roots: OutlineNode[], loose: Entry[]): OutlineNode[] => {
  const [only] = roots;
  if (roots.length !== 1 || !only || only.entry.timing || only.children.length < 2) return roots;
  loose.push(only.entry, ...only.details);
  loose.sort((a, b) => a.line.index - b.line.index);
  return withoutTitle(only.children, loose);
};

/** How mails end, and what meeting software adds below them. */
const farewell =
  /^(?:(?:bien )?(?:cordialement|amicalement)|bien a (?:vous|toi)|merci (?:de|d'|a|pour|beaucoup)|au plaisir|a (?:tres )?bientot|dans l'attente|(?:kind|best|warm) (?:regards|wishes)|regards\b|many thanks|thank you|looking forward|see you|microsoft teams|reunion microsoft|join (?:the|on|zoom|microsoft|your)|rejoindre|participer a|click here|cliquez ici|inscriptions?\b|pour vous inscrire|contacts?\b|renseignements|rsvp|please (?:register|rsvp|confirm))/;

const speaksToSlot =
  /^(?:questions?|consignes?|prompts?|instructions?|animat|intervenants?|speakers?|objectifs? de|axes?|lenses)\b/;

/** A numbered line right after another one is an item of a list: parts of a programme have slots between them. */
const followsNumbered = ({ line }: Entry, before: Entry | undefined): boolean =>
  line.marker === 'number' && before !== undefined && !before.timing && before.line.marker === 'number';

/** True for a line without hours that names a part of the programme holding the timed lines below it. */
const headsSlots = (
  entry: Entry,
  next: Entry,
  adjacent: boolean,
  lowestBetween: number,
  beforeAll: boolean,
  dated: boolean,
  previous: Entry | undefined,
): boolean => {
  const { line } = entry;
  const words = wordsOf(line.text.slice(0, 300)).length;
  if (words === 0 || words > 30 || agendaName.test(folded(line.text.slice(0, 100)))) return false;
  if (beforeAll && !dated && (readDates(line.text.slice(0, 200))[0]?.from ?? 99) <= 3) return false;
  if (beforeAll && !adjacent && line.rank > 6) return false;
  if (beforeAll && !adjacent && lowestBetween > line.rank && line.marker !== 'heading') return false;
  if (line.rank < next.line.rank && lowestBetween > line.rank && line.rank <= RANK_LABEL) return true;
  // "Retour en plénière" followed by the bullet that carries the length; "Après le déjeuner :".
  const short = words <= 8 && !/[.;!]$/.test(line.text) && adjacent;
  if (!short || line.marker === 'bullet') return false;
  // Above the first item stands the header of the document; between two items of one list, a comment on the first.
  const comments = beforeAll || (previous !== undefined && previous.line.rank === next.line.rank);
  if (comments && !line.text.endsWith(':')) return false;
  return (
    (line.rank === RANK_PLAIN && next.line.rank >= RANK_BULLET) ||
    (line.text.endsWith(':') && line.rank <= next.line.rank && next.line.marker !== 'arrow')
  );
};

/** A slot written like its neighbours but without any time: "### 3. Pause", "- Déjeuner". */
const isSilentSlot = (entry: Entry, previous: Entry, next: Entry | undefined): boolean => {
  const { line } = entry;
  if (entry.fromTable || previous.fromTable || line.marker !== previous.line.marker || line.rank !== previous.line.rank)
    return false;
  if (wordsOf(line.text.slice(0, 200)).length > 8 || /[.?:]$/.test(line.text)) return false;
  const { kind } = guessKind(line.text, line.text, '');
  if (line.marker === 'number') return kind !== 'talk';
  if (line.marker === 'heading') return kind !== 'talk' && next !== undefined;
  return kind === 'break' && next !== undefined && next.line.rank === line.rank;
};

/** Minutes that a node takes, longest reading, when its line or its hours say it. */
export const lengthOf = (node: OutlineNode): number | undefined => {
  const timing = node.entry.timing;
  if (!timing) return undefined;
  if (timing.startMinute !== undefined && timing.endMinute !== undefined)
    return minutesBetween(timing.startMinute, timing.endMinute);
  return timing.minutes === undefined ? undefined : minutesSpan(timing.minutes)[1];
};
