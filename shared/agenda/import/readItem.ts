import type { MinuteOfDay } from '../../core/time.ts';
import type { Minutes } from '../programme.ts';
import type { ClockMark, Span } from './readClocks.ts';
import type { DurationMark } from './readDurations.ts';
import { inBrackets, readMarks } from './readMarks.ts';
import { joinRich, type RichText, sliceRich, wordsOf } from './richText.ts';

/** When and how long, as far as one line says it, and the words that remain. */
export interface ReadTiming {
  readonly startMinute?: MinuteOfDay;
  readonly endMinute?: MinuteOfDay;
  readonly minutes?: Minutes;
  /** "T+30": minutes after the start of the whole. */
  readonly offsetMinutes?: number;
  /** "5 min par groupe": `minutes` is for one of them. */
  readonly perUnit?: boolean;
  readonly halfDayUnknown?: boolean;
  /** "(avec coupure 13h-14h)" inside a longer slot. */
  readonly pause?: { readonly startMinute: MinuteOfDay; readonly minutes: number };
  /** The words before the length or the hours when these stand after the title, otherwise all the words. */
  readonly head: RichText;
  /** The words after them. */
  readonly tail: RichText;
}

const atStart =
  /^(?:[^\p{L}\p{N}]{0,4})(?:(?:(?:à |a )?partir de|de|from|le|à|a|at|vers|dès|des|entre|between|around|horaires?|heures?|time|when|durée|duree|duration|length|environ|env\.?|about|approx\.?|~|≈)\s?:?\s?){0,3}[^\p{L}\p{N}]{0,4}$/iu;
const leadIn =
  /(?:\s|^)(?:[àa] partir de|de|from|à|a|at|dès|vers|entre|between|pendant|for|durée|duree|duration)\s?:?\s?$/iu;
/** Words before a length that make it no length of this line: "en 5 minutes", "dont 10 min", "toutes les 20 min". */
const excluded =
  /(?:^|[\s(])(?:dont|including|incl\.?|inclus|y compris|en|in|within|toutes? les|tous les|every|dans|avant|after|before|après|à moins de|less than|plus de|more than|chaque|each|has|have|avez|as|aura|ont|auront|last|dernières?|premières?|first)(?:\s(?:les?|the|des?|la))?\s?$/iu;
const notALength =
  /^\s?(?:avant|before|après|after|d['’]ici|à pied|de marche|walk|plus tard|later|de retard|de trajet|ago)/iu;
const perUnit =
  /^[\s)]{0,2}(?:\/\s?(?=\p{L})|(?:(?:de|of|for)\s[\p{L}]{1,20}\s)?(?:max\.?\s)?(?:par|per|each|chacune?|pour chaque|for each)(?!\p{L}))/iu;
const pauseWords = /(?:coupure|pause|déjeuner|dejeuner|lunch|break|interruption)\s?(?:de|from|:)?\s?$/iu;
const separator = /[-–—:|,;·•/]\s?$/u;

const dashBefore = /\s[–—|-]\s?$/u;
const dashAfter = /^\s?[–—|-]\s/u;

const FEW_WORDS = 10;

const clockStands = (text: string, mark: ClockMark): boolean => {
  const before = text.slice(0, mark.from);
  const after = text.slice(mark.to);
  if (atStart.test(before.slice(-40)) && before.length <= 40)
    return !/^\s?(?:\p{Ll}+\s){0,2}(?:avant|before)/u.test(after);
  if (inBrackets(text, mark.from, mark.to)) return true;
  const wordsBefore = wordsOf(before.replace(leadIn, '')).length;
  // "Pause à 15h (10 min)": a bracket after the hour does not move it inside the sentence.
  const closes = !/[\p{L}\p{N}]/u.test(after.replace(/\([^()]{0,40}\)/u, ''));
  if (mark.endMinute !== undefined) return wordsBefore <= (closes ? 14 : 6);
  // "Synthèse – 19h10 – Antoine WEBER": the hour stands between the title and who speaks.
  if (wordsBefore <= FEW_WORDS && dashBefore.test(before) && dashAfter.test(after)) return true;
  return (
    closes && wordsBefore <= FEW_WORDS && (leadIn.test(before) || separator.test(before)) && !excluded.test(before)
  );
};

const durationStands = (text: string, mark: DurationMark, clocks: readonly ClockMark[]): boolean => {
  let before = text.slice(0, mark.from);
  const after = text.slice(mark.to);
  if (notALength.test(after)) return false;
  if (inBrackets(text, mark.from, mark.to)) return true;
  for (const clock of clocks) {
    // "9h00 – 20 min – Accueil": what stands before the length is the hour, so the length stands first too.
    if (clock.to <= mark.from && atStart.test(text.slice(0, clock.from))) before = text.slice(clock.to, mark.from);
  }
  if (before.length <= 40 && atStart.test(before)) return true;
  if (excluded.test(before)) return false;
  const wordsBefore = wordsOf(before).length;
  const closes = !/[\p{L}\p{N}]/u.test(after) || perUnit.test(after);
  const apart = separator.test(before) || /(?:durée|duree|duration|length)\s?:?\s?$/iu.test(before);
  if (closes) return wordsBefore <= (apart ? 30 : FEW_WORDS);
  return apart && wordsBefore <= FEW_WORDS && /^\s?[-–—:|,;·)\]]/u.test(after);
};

