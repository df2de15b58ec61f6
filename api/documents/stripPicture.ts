import { readFile, rename, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { Problem } from '../http/problem.js';
import { pictureParts } from './pictureParts.js';

/** Larger ones are made to exhaust who opens them: A4 at 1,000 dpi has 97 million. */
const mostPixels = 120_000_000;

/**
 * Takes out of a picture what it says of who took it, where, when and with what, and turns it upright. The picture itself is
 * recompressed only when it has to be turned. True: the file was changed.
 *
 * @throws Problem `file_refused` when it cannot be read or is far too large
 */
export async function stripPicture(file: string): Promise<boolean> {
  const {
    width,
    height,
    orientation = 1,
  } = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw damaged();
    });
  if (width * height > mostPixels) throw tooManyPixels(width, height);
  const parts = orientation === 1 ? pictureParts(await readFile(file)) : null;
  if (parts?.rest.length === 0) return false;
  const clean = `${file}.clean`;
  if (parts) await writeFile(clean, Buffer.concat(parts.shown), { mode: 0o600, flush: true });
  else await turnUpright(file, clean);
  await rename(clean, file);
  return true;
}

async function turnUpright(file: string, clean: string): Promise<void> {
  const picture = sharp(file, { limitInputPixels: mostPixels }).autoOrient().keepIccProfile();
  const { format } = await picture.metadata();
  const content = await (format === 'png' ? picture.png() : picture.jpeg({ quality: 92 })).toBuffer().catch(() => {
    throw damaged();
  });
  await writeFile(clean, content, { mode: 0o600, flush: true });
}

const damaged = () =>
  new Problem('file_refused', {
    zh: '图片已损坏，无法读取；请重新扫描或另存后上传。',
    en: 'The picture is damaged and cannot be read; please scan or save it again.',
  });

const tooManyPixels = (width: number, height: number) =>
  new Problem('file_refused', {
    zh: `图片为${width}×${height}像素，太大，无法处理；请以200至600 dpi重新扫描。`,
    en: `The picture has ${width} × ${height} pixels, far too many; please scan it again at 200 to 600 dpi.`,
  });
