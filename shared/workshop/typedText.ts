/**
 * What is kept of a text that a person typed or a document holds: trimmed, line ends made one; control characters (but
 * tab and line feed) and half characters out.
 */
export const cleanText = (typed: string): string =>
  typed
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim();
