type FileKind = 'text' | 'workbook' | 'file_protected' | 'file_other_spreadsheet' | 'file_not_a_table';

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** The name of the stream that holds an encrypted workbook, as the directory of its container writes it. */
const encryptedStream = [...'EncryptedPackage'].join('\0');
/** The share of control characters above which bytes are no text. */
const mostControls = 0.02;
const looksAtBytes = 4_096;

/** What bytes are, by themselves: names of files lie. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'workbook';
  // The container of old Office files; a workbook with a password hides in one, too.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return holds(bytes, encryptedStream) ? 'file_protected' : 'file_other_spreadsheet';
  }
  const start = latin(bytes.subarray(0, looksAtBytes));
  // Exports named .xls that are a page of a browser, or the XML of 2003.
  if (/^\W{0,6}<(\?xml|!doctype|html|table|meta|head)/i.test(start)) return 'file_other_spreadsheet';
  const isUtf16 = /^(\xff\xfe|\xfe\xff|[^\0]\0[^\0]\0|\0[^\0]\0[^\0])/.test(start);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a picture from a text
  const controls = start.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || (!isUtf16 && controls > start.length * mostControls)
    ? 'file_not_a_table'
    : 'text';
}

function holds(bytes: Uint8Array, words: string): boolean {
  const wanted = [...words].map((char) => char.charCodeAt(0));
  for (let at = bytes.indexOf(wanted[0] as number); at >= 0; at = bytes.indexOf(wanted[0] as number, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
