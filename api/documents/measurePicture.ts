import sharp from 'sharp';
import type { MeasuredPicture } from '../../rules/dossier/pictures.js';
import { Problem } from '../http/problem.js';

/** As large as the longer side is when brightness and sharpness are measured, so that pictures of all sizes compare. */
const measuredAt = 1000;

/**
 * Measures a picture, turned the way its EXIF data say.
 *
 * @throws Problem `file_refused` when it cannot be read
 */
export async function measurePicture(file: string): Promise<MeasuredPicture> {
  try {
    const picture = sharp(file, { limitInputPixels: 120_000_000 });
    const { width, height } = (await picture.metadata()).autoOrient;
    const box = { width: measuredAt, height: measuredAt, fit: 'inside', withoutEnlargement: true } as const;
    const grey = await picture.resize(box).flatten({ background: 'white' }).greyscale().png().toBuffer();
    const { channels, sharpness } = await sharp(grey).stats();
    const brightness = Math.round(channels[0]?.mean ?? 0);
    const contrast = Math.round(channels[0]?.stdev ?? 0);
    return { width, height, brightness, contrast, sharpness: Math.round(sharpness * 100) };
  } catch {
    throw new Problem('file_refused', {
      zh: '图片已损坏，无法读取；请重新扫描或另存后上传。',
      en: 'The picture is damaged and cannot be read; please scan or save it again.',
    });
  }
}
