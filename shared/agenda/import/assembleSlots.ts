import type { MinuteOfDay } from '../../core/time.ts';
import type { Minutes, ProgrammeSlot } from '../programme.ts';
import { lengthOf, type OutlineNode } from './buildOutline.ts';
import { describeSlot, type SlotWords } from './describeSlot.ts';
import { type Entry, entryText } from './readEntries.ts';
import { minutesBetween } from './readItem.ts';
import { refineSlots } from './refineSlots.ts';
import { joinRich, type RichText } from './richText.ts';
import { readSectionTitle } from './sectionTitle.ts';
import { guessKind } from './slotKind.ts';
import { RANK_EMPHASIS, RANK_PLAIN } from './sourceLine.ts';

/** A slot with the hours that its own line says, before its neighbours complete them. */
export interface DraftSlot {
  readonly words: SlotWords;
  readonly startMinute?: MinuteOfDay;
  readonly endMinute?: MinuteOfDay;
  readonly minutes?: Minutes;
  /** Minutes after the start of the whole. */
  readonly offsetMinutes?: number;
  readonly perUnit?: boolean;
  readonly halfDayUnknown?: boolean;
  readonly pause?: NonNullable<ProgrammeSlot['pause']>;
  /** Index into the sections, or −1. */
  readonly section: number;
}

export interface DraftSection {
  readonly title: string;
  readonly startMinute?: MinuteOfDay;
  readonly endMinute?: MinuteOfDay;
  readonly minutes?: number;
  fromSlot: number;
  toSlot: number;
}

export interface Drafts {
  readonly slots: DraftSlot[];
  readonly sections: DraftSection[];
}

/** Children that fill less of a part than this are moments of one slot ("dont 10 min de questions"), not its slots. */
const FILLS = 0.6;

const headOf = (entry: Entry): RichText => entry.timing?.head ?? entry.line;
const isTimed = (node: OutlineNode): boolean => node.entry.timing !== undefined;

/** True when the lines under a timed line are its slots; false when they only comment it. */
const holdsSlots = (node: OutlineNode): boolean => {
  if (!isTimed(node)) return true;
  const own = lengthOf(node);
  const kind = guessKind(headOf(node.entry).text, node.entry.line.text, '').kind;
  if (kind === 'break' || kind === 'qa' || kind === 'poll') return false;
  const clocked = node.children.filter((child) => child.entry.timing?.startMinute !== undefined);
  if (clocked.length >= 2) return true;
  // The stages of a breakout, and the turn of each group in a restitution, run inside one slot.
  const staged = kind === 'breakout' || kind === 'restitution';
  if (
    staged &&
    !node.children.some((child) => guessKind(headOf(child.entry).text, child.entry.line.text, '').kind === 'breakout')
  )
    return false;
  if (node.children.every((child) => child.entry.timing?.perUnit)) return false;
  const lengths = node.children.map(lengthOf);
  const sum = lengths.reduce((total: number, length) => total + (length ?? 0), 0);
  if (own === undefined) return node.entry.line.rank <= RANK_EMPHASIS || node.children.length >= 2;
  return sum >= own * FILLS;
};

/** "Exposé (20 min)" then "- 5 min de questions": two slots one after the other, since only lengths are given. */
const standsBeside = (node: OutlineNode): boolean =>
  node.entry.line.rank >= RANK_PLAIN &&
  node.entry.timing?.startMinute === undefined &&
  !node.children.some((child) => child.entry.timing?.perUnit) &&
  !['breakout', 'restitution'].includes(guessKind(headOf(node.entry).text, node.entry.line.text, '').kind);

const flattened = (nodes: readonly OutlineNode[]): Entry[] =>
  nodes
    .flatMap((node) => [node.entry, ...node.details, ...flattened(node.children)])
    .sort((a, b) => a.line.index - b.line.index);

