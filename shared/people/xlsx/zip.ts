/** One file of a ZIP archive, as its directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  /** Its bytes as they stand in the archive. */
  readonly packed: Uint8Array;
  readonly method: 'stored' | 'deflated';
  /** Bytes when unpacked, as the archive says: whoever unpacks it must not believe it beyond that. */
  readonly size: number;
}

const endOfDirectory = 0x06054b50;
const endOfDirectory64 = 0x06064b50;
const locator64 = 0x07064b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const longestComment = 0xffff;
const inExtraField = 0xffffffff;

/**
 * The files of an archive by name, read from its directory, with sizes beyond 4 GB as some programs always write them.
 * @returns undefined when the bytes are no archive, or a damaged one
 * @see PKWARE APPNOTE 4.3
 */
export function listZip(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> | undefined {
  try {
    return readDirectory(bytes);
  } catch (problem) {
    // Reading past the end: the directory points out of the file.
    if (problem instanceof RangeError) return undefined;
    throw problem;
  }
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const entries = new Map<string, ZipEntry>();
  let { at } = end;
  for (let left = end.count; left > 0; left--) {
    if (view.getUint32(at, true) !== directoryEntry) return undefined;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + nameLength));
    const sizes = longSizes(view, at, at + 46 + nameLength, extraLength);
    const entry = readEntry(bytes, view, {
      name,
      ...sizes,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
    });
    if (entry === undefined) return undefined;
    entries.set(name, entry);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function findEnd(view: DataView): { readonly at: number; readonly count: number } | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - longestComment); at--) {
    if (view.getUint32(at, true) !== endOfDirectory) continue;
    const isLong = at >= 20 && view.getUint32(at - 20, true) === locator64;
    const long = isLong ? Number(view.getBigUint64(at - 12, true)) : 0;
    return isLong && view.getUint32(long, true) === endOfDirectory64
      ? { count: Number(view.getBigUint64(long + 32, true)), at: Number(view.getBigUint64(long + 48, true)) }
      : { count: view.getUint16(at + 10, true), at: view.getUint32(at + 16, true) };
  }
  return undefined;
}

/** Sizes and place of a file; those that do not fit stand in the extra field 1, in this order. */
function longSizes(view: DataView, at: number, extraAt: number, extraLength: number) {
  let long = extraAt;
  while (long < extraAt + extraLength && view.getUint16(long, true) !== 1) long += 4 + view.getUint16(long + 2, true);
  let next = long + 4;
  const [size, packedSize, place] = [24, 20, 42].map((offset) => {
    const short = view.getUint32(at + offset, true);
    if (short !== inExtraField || long >= extraAt + extraLength) return short;
    next += 8;
    return Number(view.getBigUint64(next - 8, true));
  }) as [number, number, number];
  return { size, packedSize, place };
}

interface Described {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly place: number;
  readonly flags: number;
  readonly method: number;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  { name, size, packedSize, place, flags, method }: Described,
): ZipEntry | undefined {
  const isEncrypted = (flags & 1) === 1;
  if (isEncrypted || view.getUint32(place, true) !== localEntry || (method !== 0 && method !== 8)) return undefined;
  const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
  if (start + packedSize > bytes.length) return undefined;
  return {
    name,
    size,
    packed: bytes.subarray(start, start + packedSize),
    method: method === 0 ? 'stored' : 'deflated',
  };
}
