import { PDFiumLibrary } from '@hyzyla/pdfium';

/** What an engine that did not make it reads in a PDF, page by page, without spaces and line ends. */
export async function readPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    // The engine takes some hyphens for those at the end of a line and says U+FFFE for them.
    const pages = [...document.pages()].map((page) =>
      page
        .getText()
        .replaceAll('\ufffe', '-')
        .replaceAll(/[\s\u200b]/g, ''),
    );
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}
