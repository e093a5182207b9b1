/**
 * Pasted documents come from Word, Teams, web pages and mail: the same space, dash or bold is written in a dozen
 * ways. Everything after this file may trust: LF lines, plain spaces, decoded entities, bold as `**`, no other markup.
 * Every pattern is bounded, so the cost stays proportional to the length whatever the bytes are.
 */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  rarr: '→',
  rArr: '⇒',
  times: '×',
  frac12: '½',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  icirc: 'î',
  ucirc: 'û',
  ugrave: 'ù',
  euml: 'ë',
  iuml: 'ï',
  Eacute: 'É',
  Egrave: 'È',
  Agrave: 'À',
  Ccedil: 'Ç',
  oelig: 'œ',
  euro: '€',
};

const decodeEntity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return named[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const valid = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : ' ';
};

/** Block tags end a line, cells become tabs, bold becomes `**`; any other tag is decoration. */
const replaceTag = (_whole: string, slash: string, rawName: string): string => {
  const name = rawName.toLowerCase();
  if (name === 'b' || name === 'strong') return '**';
  if (name === 'br' || name === 'p' || name === 'div' || name === 'tr' || name === 'ul' || name === 'ol') return '\n';
  if (name === 'li') return slash ? '\n' : '\n- ';
  if (name === 'td' || name === 'th') return slash ? '\t' : '';
  if (/^h[1-6]$/.test(name)) return slash ? '\n' : `\n${'#'.repeat(Number(name.slice(1)))} `;
  return '';
};

const knownTag =
  /<(\/?)(b|strong|i|em|u|s|sup|sub|span|font|a|p|div|br|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|img|small|mark)(?:\s[^<>]{0,500})?\/?>/gi;

/** Inside a table row, a paragraph must not break the row in two. */
const tagsWithin = (line: string): string => {
  if (!line.includes('<')) return line;
  const inRow = line.includes('\t') || line.trimStart().startsWith('|');
  return line.replace(knownTag, (whole: string, slash: string, name: string) => {
    const mark = replaceTag(whole, slash, name);
    return inRow && (mark.startsWith('\n') || mark === '\t') ? ' ' : mark;
  });
};

/** Share of characters that no text holds (controls, U+FFFD): above it the file is a .docx, a picture, … */
const FOREIGN_SHARE = 0.02;

/** True for what a person cannot have written: a binary file opened as text. */
export const isForeign = (text: string): boolean => {
  let foreign = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13))
      foreign++;
  }
  return foreign > 3 && foreign > text.length * FOREIGN_SHARE;
};

/** The lines of a document, with one notation for spaces, line ends, bold, superscripts and links. */
export const normaliseLines = (text: string): string[] =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
    .split('\n')
    .map((line) => tagsWithin(line))
    .join('\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: stray controls and marks without a width are removed
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad]|\ufe0f/g, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8}[0-9]{0,2});/gi, decodeEntity)
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/\^\{([^{}\n]{0,40})\}/g, '$1')
    // Converted from a word processor: "\\" before a sign or at the end of a line is no text.
    .replace(/\\(?=[!-/:-@[-`{-~]|[ \t]*$)/gm, '')
    // A dash typed or converted as two hyphens; rules of tables have no word beside them.
    .replace(/(?<=[\p{L}\p{N})»"*.] ?)--(?= ?[\p{L}\p{N}(«"*])/gu, '–')
    .replace(/!?\[([^[\]\n]{1,300})\]\((?:[^()\s]{1,500})\)/g, '$1')
    .replace(/__(?=\S)([^_\n]{1,300})__/g, '**$1**')
    .split('\n');
