/**
 * Words of people as Markdown that shows them and nothing else: no heading, list, link, image, HTML, table or emphasis
 * can come out of what somebody typed. Source: CommonMark 0.31, backslash escapes and block starts.
 */

/** Invisible marks that turn the direction of everything after them. */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/gu;
const lineEnds = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;
const inlineMarks = /[\\`*_{}[\]<>|~&$^]/gu;
/** What begins a heading, a list, an underline of a heading; list numbers are escaped at their dot. */
const blockMark = /^[#+=:-]/u;
const numberMark = /^(\d{1,9})([.)])/u;

const escapeLine = (line: string): string =>
  line.trim().replace(inlineMarks, '\\$&').replace(blockMark, '\\$&').replace(numberMark, '$1\\$2');

/** Lines of a text, escaped; empty ones kept between others. */
export const markdownLines = (text: string): string[] =>
  text.toWellFormed().replace(directionMarks, '').replace(lineEnds, '\n').trim().split('\n').map(escapeLine);

/** A text on one line: for headings, table cells and names. */
export const inline = (text: string): string =>
  markdownLines(text)
    .filter((line) => line !== '')
    .join(' ');

/** A text of several lines behind a prefix ("> ", "  "), line by line: a line feed stays one, an empty line stays one. */
export const block = (text: string, firstPrefix: string, prefix: string): string => {
  const lines = markdownLines(text);
  return lines
    .map((line, index) => {
      const goesOn = line !== '' && index < lines.length - 1 && lines[index + 1] !== '';
      return `${index === 0 ? firstPrefix : prefix}${line}${goesOn ? '\\' : ''}`.trimEnd();
    })
    .join('\n');
};

/** A table of GitHub's Markdown; cells are taken as they are. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
