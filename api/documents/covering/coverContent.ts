import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { CoveredArea } from '../../../rules/dossier/covered.js';
import { blacken, isBlack } from './blacken.js';
import { PdfPages, type Raster } from './pdfPages.js';

/** More pages than that are not drawn anew in the time there is. */
const mostPages = 200;
/** As long as the longer side of a copied page is when it is looked at, in pixels. */
const provenAt = 1000;
const limits = { limitInputPixels: 120_000_000 };

/**
 * A copy of a PDF or picture in which areas are black. It is made of nothing but pictures of the pages: no text, layer,
 * annotation, attached file, earlier version or note about the original can come along.
 *
 * @throws when it cannot be made, or is not what it has to be
 */
export async function coverContent(
  content: Uint8Array,
  mediaType: string,
  areas: readonly CoveredArea[],
): Promise<Buffer> {
  return mediaType === 'application/pdf'
    ? await coverPdf(content, areas)
    : await coverPicture(content, mediaType, areas);
}

async function coverPdf(content: Uint8Array, areas: readonly CoveredArea[]): Promise<Buffer> {
  const original = await PdfPages.open(content);
  const copy = await PDFDocument.create({ updateMetadata: false });
  const { count } = original;
  try {
    if (count > mostPages) throw new Error('the PDF has too many pages');
    requirePages(areas, count);
    for (let index = 0; index < count; index += 1) {
      const { raster, size } = original.draw(index);
      blacken(raster, ofPage(areas, index));
      const image = await copy.embedJpg(await asJpeg(raster));
      copy.addPage([size.width, size.height]).drawImage(image, { x: 0, y: 0, width: size.width, height: size.height });
    }
  } finally {
    original.close();
  }
  const made = Buffer.from(await copy.save());
  await prove(made, areas, count);
  return made;
}

async function prove(made: Uint8Array, areas: readonly CoveredArea[], count: number): Promise<void> {
  const copy = await PdfPages.open(made);
  try {
    const black = Array.from({ length: count }, (_, index) => index).every((index) => {
      const covered = ofPage(areas, index);
      return covered.length === 0 || isBlack(copy.draw(index, provenAt).raster, covered);
    });
    if (copy.count !== count || !copy.isPicturesOnly() || !black) throw new Error('the copy still has what is covered');
  } finally {
    copy.close();
  }
}

async function coverPicture(content: Uint8Array, mediaType: string, areas: readonly CoveredArea[]): Promise<Buffer> {
  requirePages(areas, 1);
  const raster = await rasterOf(content);
  blacken(raster, areas);
  const made = mediaType === 'image/png' ? await pictureOf(raster).png().toBuffer() : await asJpeg(raster, 90);
  const { exif, icc, iptc, xmp, comments } = await sharp(made).metadata();
  const isBare = [exif, icc, iptc, xmp, comments].every((part) => part === undefined);
  if (!isBare || !isBlack(await rasterOf(made), areas)) throw new Error('the copy still has what is covered');
  return made;
}

/** A page of a PDF, or a picture, to look at; `page` from 1. */
export async function pageImage(
  content: Uint8Array,
  mediaType: string,
  page: number,
): Promise<{ readonly image: Buffer; readonly pages: number }> {
  const longest = 1600;
  if (mediaType !== 'application/pdf') {
    const box = { width: longest, height: longest, fit: 'inside', withoutEnlargement: true } as const;
    const image = await sharp(content, limits)
      .autoOrient()
      .resize(box)
      .flatten({ background: 'white' })
      .jpeg()
      .toBuffer();
    return { image, pages: 1 };
  }
  const document = await PdfPages.open(content);
  try {
    return { image: await asJpeg(document.draw(page - 1, longest).raster), pages: document.count };
  } finally {
    document.close();
  }
}

async function rasterOf(content: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(content, limits)
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

const pictureOf = ({ width, height, pixels }: Raster) =>
  sharp(pixels, { ...limits, raw: { width, height, channels: 4 } }).removeAlpha();

const asJpeg = async (raster: Raster, quality = 80) =>
  await pictureOf(raster).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();

const ofPage = (areas: readonly CoveredArea[], index: number) => areas.filter(({ page }) => page === index + 1);

function requirePages(areas: readonly CoveredArea[], count: number): void {
  if (areas.length === 0 || areas.some(({ page }) => page < 1 || page > count))
    throw new Error('there is no such page');
}
