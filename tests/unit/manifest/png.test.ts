import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPng } from '../../../manifest/png.ts';
import { type Drawing, pngOf } from '../../doubles/pngOf.ts';

const byte = fc.nat(255);
/** Any small picture, each row with any filter. */
const drawing: fc.Arbitrary<{ readonly png: Uint8Array; readonly rgba: readonly number[] }> = fc
  .record({
    width: fc.integer({ min: 1, max: 9 }),
    height: fc.integer({ min: 1, max: 9 }),
    channels: fc.constantFrom(3, 4),
  })
  .chain(({ width, height, channels }) =>
    fc
      .record({
        values: fc.array(byte, { minLength: width * height * channels, maxLength: width * height * channels }),
        filters: fc.array(fc.nat(4), { minLength: height, maxLength: height }),
      })
      .map(({ values, filters }) => {
        const at = (x: number, y: number): number[] =>
          values.slice((y * width + x) * channels, (y * width + x + 1) * channels);
        const pixels = Array.from({ length: width * height }, (_, index) =>
          at(index % width, Math.floor(index / width)),
        );
        return {
          png: pngOf({ width, height, at, filterOf: (y) => filters[y] ?? 0 }),
          rgba: pixels.flatMap((pixel) => (channels === 4 ? pixel : [...pixel, 255])),
        };
      }),
  );

const dot: Drawing = { width: 1, height: 1, at: () => [1, 2, 3, 4] };
const wrong = (png: Uint8Array): string | undefined => {
  const read = readPng(png);
  return read.ok ? undefined : read.problem;
};

describe('readPng', () => {
  it('MP4 any picture is read as it was drawn, with whatever filters', () => {
    fc.assert(
      fc.property(drawing, ({ png, rgba }) => {
        const read = readPng(png);
        expect(read.ok && [...read.value.rgba]).toEqual(rgba);
      }),
    );
  });

  it('MP4 a damaged picture is told, wherever the damage is', () => {
    fc.assert(
      fc.property(drawing, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ png }, place, change) => {
        const at = place % png.length;
        const damaged = png.map((value, index) => (index === at ? value ^ change : value));
        expect(wrong(damaged)).toBeDefined();
        expect(wrong(png.subarray(0, at))).toBeDefined();
      }),
    );
  });

  it('MP4 what is no plain PNG is refused by what it is', () => {
    expect(wrong(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('is no PNG');
    for (const odd of [{ bitDepth: 16 }, { colourType: 3 }, { interlace: 1 }])
      expect(wrong(pngOf({ ...dot, ...odd }))).toContain('eight bits a channel');
  });
});
