import { crc32, inflateSync } from 'node:zlib';
import { err, ok, type Result } from '../shared/core/result.ts';

/** Four bytes a pixel (red, green, blue, alpha), row after row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const signature = '\x89PNG\r\n\x1a\n';
/** Channels by PNG's colour types: the two that icons are saved as. */
const channelsOf: ReadonlyMap<number, number> = new Map([
  [2, 3],
  [6, 4],
]);
/** Far beyond an icon; what an archive unpacks to stays bounded. */
const longestSide = 4_096;

/**
 * Reads a PNG of eight bits a channel, with or without alpha, not interlaced.
 * @returns or else what is wrong with it, in words
 * @see PNG specification, third edition
 */
export function readPng(bytes: Uint8Array): Result<Picture, string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('latin1', 0, 8) !== signature) return err('is no PNG');
  const chunks = chunksOf(file);
  const header = chunks?.find(({ type }) => type === 'IHDR')?.data;
  if (chunks === undefined || header?.length !== 13) return err('is a damaged PNG');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = channelsOf.get(header[9] ?? -1);
  if (header[8] !== 8 || channels === undefined || header[12] !== 0)
    return err('must be a PNG in true colour, eight bits a channel, not interlaced');
  if (width === 0 || height === 0 || width > longestSide || height > longestSide) return err('is too large');
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const length = height * (1 + width * channels);
  const rows = unpacked(packed, length);
  if (rows?.length !== length) return err('is a damaged PNG');
  return ok({ width, height, rgba: withAlpha(unfiltered(rows, width, height, channels), channels) });
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Undefined when the file is cut short or a checksum is wrong. */
function chunksOf(file: Buffer): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length || crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) return undefined;
    const type = file.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: file.subarray(at + 8, end) });
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  return undefined;
}

function unpacked(packed: Buffer, length: number): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: length });
  } catch {
    return undefined;
  }
}

/** Takes back what each row was predicted from: nothing, left, above, their mean, or Paeth's choice. */
function unfiltered(rows: Buffer, width: number, height: number, channels: number): Uint8Array {
  const rowLength = width * channels;
  const plain = new Uint8Array(height * rowLength);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (rowLength + 1)] ?? 0;
    for (let x = 0; x < rowLength; x++) {
      const at = y * rowLength + x;
      const left = x < channels ? 0 : (plain[at - channels] ?? 0);
      const above = y === 0 ? 0 : (plain[at - rowLength] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (plain[at - rowLength - channels] ?? 0);
      plain[at] = (rows[at + y + 1] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return plain;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const [byLeft, byAbove, byCorner] = [
    Math.abs(above - corner),
    Math.abs(left - corner),
    Math.abs(left + above - 2 * corner),
  ] as const;
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

function withAlpha(plain: Uint8Array, channels: number): Uint8Array {
  if (channels === 4) return plain;
  const rgba = new Uint8Array((plain.length / 3) * 4).fill(255);
  for (let index = 0; index < plain.length; index++) rgba[index + Math.floor(index / 3)] = plain[index] ?? 0;
  return rgba;
}
