import { inflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { coverFile, pageOf } from '../../../api/documents/covering/coverFile.js';
import { PdfPages } from '../../../api/documents/covering/pdfPages.js';
import { type CoveredArea, wholePage } from '../../../rules/dossier/covered.js';
import { readPdf } from '../../support/files/readPdf.js';

const secret = 'SECRET652901';
/** The upper half of page 1. */
const upperHalf: CoveredArea = { page: 1, x: 0, y: 0, width: wholePage, height: wholePage / 2 };
const pdf = 'application/pdf';

/** A PDF of two pages with the secret on the upper half of the first, and whatever an attack adds. */
async function pdfWith(attack: (document: PDFDocument) => void | Promise<void> = () => {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const first = document.addPage([595, 842]);
  first.drawText(secret, { x: 100, y: 700, size: 20, font });
  first.drawText('Visible below', { x: 100, y: 200, size: 20, font });
  document.addPage([595, 842]).drawText('Second page', { x: 100, y: 400, size: 20, font });
  await attack(document);
  return await document.save({ useObjectStreams: false });
}

/** Everything a file holds: its bytes, and each stream unfolded. */
async function everythingIn(content: Buffer): Promise<string> {
  const document = await PDFDocument.load(content, { updateMetadata: false });
  const streams = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [];
    try {
      return [inflateSync(object.contents).toString('latin1')];
    } catch {
      return [Buffer.from(object.contents).toString('latin1')];
    }
  });
  return [content.toString('latin1'), ...streams].join('\n');
}

/** Nothing of the secret is left: not for another engine, not in the bytes, and not to be seen. */
async function expectGone(content: Buffer | null): Promise<void> {
  if (content === null) throw new Error('no copy was made');
  expect((await readPdf(content)).join('')).toBe('');
  const everything = await everythingIn(content);
  const written = [
    secret,
    Buffer.from(secret).toString('hex'),
    Buffer.from(secret, 'utf16le').swap16().toString('hex'),
  ];
  for (const form of written) expect(everything.toLowerCase()).not.toContain(form.toLowerCase());
  const document = await PDFDocument.load(content, { updateMetadata: false });
  const names = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    return dict instanceof PDFDict ? dict.keys().map((key) => key.decodeText()) : [];
  });
  for (const name of ['Metadata', 'EmbeddedFiles', 'OCProperties', 'AcroForm', 'Thumb', 'Prev', 'Outlines'])
    expect(names).not.toContain(name);
  const pages = await PdfPages.open(content);
  expect(pages.count).toBe(2);
  const { raster } = pages.draw(0, 600);
  const above = raster.pixels.subarray(0, (raster.height / 2 - 4) * raster.width * 4);
  expect(above.reduce((most, value, place) => (place % 4 === 3 ? most : Math.max(most, value)), 0)).toBeLessThan(48);
  pages.close();
}

const cover = (content: Uint8Array, areas = [upperHalf]) => coverFile({ content, mediaType: pdf }, areas);

