import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** A page as it shows, from top left, four bytes a pixel: red, green, blue, and one that is not used. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

/** Size of a page in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

let started: Promise<WrappedPdfiumModule> | undefined;

async function engine(): Promise<WrappedPdfiumModule> {
  started ??= start();
  return await started;
}

async function start(): Promise<WrappedPdfiumModule> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const pdfium = await init({ wasmBinary: new Uint8Array(wasm).buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

const pointsPerInch = 72;
const dotsPerInch = 200;
/** A page of A3 at 200 dpi has 15 million pixels: a larger one is drawn smaller. */
const mostPixels = 16_000_000;
/** Annotations are drawn too: stamps and signatures are seen on paper. */
const withAnnotations = 1;
const bytesOfPixel = 4;
const imageObject = 3;

/** A PDF opened for drawing. Close it. */
export class PdfPages {
  private constructor(
    private readonly pdfium: WrappedPdfiumModule,
    private readonly memory: number,
    private readonly document: number,
  ) {}

  /** @throws when it cannot be opened */
  static async open(content: Uint8Array): Promise<PdfPages> {
    const pdfium = await engine();
    const memory = pdfium.pdfium.wasmExports.malloc(content.length);
    pdfium.pdfium.HEAPU8.set(content, memory);
    const document = pdfium.FPDF_LoadMemDocument(memory, content.length, '');
    if (document === 0) {
      pdfium.pdfium.wasmExports.free(memory);
      throw new Error('the PDF cannot be opened');
    }
    return new PdfPages(pdfium, memory, document);
  }

  get count(): number {
    return this.pdfium.FPDF_GetPageCount(this.document);
  }

  /** A page as it is printed, and its size. `index` from 0; `longest`: pixels of its longer side, else 200 dpi. */
  draw(index: number, longest: number | null = null): { readonly raster: Raster; readonly size: PageSize } {
    return this.#onPage(index, (page) => {
      const size = { width: this.pdfium.FPDF_GetPageWidthF(page), height: this.pdfium.FPDF_GetPageHeightF(page) };
      const wanted = longest === null ? dotsPerInch / pointsPerInch : longest / Math.max(size.width, size.height);
      const scale = Math.min(wanted, Math.sqrt(mostPixels / (size.width * size.height)));
      const width = Math.max(1, Math.round(size.width * scale));
      const height = Math.max(1, Math.round(size.height * scale));
      const bitmap = this.pdfium.FPDFBitmap_Create(width, height, 0);
      if (bitmap === 0) throw new Error('a page is too large to be drawn');
      try {
        this.pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
        this.pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations);
        const at = this.pdfium.FPDFBitmap_GetBuffer(bitmap);
        const stride = this.pdfium.FPDFBitmap_GetStride(bitmap);
        const drawn = this.pdfium.pdfium.HEAPU8;
        const pixels = Buffer.allocUnsafe(width * height * bytesOfPixel);
        for (let row = 0; row < height; row += 1) {
          const from = at + row * stride;
          pixels.set(drawn.subarray(from, from + width * bytesOfPixel), row * width * bytesOfPixel);
        }
        // The engine has blue first.
        for (let place = 0; place < pixels.length; place += bytesOfPixel) {
          const blue = pixels[place] ?? 0;
          pixels[place] = pixels[place + 2] ?? 0;
          pixels[place + 2] = blue;
        }
        return { raster: { width, height, pixels }, size };
      } finally {
        this.pdfium.FPDFBitmap_Destroy(bitmap);
      }
    });
  }

  /** Whether every page is one picture and nothing else: no text, no annotation, no file beside them. */
  isPicturesOnly(): boolean {
    if (this.pdfium.FPDFDoc_GetAttachmentCount(this.document) !== 0) return false;
    return Array.from({ length: this.count }, (_, index) => index).every((index) =>
      this.#onPage(index, (page) => {
        const text = this.pdfium.FPDFText_LoadPage(page);
        const characters = this.pdfium.FPDFText_CountChars(text);
        this.pdfium.FPDFText_ClosePage(text);
        return (
          characters === 0 &&
          this.pdfium.FPDFPage_GetAnnotCount(page) === 0 &&
          this.pdfium.FPDFPage_CountObjects(page) === 1 &&
          this.pdfium.FPDFPageObj_GetType(this.pdfium.FPDFPage_GetObject(page, 0)) === imageObject
        );
      }),
    );
  }

  close(): void {
    this.pdfium.FPDF_CloseDocument(this.document);
    this.pdfium.pdfium.wasmExports.free(this.memory);
  }

  #onPage<Found>(index: number, look: (page: number) => Found): Found {
    const page = this.pdfium.FPDF_LoadPage(this.document, index);
    if (page === 0) throw new Error(`page ${index + 1} cannot be read`);
    try {
      return look(page);
    } finally {
      this.pdfium.FPDF_ClosePage(page);
    }
  }
}