/** "durée", "environ", "de": words of a bracket that only introduce its figure. */
const introducing =
  /^(?:durée|duree|duration|length|environ|env|approx|about|max|maxi|soit|de|from|à|at|horaires?|time|entre|between|pendant|for|[\s:.~≈±⏱🕒])*$/iu;

/** Removes a span and the brackets or prepositions that held it; the other words of a bracket stay after it. */
const without = (rich: RichText, span: Span, spans: readonly Span[]): readonly [RichText, RichText] => {
  let { from, to } = span;
  const openAt = /[([][^()[\]]{0,60}$/u.exec(rich.text.slice(Math.max(0, from - 62), from));
  const closeAt = /^[^()[\]]{0,60}[)\]]/.exec(rich.text.slice(to, to + 62));
  const opens = from - (openAt?.[0].length ?? 0);
  if (openAt && closeAt && spans.every((other) => other === span || other.to <= opens || other.from >= to)) {
    const before = openAt[0].slice(1).replace(/[\s,;:–-]+$/, '');
    const after = closeAt[0].slice(0, -1).replace(/^[\s,;:–-]+/, '');
    const inside = `${introducing.test(before) ? '' : `${before}, `}${after}`.replace(/,\s$/, '');
    from = opens;
    to += closeAt[0].length;
    const rest = sliceRich(rich, to);
    const kept: RichText = { text: /\p{L}/u.test(inside) ? `(${inside.trim()})` : '', bolds: [] };
    return [sliceRich(rich, 0, from), joinRich(kept, rest)];
  }
  const preposition =
    /(?:^|\s)(?:[àa] partir de|de|from|à|at|dès|entre|between|pendant|for|durée\s?:?|duration\s?:?)\s?$/iu.exec(
      rich.text.slice(0, from),
    );
  if (preposition) from = preposition.index;
  return [sliceRich(rich, 0, from), sliceRich(rich, to)];
};

/** The hours of a pause go with the words of their brackets: "(avec coupure 13h-14h)". */
const withoutBrackets = (rich: RichText, span: Span): RichText => {
  const open = rich.text.lastIndexOf('(', span.from);
  const close = rich.text.indexOf(')', span.to);
  if (open < 0 || close < 0 || close - open > 80) return rich;
  return joinRich(sliceRich(rich, 0, open), sliceRich(rich, close + 1));
};

const edges = /^[\s:;,.|·•/–—→⇒>=-]+|[\s:;,|·•/–—→⇒=-]+$/gu;