describe('The copy of a PDF with its upper half covered has nothing of', () => {
  test('its text, while the rest is there to be seen', async () => {
    const content = await pdfWith();
    expect((await readPdf(content)).join('')).toContain(secret);
    const copy = await cover(content);
    await expectGone(copy);
    const pages = await PdfPages.open(copy ?? Buffer.alloc(0));
    const { raster } = pages.draw(0, 600);
    pages.close();
    const below = raster.pixels.subarray((raster.height / 2 + 4) * raster.width * 4);
    expect(below.reduce((least, value, place) => (place % 4 === 3 ? least : Math.min(least, value)), 255)).toBeLessThan(
      60,
    );
  });

  test('text in a form that pages share', async () => {
    await expectGone(
      await cover(
        await pdfWith(async (document) => {
          const inner = await PDFDocument.load(await pdfWith());
          const [form] = await document.embedPdf(inner, [0]);
          for (const page of document.getPages())
            if (form) page.drawPage(form, { x: 0, y: 0, width: 595, height: 842 });
        }),
      ),
    );
  });

  test('annotations, form fields, metadata, an attached file and a thumbnail', async () => {
    await expectGone(
      await cover(
        await pdfWith(async (document) => {
          const [page] = document.getPages();
          const { context } = document;
          const note = context.obj({
            Type: 'Annot',
            Subtype: 'FreeText',
            Rect: [100, 600, 300, 650],
            Contents: PDFString.of(secret),
            DA: PDFString.of('/Helv 12 Tf'),
          });
          page?.node.set(PDFName.of('Annots'), context.obj([context.register(note)]));
          page?.node.set(PDFName.of('Thumb'), context.register(context.stream(secret)));
          document.getForm().createTextField(secret).setText(secret);
          document.setTitle(secret);
          document.catalog.set(PDFName.of('Metadata'), context.register(context.stream(`<x>${secret}</x>`)));
          await document.attach(Buffer.from(secret), 'secret.txt', { mimeType: 'text/plain' });
        }),
      ),
    );
  });

  test('a layer that is not shown', async () => {
    await expectGone(
      await cover(
        await pdfWith((document) => {
          const { context } = document;
          const layer = context.register(context.obj({ Type: 'OCG', Name: PDFString.of(secret) }));
          document.catalog.set(
            PDFName.of('OCProperties'),
            context.obj({ OCGs: [layer], D: { OFF: [layer], Order: [layer] } }),
          );
          const [page] = document.getPages();
          page?.node.Resources()?.set(PDFName.of('Properties'), context.obj({ L: layer }));
          const hidden = context.stream(`/OC /L BDC BT /Helvetica 12 Tf 100 650 Td (${secret}) Tj ET EMC`);
          page?.node.addContentStream(context.register(hidden));
        }),
      ),
    );
  });

  test('text under a picture, and the picture under what covers it', async () => {
    const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#c00' } })
      .jpeg()
      .withExif({ IFD0: { ImageDescription: secret } })
      .toBuffer();
    await expectGone(
      await cover(
        await pdfWith(async (document) => {
          const image = await document.embedJpg(picture);
          document.getPages()[0]?.drawImage(image, { x: 50, y: 500, width: 400, height: 300 });
        }),
      ),
    );
  });

  test('an earlier version of the page that an incremental update keeps', async () => {
    const before = Buffer.from(await pdfWith());
    const document = await PDFDocument.load(before, { forIncrementalUpdate: true });
    document.getPages()[0]?.node.set(PDFName.of('Contents'), document.context.register(document.context.stream('')));
    const after = await document.save({ useObjectStreams: false });
    expect(Buffer.from(after).subarray(0, before.length).equals(before)).toBe(true);
    await expectGone(await cover(after));
  });
});

describe('The copy of a picture', () => {
  test('has black where it is covered, and no thumbnail or other data of the original', async () => {
    const page = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#38a' } })
      .jpeg()
      .withExif({ IFD0: { ImageDescription: secret, Artist: secret } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const areas = [{ page: 1, x: 0, y: 0, width: wholePage, height: 2_500 }];
    const copy = await coverFile({ content: page, mediaType: 'image/jpeg' }, areas);
    if (copy === null) throw new Error('no copy was made');
    expect(copy.toString('latin1')).not.toContain(secret);
    const metadata = await sharp(copy).metadata();
    // It is turned as it shows.
    expect(metadata).toMatchObject({ width: 600, height: 800 });
    expect([metadata.exif, metadata.icc, metadata.xmp, metadata.iptc]).toEqual(Array.from({ length: 4 }));
    const brightest = async (top: number, height: number) => {
      const part = await sharp(copy).extract({ left: 0, top, width: 600, height }).raw().toBuffer();
      return part.reduce((most, value) => Math.max(most, value), 0);
    };
    expect(await brightest(0, 196)).toBeLessThan(48);
    expect(await brightest(210, 500)).toBeGreaterThan(120);
  });
});

test('What cannot be covered has no copy: no file, no such page, nothing to cover', async () => {
  const content = await pdfWith();
  expect(await cover(Buffer.from('%PDF-1.7 nothing'))).toBeNull();
  expect(await cover(content, [{ ...upperHalf, page: 3 }])).toBeNull();
  expect(await cover(content, [])).toBeNull();
  expect(await coverFile({ content: Buffer.from('no picture'), mediaType: 'image/png' }, [upperHalf])).toBeNull();
});

test('A page is shown as a picture, with the number of pages', async () => {
  const shown = await pageOf({ content: await pdfWith(), mediaType: pdf }, 2);
  expect(shown?.pages).toBe(2);
  expect(await sharp(shown?.image).metadata()).toMatchObject({ format: 'jpeg', height: 1600 });
  expect(await pageOf({ content: await pdfWith(), mediaType: pdf }, 3)).toBeNull();
});
