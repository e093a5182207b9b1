import { type DateMark, readDates } from './readDates.ts';
import type { Entry } from './readEntries.ts';
import { readMarks } from './readMarks.ts';
import { folded, wordsOf } from './richText.ts';
import { isAllCapitals, RANK_DAY_PART } from './sourceLine.ts';

/** The first day of a line that says its year. */
export const dayOf = (text: string): DateMark | undefined =>
  text.length <= 400 ? readDates(text).find((mark) => mark.iso) : undefined;

/** Lines that say something else than the name. */
const label =
  /^(?:date|dates|lieu|venue|where|ou|horaires?|heure|time|when|quand|objectifs?|objectives?|aims?|goals?|public|audience|animation|animateurs?|contact|version|lien|link|inscription|registration|participants|duree|duration|place|location|presents?|organis|invitation|tel|email|e-mail|host|facilitat|intervenants|de|le|at|from|a|to|cc|envoye|sent)\b.{0,3}:|^(?:version|lien d|objectifs? d|http|www|page \d)/;
const genericWord = new Set(
  'programme program deroule ordre du jour agenda schedule planning de la le journee seance reunion day jour conducteur the of meeting previsionnel detaille timetable provisional draft invitation'.split(
    ' ',
  ),
);
const linkWords = /(?:[\s,:–—|-]|\b(?:du|le|the|on|of|of the|au|from|de|à|at|date)\b)+$/iu;
const linkWordsFirst = /^(?:[\s,:–—|-]|(?:du|le|the|on|at|à)\s)+/iu;

/** The title of a line: its text without the day and the hours that it carries. */
export const withoutDates = (text: string): string => {
  const { clocks } = readMarks(text);
  // "Projet social 2027-2030": a span of years is part of the name.
  const days = readDates(text).filter((mark) => !/^\d{4}\s?[-–/]\s?\d{2,4}$/.test(text.slice(mark.from, mark.to)));
  const spans = [...days, ...clocks].sort((a, b) => b.from - a.from);
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
  /\b(?:reunion|journees?|ateliers?|seminaire|rencontres?|forum|conference|seance|formation|webinaires?|webinars?|workshop|meeting|seminar|training|summit|gathering|retreat|convention|colloque|hackathon|event|away ?day|retrospective|cafe|stage|rentree|festival|day|consultation|concertation|symposium|congres|congress|assises|matinale|matinee|soiree|hearing|dialogue)\b/;
/** Words that name a body as often as its meeting: "Comité départemental", "Comité de pilotage". */
const bodyWord = /\b(?:assemblee|conseil|comite|council|assembly|board|committee)\b/;
/** A mail or a form says which line is the name: "Objet : …", "Subject: …", "Titre : …". */
const nameLabel =
  /^(?:objet|subject|sujet|titre|intitul[ée]|title|event|évén?ement|meeting|nom de l['’](?:atelier|événement))\s?:\s?(?:(?:re|fwd?|tr)\s?:\s?)*(?=\S)/iu;

const scoreTitle = (entry: Entry, at: number, rest: string, day: DateMark | undefined): number => {
  const { line } = entry;
  const words = wordsOf(rest);
  const name = folded(rest);
  if (words.length === 0 || rest.length > 220 || label.test(folded(line.text)) || entry.fromTable || entry.declared)
    return -100;
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
    if (before > 0) score += proper.length >= 2 ? 22 : 2;
    else score -= /^\s?[–—:|-]\s/u.test(line.text.slice(day.to)) ? 0 : 20;
  }
  if (words.length >= 2) score += meetingWord.test(name) ? 12 : bodyWord.test(name) ? 3 : 0;
  if (nameLabel.test(line.text)) score += 35;
  if (words.length > 22) score -= 30;
  if (words.length === 1) score -= 6;
  // "MATINÉE : comprendre" names a part of the day.
  if (line.rank === RANK_DAY_PART && line.marker === 'none') score -= 60;
  if (/[.;]$/.test(rest) || /\p{Ll}\. \p{Lu}/u.test(rest)) score -= 15;
  if (/^(?:bonjour|cher|chere|hello|hi|dear|madame|monsieur|bonsoir)\b/.test(name)) score -= 40;
  if (/^(?:version|v\d)\b/.test(name) || /https?:|www\.|@/.test(name)) score -= 60;
  if (/[?]$/.test(rest)) score -= 4;
  return score;
};

/** "Conducteur – Webinaire X", "Agenda: X": the kind of document is no part of its name. */
const documentKind =
  /^(?:programme|program|conducteur|déroulé|agenda|ordre du jour|schedule|invitation)(?:\s(?:de (?:la )?(?:séance|journée|réunion)|de l['’]atelier|prévisionnel|détaillé))?\s?[–—:-]\s(?=[\p{L}«"])/iu;

const documentKindLast =
  /\s[–—-]\s(?:(?:draft|provisional|final|tentative)\s)?(?:agenda|programme|program|ordre du jour|déroulé|schedule|conducteur|invitation)(?:\s(?:provisoire|prévisionnel|détaillé))?$/iu;

const tidyTitle = (text: string): string =>
  text
    .replace(nameLabel, '')
    .replace(/^[\s–—:|-]+|[\s–—:|,;-]+$/gu, '')
    .replace(documentKind, '')
    .replace(documentKindLast, '')
    .trim();

/** "Ordre du jour" is better than nothing when the document has no other name. */
const fallbackTitle = (entries: readonly Entry[], headEnd: number): string =>
  tidyTitle(
    entries
      .slice(0, headEnd)
      .find((entry) => wordsOf(entry.line.text).length > 0)
      ?.line.text.slice(0, 120) ?? '',
  );

/** In a sentence of an invitation, the words in quotation marks are the name of the meeting. */
const quotedName = (entry: Entry, bare: string): string | undefined => {
  const { text, marker } = entry.line;
  if (wordsOf(bare).length <= 8 || marker !== 'none' || !/[.:]$/.test(text) || isAllCapitals(bare)) return undefined;
  return meetingWord.test(folded(bare))
    ? /["“«]\s?([^"“”«»]{8,120}?)\s?["”»]/u.exec(text.slice(0, 400))?.[1]
    : undefined;
};

/** The name of the whole among the first `headEnd` entries; `at` is −1 when none of them looks like a name. */
export const findTitle = (
  entries: readonly Entry[],
  headEnd: number,
): { readonly title: string; readonly at: number } => {
  let best = { score: -50, title: '', at: -1 };
  entries.slice(0, headEnd).forEach((entry, at) => {
    const { text } = entry.line;
    const bare = text.length <= 400 ? tidyTitle(withoutDates(text)) : '';
    const title = quotedName(entry, bare) ?? bare;
    const score = scoreTitle(entry, at, title, dayOf(text));
    if (score > best.score) best = { score, title, at };
  });
  return { title: best.title || fallbackTitle(entries, headEnd), at: best.at };
};
