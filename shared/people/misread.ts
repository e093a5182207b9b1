/**
 * Signs of a text that was read in another encoding than it was written in: signs that stand for nothing; the two halves of an
 * accented letter of UTF-8 ("Ã©"); and, amid letters, what Windows-1252 makes of the accents of MS-DOS ("Zo‚") and of older
 * Macs ("RŽgion"), in which some spreadsheets still save their CSV.
 */
const misread =
  /\uFFFD|[\u0080-\u0084\u0086-\u009f]|Ã[\u00a0-\u00bf]|â€|\p{L}[‚‡ˆƒ]|\p{Ll}[ŽŠ]|\p{L}[ŽŠ]\p{Ll}|\p{L}[“”•™]\p{L}/u;

/** Whether letters look wrong, so that somebody should look at them. Never sure: the text is taken as it is. */
export const looksMisread = (text: string): boolean => misread.test(text);
