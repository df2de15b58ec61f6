import Compressor from 'compressorjs';
import { type Prepared, sizeOf } from './prepared.js';

/** A page of A4 at 200 dpi, in pixels. */
const [shortSide, longSide] = [1654, 2339];
/** From good to still legible. */
const qualities = [0.85, 0.75, 0.6, 0.45];

/** Makes a picture smaller than `most` bytes, upright and without what it says of camera and place. */
export async function shrink(file: File, most: number): Promise<Prepared> {
  const before = await sizeOf(file);
  if (!before) return { file, said: null };
  const lies = before.width > before.height;
  const box = { maxWidth: lies ? longSide : shortSide, maxHeight: lies ? shortSide : longSide };
  let content: Blob = file;
  for (const quality of qualities) {
    content = await compressed(file, { ...box, quality });
    if (content.size <= most) break;
  }
  const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`;
  const after = await sizeOf(content);
  const smaller = new File([content], name, { type: 'image/jpeg', lastModified: file.lastModified });
  const said = after && { before: { ...before, size: file.size }, after: { ...after, size: content.size } };
  return { file: smaller, said };
}

function compressed(file: File, options: Compressor.Options): Promise<Blob> {
  return new Promise((resolve, reject) => {
    new Compressor(file, {
      ...options,
      mimeType: 'image/jpeg',
      strict: false,
      // What is transparent in a PNG would be black.
      beforeDraw: (context, { width, height }) => {
        context.fillStyle = '#fff';
        context.fillRect(0, 0, width, height);
      },
      success: resolve,
      error: reject,
    });
  });
}
