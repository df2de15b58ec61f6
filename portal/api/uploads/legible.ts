import type { Prepared } from './prepared.js';

/** Larger pictures are made smaller: a page of A4 at 200 dpi is as legible with less. */
const largestPicture = 2 * 1024 * 1024;

/** A file as it is sent, whoever sends it: a picture of more than 2 MB is made smaller, and PDFs and other pictures are left as they are. */
export async function legible(file: File): Promise<Prepared> {
  if (!file.type.startsWith('image/') || file.size <= largestPicture) return { file, said: null };
  const { shrink } = await import('./shrink.js');
  return await shrink(file, largestPicture);
}
