import { PDFiumLibrary } from '@hyzyla/pdfium';

/** What an engine that did not make it reads in a PDF, page by page, without spaces and line ends. */
export async function readPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const pages = [...document.pages()].map((page) => page.getText().replaceAll(/[\s\u200b]/g, ''));
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}
