import { crc32, deflateSync } from 'node:zlib';

type Pixel = readonly number[];

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Channels of a pixel: three or four. */
  readonly at: (x: number, y: number) => Pixel;
  /** PNG's filter of a row, 0 to 4. */
  readonly filterOf?: (y: number) => number;
  /** Of the header, to lie with. */
  readonly bitDepth?: number;
  readonly colourType?: number;
  readonly interlace?: number;
}

/** A PNG, written by the definition of each filter. */
export function pngOf(drawing: Drawing): Uint8Array {
  const { width, height, at, filterOf = () => 0 } = drawing;
  const channels = at(0, 0).length;
  const rows = Array.from({ length: height }, (_, y) => Array.from({ length: width }, (__, x) => at(x, y)).flat());
  const valueAt = (x: number, y: number): number => rows[y]?.[x] ?? 0;
  const filtered = rows.map((row, y) => {
    const filter = filterOf(y);
    const bytes = row.map((value, x) => {
      const left = x < channels ? 0 : valueAt(x - channels, y);
      const above = y === 0 ? 0 : valueAt(x, y - 1);
      const corner = x < channels || y === 0 ? 0 : valueAt(x - channels, y - 1);
      const predictions = [0, left, above, Math.floor((left + above) / 2), nearest(left, above, corner)];
      return (value - (predictions[filter] ?? 0)) & 0xff;
    });
    return Buffer.from([filter, ...bytes]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([drawing.bitDepth ?? 8, drawing.colourType ?? (channels === 4 ? 6 : 2), 0, 0, drawing.interlace ?? 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunkOf('IHDR', header),
    chunkOf('IDAT', deflateSync(Buffer.concat(filtered))),
    chunkOf('IEND', Buffer.alloc(0)),
  ]);
}

/** Paeth's predictor: of the three the nearest to left + above - corner; the first of equals. */
function nearest(left: number, above: number, corner: number): number {
  const target = left + above - corner;
  return [left, above, corner].reduce((best, one) => (Math.abs(one - target) < Math.abs(best - target) ? one : best));
}

function chunkOf(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
