import { deflateSync, inflateSync } from 'node:zlib';
import { withPalette } from '../../../ops/documents/palettePng.js';

type Colour = readonly [number, number, number];

/** The chunks of a PNG by their type. */
function chunks(png: Buffer): Readonly<Record<string, Buffer>> {
  const found: Record<string, Buffer> = {};
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found[png.toString('latin1', at + 4, at + 8)] = png.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  return found;
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

/** A picture two pixels wide whose lines use the given filters. */
function picture(lines: readonly { readonly filter: number; readonly bytes: readonly number[] }[]): Buffer {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(lines.length, 4);
  const raw = Buffer.from(lines.flatMap(({ filter, bytes }) => [filter, ...bytes]));
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', deflateSync(raw))]);
}

/** The colours of a picture with a palette, row by row. */
function coloursOf(png: Buffer): readonly Colour[][] {
  const { IHDR, PLTE, IDAT } = chunks(png);
  if (!IHDR || !PLTE || !IDAT) throw new Error('a chunk is missing');
  const [width, height] = [IHDR.readUInt32BE(0), IHDR.readUInt32BE(4)];
  const raw = inflateSync(IDAT);
  return Array.from({ length: height }, (_line, y) =>
    Array.from({ length: width }, (_pixel, x): Colour => {
      const at = (raw[y * (width + 1) + 1 + x] ?? 0) * 3;
      return [PLTE[at] ?? -1, PLTE[at + 1] ?? -1, PLTE[at + 2] ?? -1];
    }),
  );
}

describe('A picture with a palette', () => {
  test('has the same colours, with every filter a browser may use', () => {
    const png = picture([
      { filter: 0, bytes: [10, 20, 30, 40, 50, 60] },
      { filter: 1, bytes: [1, 2, 3, 4, 5, 6] },
      { filter: 2, bytes: [1, 1, 1, 255, 255, 255] },
      { filter: 3, bytes: [9, 9, 9, 10, 10, 10] },
      { filter: 4, bytes: [0, 0, 0, 2, 2, 2] },
    ]);
    expect(coloursOf(withPalette(png))).toEqual([
      [
        [10, 20, 30],
        [40, 50, 60],
      ],
      [
        [1, 2, 3],
        [5, 7, 9],
      ],
      [
        [2, 3, 4],
        [4, 6, 8],
      ],
      [
        [10, 10, 11],
        [17, 18, 19],
      ],
      [
        [10, 10, 11],
        [19, 20, 21],
      ],
    ]);
  });

  test('shows a colour beyond the 256 most frequent by the nearest of them', () => {
    const lines = Array.from({ length: 257 }, (_line, y) => ({
      filter: 0,
      bytes: [y % 256, y >> 8, 0, y % 256, 0, 0],
    }));
    const seen = new Set(
      coloursOf(withPalette(picture(lines)))
        .flat()
        .map(String),
    );
    expect(seen.size).toBe(256);
    expect(seen).not.toContain('0,1,0');
  });
});