/** A text without the separators that stood around its hours ("10h30 : Accueil –" → "Accueil"). */
export const trimEdges = (rich: RichText): RichText => {
  const from = /^[\s:;,.|·•/–—→⇒>=-]*/u.exec(rich.text)?.[0].length ?? 0;
  const bare = rich.text.replace(edges, '');
  return bare ? sliceRich(rich, from, from + bare.length) : { text: '', bolds: [] };
};

/** "chacun 2 minutes", "each: 5 min". */
const perUnitBefore = /(?:^|[\s(])(?:chacune?|each|chaque (?:groupe|table|salle|équipe|personne))\s?:?\s?$/iu;

const isForEach = (text: string, mark: DurationMark): boolean =>
  perUnit.test(text.slice(mark.to, mark.to + 60)) ||
  perUnitBefore.test(text.slice(Math.max(0, mark.from - 40), mark.from));

/** "T+5", "H+1h30 :" at the start of a line of a running order. */
const offset = /^[TH]\s?\+\s?(?:(\d{1,2})\s?h(?:\s?(\d{2}))?|(\d{1,3})(?:\s?(?:min|mn|['’]))?)(?=[\s:–-]|$)/u;

/** The hours and the length that a line writes. */
const readHours = (rich: RichText): ReadTiming | undefined => {
  const { days, clocks, lengths } = readMarks(rich.text);
  if (clocks.length === 0 && lengths.length === 0) return undefined;
  const pauseMark = clocks.find(
    (mark) =>
      mark.endMinute !== undefined &&
      mark.from > 6 &&
      pauseWords.test(rich.text.slice(0, mark.from)) &&
      clocks[0] !== mark,
  );
  const clock = clocks.find((mark) => mark !== pauseMark && clockStands(rich.text, mark));
  const standing = lengths.filter((mark) => durationStands(rich.text, mark, clocks));
  // "3 min par salle (10 min)": the slot lasts what is not for one of them.
  const length = standing.find((mark) => !isForEach(rich.text, mark)) ?? standing[0];
  if (!clock && !length) return undefined;
  // A line about a deadline ("inscription avant le 30 juin 18h") has an hour, but no place in the agenda.
  const day = days.find((mark) => clock && mark.from < clock.from);
  if (day && clock && day.from > 0 && clock.endMinute === undefined && wordsOf(rich.text).length > 8) return undefined;

  let head: RichText = pauseMark ? withoutBrackets(rich, pauseMark) : rich;
  let tail: RichText = { text: '', bolds: [] };
  const spans = [clock, length].filter((span) => span !== undefined).sort((a, b) => b.from - a.from);
  for (const span of spans) {
    const [before, after] = without(head, span, spans);
    const separated = trimEdges(before).text !== '';
    tail = separated ? joinRich(trimEdges(after), tail) : tail;
    head = separated ? before : trimEdges(after);
  }
  const minutes = length?.minutes;
  const unit = length !== undefined && isForEach(rich.text, length);
  return {
    ...(clock ? { startMinute: clock.startMinute, halfDayUnknown: clock.halfDayUnknown } : {}),
    ...(clock?.endMinute === undefined ? {} : { endMinute: clock.endMinute }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(unit ? { perUnit: true } : {}),
    ...(pauseMark?.endMinute === undefined
      ? {}
      : { pause: { startMinute: pauseMark.startMinute, minutes: pauseMark.endMinute - pauseMark.startMinute } }),
    head: trimEdges(head),
    tail: trimEdges(tail),
  };
};

/** Reads the hours and the length of a line; undefined when it has none that are its own. */
export const readTiming = (rich: RichText): ReadTiming | undefined => {
  const found = offset.exec(rich.text);
  if (!found) return readHours(rich);
  const rest = trimEdges(sliceRich(rich, found[0].length));
  const offsetMinutes = Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0) + Number(found[3] ?? 0);
  return { ...(readHours(rest) ?? { head: rest, tail: { text: '', bolds: [] } }), offsetMinutes };
};

/** Minutes between two hours of a day; a party may end after midnight. */
export const minutesBetween = (start: MinuteOfDay, end: MinuteOfDay): number =>
  end >= start ? end - start : end + 1440 - start;
