import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

// Both engines run from their packages: nothing is fetched.
const wasmOf = (module: string) => readFile(fileURLToPath(import.meta.resolve(module)));
const arrayBuffer = (bytes: Buffer) =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
let readers: Promise<WrappedPdfiumModule> | null = null;

async function prepare(): Promise<WrappedPdfiumModule> {
  const [pdfium, zxing] = await Promise.all([
    wasmOf('@embedpdf/pdfium/pdfium.wasm'),
    wasmOf('zxing-wasm/reader/zxing_reader.wasm'),
  ]);
  await prepareZXingModule({ overrides: { wasmBinary: arrayBuffer(zxing) }, fireImmediately: true });
  const module = await init({ wasmBinary: arrayBuffer(pdfium) });
  module.PDFiumExt_Init();
  return module;
}

const options: ReaderOptions = { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 };
/** A code stands on each page of a paper: the first ones are enough, and a long scan costs no more. */
const mostPages = 4;
const dotsPerInch = 200;
/** A page as large as a wall is shown smaller. */
const mostPixels = 4_000;

/** The texts of the QR codes of a picture (JPEG, PNG) or of the first pages of a PDF. Nothing in it is run. */
export async function codesIn(content: Uint8Array, isPdf: boolean): Promise<readonly string[]> {
  readers ??= prepare();
  const pdfium = await readers;
  if (!isPdf) return textsOf(await readBarcodes(content, options));
  const found: string[] = [];
  for (const page of pagesOf(pdfium, content)) {
    found.push(...textsOf(await readBarcodes(page as Parameters<typeof readBarcodes>[0], options)));
    if (found.length > 0) break;
  }
  return found;
}

const textsOf = (codes: readonly { readonly text: string; readonly isValid: boolean }[]) =>
  codes.filter(({ isValid }) => isValid).map(({ text }) => text);

interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** The first pages as pixels, one at a time; none of a file that cannot be opened. */
function* pagesOf(pdfium: WrappedPdfiumModule, content: Uint8Array): Generator<Pixels> {
  const { wasmExports } = pdfium.pdfium;
  const file = wasmExports.malloc(content.length);
  pdfium.pdfium.HEAPU8.set(content, file);
  const document = pdfium.FPDF_LoadMemDocument(file, content.length, '');
  try {
    const pages = document === 0 ? 0 : Math.min(mostPages, pdfium.FPDF_GetPageCount(document));
    for (let index = 0; index < pages; index++) {
      const page = pdfium.FPDF_LoadPage(document, index);
      if (page === 0) continue;
      try {
        yield pixelsOf(pdfium, page);
      } finally {
        pdfium.FPDF_ClosePage(page);
      }
    }
  } finally {
    if (document !== 0) pdfium.FPDF_CloseDocument(document);
    wasmExports.free(file);
  }
}

function pixelsOf(pdfium: WrappedPdfiumModule, page: number): Pixels {
  const [across, down] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
  const scale = Math.min(dotsPerInch / 72, mostPixels / Math.max(across, down, 1));
  const [width, height] = [Math.max(1, Math.round(across * scale)), Math.max(1, Math.round(down * scale))];
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
  const at = pdfium.FPDFBitmap_GetBuffer(bitmap);
  // The order of the colours does not matter for black and white.
  const data = new Uint8ClampedArray(pdfium.pdfium.HEAPU8.slice(at, at + width * height * 4));
  pdfium.FPDFBitmap_Destroy(bitmap);
  return { data, width, height };
}
