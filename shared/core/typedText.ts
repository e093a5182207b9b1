/** Marks that turn the direction of all that follows, and characters that only hide: between letters nobody sees them. */
const hidden = /[\u0080-\u009f\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;
/** More marks on one letter than any script needs cover the lines above and below. */
const piledMarks = /(\p{M}{6})\p{M}+/gu;
/** Blank, joining or combining: some scripts draw nothing for letters of their own, such as the Braille and Hangul blanks. */
const visible = /[^\p{Z}\p{Cc}\p{Cf}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/**
 * What is kept of a text that a person typed or a document holds: trimmed, line ends made one; control characters (but
 * tab and line feed), half characters and what hides or turns the text around it out; nothing when nothing can be seen.
 */
export function cleanText(typed: string): string {
  const text = typed
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(hidden, '')
    .replace(piledMarks, '$1')
    .trim();
  return visible.test(text) ? text : '';
}
