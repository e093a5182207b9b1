import type { MinuteOfDay } from '../../core/time.ts';
import type { Entry } from './readEntries.ts';
import { readMarks } from './readMarks.ts';
import { folded } from './richText.ts';

/** When the whole begins or ends, on a line that says nothing else: "Début : 13h30", "Starts at 2 pm, ends at 4 pm". */
export interface DeclaredHours {
  readonly startMinute?: MinuteOfDay;
  readonly endMinute?: MinuteOfDay;
}

interface Declared extends DeclaredHours {
  /** "À partir de 14h" alone may also be the hour of the title below it. */
  readonly maybeTitle: boolean;
}

const whole =
  "(?:(?:(?:de|of) )?(?:la|le|l'|les|des|the|our|notre|nos) ?)?(?:reunion|seance|session|rencontre|atelier|journee|matinee|soiree|webinaire|visio(?:conference)?|travaux|echanges|programme|meeting|workshop|event|day|webinar|call)";
const said = '(?: prevue?| officiel(?:le)?| expected| planned)?';
const at = '(?: a| vers| des| at| from| around| by| before| avant| a partir de)?$';

// Read in folded text whose punctuation has become single spaces.
const startLabel = new RegExp(
  `^(?:(?:heures?|horaires?) (?:de |du )?)?(?:debut|demarrage|coup d'envoi|rendez-vous|rdv|kick-?off|start(?:ing)?(?: time| hour)?)(?: ${whole})?${said}${at}`,
);
const startVerb = new RegExp(
  `^(?:(?:on|nous|we|it|${whole}) )?(?:commence(?:ra|rons|ons|nt)?|debute(?:ra|rons|ons|nt)?|demarre(?:ra|rons|ons)?|will start|will begin|starts?|begins?|beginning|opens?)${at}`,
);
const startFrom =
  /^(?:(?:horaires?|heures?|time|when|quand) )?(?:a partir de|a compter de|des|as from|from|starting from)$/;
const endLabel = new RegExp(
  `^(?:et |and )?(?:(?:heures?|horaires?) (?:de |du )?)?(?:fin|cloture|end(?:ing)?(?: time| hour)?|finish(?:ing)?(?: time)?|close)(?: ${whole})?${said}${at}`,
);
const endVerb = new RegExp(
  `^(?:et |and )?(?:(?:on|nous|we|it|${whole}) )?(?:finit|finira|finirons|finissons|termine(?:ra|rons|ons)?|se termine(?:ra)?|will end|will finish|ends?|finish(?:es)?|closes?|until|jusqu'a|jusque)${at}`,
);
/** What may stand around the labels: the day's own label, and how exact the hour is. */
const dayLabel = /^(?:date|le|on|the|quand|when|jour|day)?$/;
const closing =
  /^(?:precises?|pile|sharp|prompt|environ|maximum|au plus tard|heure de paris|cet|cest|bst|gmt|uk time)?$/;

const plain = (text: string): string =>
  folded(text)
    .replace(/[^\p{L}\p{N}'-]+/gu, ' ')
    .replace(/(?<=^|\s)-+|-+(?=\s|$)/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();

/** Nobody meets between one and seven at night: "1:30" is then an hour of the afternoon. */
const EARLIEST = 7 * 60;
const HALF_DAY = 720;

/** Hours of the whole as people mean them when they write neither "am" nor "pm": "Start 1:30", "11:30–1:00". */
export const inDaytime = (hours: DeclaredHours, halfDayUnknown: boolean): DeclaredHours => {
  const { startMinute: start, endMinute: end } = hours;
  if (!halfDayUnknown) return hours;
  const early = start !== undefined && start >= 60 && start < EARLIEST;
  const from = early ? start + HALF_DAY : start;
  const ends = end !== undefined && end >= 60 && end < HALF_DAY && (from === undefined ? end < EARLIEST : end <= from);
  return {
    ...(from === undefined ? {} : { startMinute: from }),
    ...(end === undefined ? {} : { endMinute: ends ? end + HALF_DAY : end }),
  };
};

/** True unless "h" says that the hours count to twenty-four. */
export const lacksHalfDay = (text: string): boolean => !/\d\s?h/i.test(text);

const LONGEST_LINE = 160;

const readDeclared = (line: string): Declared | undefined => {
  // "(accueil dès 9h)" comments the hour in front of it.
  const text = line.slice(0, LONGEST_LINE + 1).replace(/\s\([^()]{1,80}\)\s?$/u, '');
  if (text.length > LONGEST_LINE || !/\d|midi|noon/i.test(text)) return undefined;
  const { days, clocks } = readMarks(text);
  if (clocks.length === 0 || clocks.length > 2) return undefined;
  let hours: DeclaredHours = {};
  let maybeTitle = false;
  let from = 0;
  for (const mark of [...days, ...clocks].sort((a, b) => a.from - b.from)) {
    const label = plain(text.slice(from, mark.from));
    from = mark.to;
    if (!('startMinute' in mark)) {
      if (!dayLabel.test(label)) return undefined;
      continue;
    }
    if (mark.endMinute !== undefined) return undefined;
    const { startMinute: minute } = mark;
    if (startLabel.test(label) || startVerb.test(label) || startFrom.test(label)) {
      hours = { ...hours, startMinute: minute };
      maybeTitle = startFrom.test(label) && days.length === 0;
    } else if (endLabel.test(label) || endVerb.test(label)) hours = { ...hours, endMinute: minute };
    else return undefined;
  }
  if (!closing.test(plain(text.slice(from)))) return undefined;
  const unknown = clocks.every((mark) => mark.halfDayUnknown) && lacksHalfDay(text);
  return { ...inDaytime(hours, unknown), maybeTitle };
};

/** Only the first lines of a document speak of the whole. */
const LAST_HEADER_LINE = 40;

/**
 * Marks the lines above the agenda that declare when the whole begins or ends. An hour alone after "à partir de" is
 * the hour of a title when the agenda goes on with hours alone on their lines.
 */
export const markDeclared = (entries: readonly Entry[]): Entry[] => {
  const marked = [...entries];
  const waiting: [at: number, hours: DeclaredHours][] = [];
  const mark = (list: readonly [at: number, hours: DeclaredHours][]): void => {
    for (const [index, declared] of list) {
      const entry = marked[index];
      if (entry) marked[index] = { ...entry, declared };
    }
  };
  for (const [index, entry] of entries.slice(0, LAST_HEADER_LINE).entries()) {
    const found = entry.fromTable || entry.line.marker === 'number' ? undefined : readDeclared(entry.line.text);
    if (found) {
      const { maybeTitle, ...hours } = found;
      if (maybeTitle) waiting.push([index, hours]);
      else mark([[index, hours]]);
    } else if (entry.timing) {
      const bare = entry.timing.head.text === '' && entry.timing.tail.text === '';
      if (!bare) mark(waiting);
      break;
    }
  }
  return marked;
};
