import sharp from 'sharp';
import phash from 'sharp-phash';
import type { Print } from '../../records/dossier/documentPrints.js';

/** Its declaration names a default member, which the CommonJS module does not have. */
const perceptualHash = phash as unknown as (typeof phash)['default'];

/** Width and height of the small copy: every picture is stretched to a square of it. */
const side = 192;
/** Side of the squares in which two copies are compared. */
const part = 8;

/** What a picture looks like, turned the way its EXIF data say. */
export async function printOf(file: string): Promise<Print> {
  const detail = await sharp(file, { limitInputPixels: 120_000_000 })
    .autoOrient()
    .flatten({ background: 'white' })
    .greyscale()
    .normalise()
    .resize(side, side, { fit: 'fill' })
    .jpeg({ quality: 85 })
    .toBuffer();
  return { hash: await perceptualHash(detail), detail };
}

/** By how much two small copies differ in the part where they differ most, of 255. */
export async function differenceOfPictures(one: Buffer, another: Buffer): Promise<number> {
  const [a, b] = await Promise.all([one, another].map((copy) => sharp(copy).greyscale().raw().toBuffer()));
  const sums = new Float64Array((side / part) ** 2);
  a?.forEach((value, at) => {
    const place = Math.floor(at / side / part) * (side / part) + Math.floor((at % side) / part);
    sums[place] = (sums[place] ?? 0) + Math.abs(value - (b?.[at] ?? 0));
  });
  return Math.max(...sums) / part ** 2;
}
