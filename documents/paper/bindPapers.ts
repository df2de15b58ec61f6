import { PDF } from '@libpdf/core';

/**
 * Several papers in one file to be printed on both sides: each begins on a new sheet, and comes as often as copies are wanted. It
 * is for the printer; what is kept are the papers themselves, with their tags.
 */
export async function bindPapers(papers: readonly Uint8Array[], copies: number): Promise<Uint8Array> {
  const bound = PDF.create();
  for (const paper of papers) {
    const source = await PDF.load(paper);
    const pages = Array.from({ length: source.getPageCount() }, (_, index) => index);
    for (let copy = 0; copy < copies; copy++) {
      await bound.copyPagesFrom(source, pages);
      if (pages.length % 2 === 1) bound.addPage({ size: 'a4' });
    }
  }
  return await bound.save();
}
