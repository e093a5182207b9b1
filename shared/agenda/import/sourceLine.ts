import { type RichText, readRich, wordsOf } from './richText.ts';

/** A line of the document once its marker (bullet, number, heading sign) has been read and removed. */
export interface SourceLine extends RichText {
  readonly index: number;
  readonly marker: 'heading' | 'number' | 'bullet' | 'arrow' | 'none';
  /**
   * How high the line stands in the document: 1–6 for `#` headings, 7 numbered, 8 all bold or all capitals, 9 "Matin :",
   * 10 plain text and arrows, 11 and more for bullets by indentation. A line can only hold lines of a greater rank.
   */
  readonly rank: number;
  readonly blankBefore: boolean;
}

export const RANK_DAY_PART = 6;
export const RANK_NUMBERED = 7;
export const RANK_EMPHASIS = 8;
export const RANK_LABEL = 9;
export const RANK_PLAIN = 10;
export const RANK_BULLET = 11;

const headingSign = /^(#{1,6})\s+(?=\S)/;
/** Arrows announce the next step of the same level ("=> 5 min de questions"), unlike bullets which detail a line. */
const arrowSign = /^(?:=>|⇒|→|->|⟹|»>)\s*/;
const bulletSign = /^(?:[•▪▫◦‣∙·●○■□☐☑☒✓✔➢➤►▶❖❑◆◇✦★]|[-*+–—](?=\s|\*\*)|[-–—](?=\p{L})|o(?=\s{2,}))\s*/u;
/** "1.", "1)", "1.2.", "1.2 Titre", "II.", "a)", "a." – but never "9.30" nor "2.5 h". */
const numberSign =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)](?=\s|\*\*|\p{Lu})|\d{1,2}(?:\.\d){1,2}(?=\s\p{L}{2})|[IVX]{1,4}[.)]\s|[a-h][.)]\s|[A-H]\)\s|[IVX]{1,4}\s[-–—]\s)\s*/u;
/** "1 - Ouverture", "2 / Table ronde": a number of part, never "3 groupes". */
const looseNumber = /^\d{1,2}\s?[-–—/]\s(?=\p{Lu})/u;
const pictureSign = /^(?:\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}])[\u{1F3FB}-\u{1F3FF}\u200d]?\s*/u;

const indentOf = (raw: string): number => {
  let columns = 0;
  for (const char of raw) {
    if (char === ' ') columns += 1;
    else if (char === '\t') columns += 4;
    else break;
  }
  return columns;
};

/** "OUVERTURE ET ENJEUX" – at least two letters words, no small letter outside brackets. */
export const isAllCapitals = (text: string): boolean => {
  // "2èmes RENCONTRES" is in capitals all the same.
  const bare = text
    .slice(0, 300)
    .replace(/\d{1,3}(?:ères?|èmes?|emes?|er|e|nd|st|th|rd)(?!\p{L})/gu, '')
    .replace(/\([^()]{0,100}\)/g, '');
  const letters = bare.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 5 && !/\p{Ll}{2}/u.test(bare);
};

const dayPart =
  /^(?:(?:le |la |l['’])?(?:matin(?:ée|ee)?|après[- ]midi|apres[- ]midi|soirée|soiree)|(?:the )?(?:morning|afternoon|evening)|(?:jour|journée|day)\s\w{1,5}|(?:première|deuxième|seconde|troisième|1ère|2e|2ème) (?:partie|demi-journée)|(?:first|second|third) (?:half|part))(?: session)?\s?(?:$|[:–—(-])/i;

const rankOf = (marker: SourceLine['marker'], level: number, indent: number, rich: RichText): number => {
  const deeper = Math.min(8, Math.floor(indent / 2));
  if (marker === 'heading') return level;
  if (marker === 'bullet') return RANK_BULLET + deeper;
  // "1.2" stands under "1."; `level` is how many numbers its sign has.
  if (marker === 'number') return indent >= 2 ? RANK_BULLET + deeper : level > 1 ? RANK_PLAIN : RANK_NUMBERED;
  if (marker === 'arrow') return RANK_PLAIN;
  const [bold] = rich.bolds;
  const short = wordsOf(rich.text.slice(0, 400)).length <= 16;
  if (short && dayPart.test(rich.text)) return RANK_DAY_PART;
  if (short && bold && bold[0] === 0 && bold[1] >= rich.text.length - 1) return RANK_EMPHASIS;
  if (short && isAllCapitals(rich.text)) return RANK_EMPHASIS;
  return indent >= 2 ? RANK_BULLET + deeper : RANK_PLAIN;
};

/** Reads the marker, the level and the decoration of one line. */
export const readSourceLine = (raw: string, index: number, blankBefore: boolean): SourceLine => {
  const indent = indentOf(raw);
  // At the margin ">" quotes a mail; further in it is a bullet.
  const quoted = raw.trim().startsWith('>');
  let rest = raw.trim().replace(/^>\s?/, '');
  let marker: SourceLine['marker'] = quoted && indent > 0 ? 'bullet' : 'none';
  let level = 0;
  const heading = headingSign.exec(rest);
  if (heading) {
    marker = 'heading';
    level = heading[1]?.length ?? 1;
    rest = rest.slice(heading[0].length).replace(/\s#{1,6}$/, '');
  }
  // "- 1. " and "**1.** " carry two signs; the outer one gives the level.
  for (let turn = 0; turn < 3; turn++) {
    const boldOpen = rest.startsWith('**') ? '**' : '';
    const inner = rest.slice(boldOpen.length);
    const sign = arrowSign.exec(inner) ?? bulletSign.exec(inner) ?? numberSign.exec(inner) ?? looseNumber.exec(inner);
    if (sign) {
      const found = arrowSign.test(inner) ? 'arrow' : bulletSign.test(inner) ? 'bullet' : 'number';
      if (boldOpen && found === 'bullet') break;
      if (marker === 'none') marker = found;
      if (found === 'number' && level === 0) level = sign[0].match(/\d+/g)?.length ?? 1;
      rest = boldOpen + inner.slice(sign[0].length);
      if (rest.startsWith('****')) rest = rest.slice(4);
      continue;
    }
    const picture = pictureSign.exec(inner);
    if (!picture || picture[0].length === 0 || /^[\d#*]/.test(inner)) break;
    rest = boldOpen + inner.slice(picture[0].length);
  }
  const rich = readRich(rest);
  return { ...rich, index, marker, rank: rankOf(marker, level, indent, rich), blankBefore };
};
