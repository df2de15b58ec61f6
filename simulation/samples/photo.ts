import { crc32, deflateSync } from 'node:zlib';

const width = 295;
const height = 413;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Palette index at a point: 0 background, 1 clothes, 2 skin. */
function colourAt(x: number, y: number): number {
  const dx = (x - width / 2) / 62;
  if (dx ** 2 + ((y - 165) / 82) ** 2 <= 1) return 2;
  return ((x - width / 2) / 130) ** 2 + ((y - height) / 150) ** 2 <= 1 ? 1 : 0;
}

const picture = Buffer.concat(
  Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_nothing, x) => colourAt(x, y))]),
  ),
);
let packed: Buffer | undefined;

/** A one-inch portrait (295 × 413) as PNG: a figure on a light ground, its clothes coloured by the index. */
export function samplePhoto(index: number): Buffer {
  packed ??= deflateSync(picture);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const clothes = [index & 0xff, (index * 37) & 0xff, 90 + ((index >> 8) & 0x7f)];
  const palette = Buffer.from([219, 232, 244, ...clothes, 226, 190, 160]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