/** Turns the outline into slots in the order of the document. Ranks go from 1 to 19, so the depth is bounded. */
export const assembleSlots = (roots: readonly OutlineNode[]): Drafts => {
  const slots: DraftSlot[] = [];
  const sections: DraftSection[] = [];

  const push = (
    node: OutlineNode,
    details: readonly Entry[],
    section: number,
    notes: readonly string[],
    subject: string,
    entry = node.entry,
  ): void => {
    const timing = node.entry.timing;
    const words = describeSlot(entry, details, subject);
    // "5 min par groupe": the figure is for one group, so the line stays readable whatever is worked out of it.
    const all = [...notes, ...(timing?.perUnit ? [entry.line.text] : []), ...(words.notes ?? [])];
    slots.push({
      words: all.length > 0 ? { ...words, notes: all } : words,
      ...(timing?.startMinute === undefined ? {} : { startMinute: timing.startMinute }),
      ...(timing?.endMinute === undefined ? {} : { endMinute: timing.endMinute }),
      ...(timing?.minutes === undefined ? {} : { minutes: timing.minutes }),
      ...(timing?.offsetMinutes === undefined ? {} : { offsetMinutes: timing.offsetMinutes }),
      ...(timing?.perUnit ? { perUnit: true } : {}),
      ...(timing?.halfDayUnknown ? { halfDayUnknown: true } : {}),
      ...(timing?.pause ? { pause: timing.pause } : {}),
      section,
    });
  };

  const visit = (node: OutlineNode, section: number, carried: readonly string[], subject: string): void => {
    const children = node.children;
    const [only] = children;
    if (children.length === 0) {
      push(node, node.details, section, carried, subject);
      return;
    }
    // "Retour en plénière" above the single bullet that carries the length: one slot named by both lines.
    if (
      !isTimed(node) &&
      node.entry.line.rank >= RANK_PLAIN &&
      children.length === 1 &&
      only &&
      only.children.length === 0
    ) {
      push(only, [...node.details, ...only.details], section, carried, subject, mergedEntry(node.entry, only.entry));
      return;
    }
    if (!holdsSlots(node)) {
      if (standsBeside(node)) {
        push(node, node.details, section, carried, subject);
        for (const child of children) visit(child, section, [], subject);
        return;
      }
      push(node, flattened([{ ...node, children }]).slice(1), section, carried, subject);
      return;
    }
    const { title, subtitle } = readSectionTitle(headOf(node.entry));
    const timing = node.entry.timing;
    const opened: DraftSection = {
      title,
      ...(timing?.startMinute === undefined ? {} : { startMinute: timing.startMinute }),
      ...(timing?.endMinute === undefined ? {} : { endMinute: timing.endMinute }),
      ...(timing?.minutes === undefined || timing.perUnit
        ? {}
        : { minutes: typeof timing.minutes === 'number' ? timing.minutes : timing.minutes[1] }),
      fromSlot: slots.length,
      toSlot: slots.length,
    };
    sections.push(opened);
    const index = sections.length - 1;
    const notes = [
      ...carried,
      ...(subtitle ? [subtitle] : []),
      ...(timing?.tail.text ? [timing.tail.text] : []),
      ...[node.entry.who, node.entry.ledBy].filter((cell) => cell !== undefined),
      ...node.entry.extra,
      ...node.details.map(entryText),
    ];
    for (const [at, child] of children.entries()) {
      visit(child, index, at === 0 ? notes : [], subtitle || headOf(node.entry).text);
    }
    opened.toSlot = slots.length;
  };

  for (const root of roots) visit(root, -1, [], '');
  return { slots: refineSlots(slots, sections), sections };
};

/** One entry for two lines: "Retour en plénière" + "Les points saillants …" → "Retour en plénière : les points saillants …". */
const mergedEntry = (above: Entry, below: Entry): Entry => {
  const timing = below.timing;
  if (!timing) return below;
  const label = above.line.text.replace(/[\s:–—-]+$/u, '');
  const rest = timing.head.text;
  const small = /^(?:\p{Lu}\p{Ll}|\p{Lu}\s)/u.test(rest) ? rest.charAt(0).toLowerCase() + rest.slice(1) : rest;
  const head = joinRich({ text: `${label} :`, bolds: [] }, { text: small, bolds: [] });
  return { ...below, timing: { ...timing, head } };
};

/** Minutes that the hours of a draft leave. */
export const writtenMinutes = (slot: DraftSlot): Minutes | undefined =>
  slot.startMinute !== undefined && slot.endMinute !== undefined
    ? minutesBetween(slot.startMinute, slot.endMinute)
    : slot.minutes;
