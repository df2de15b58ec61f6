import { readFile, writeFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import type { PdfFinding, PdfQuestion } from './examinePdf.js';

// A thread of its own: what a hostile file costs in time and memory ends with it.

/** Actions that run something, and the form that brings its own scripts. */
const active = new Set(['JS', 'JavaScript', 'Launch', 'XFA', 'RichMedia', 'ImportData']);
const nameOf = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : '');

function isActive(object: PDFObject | undefined): boolean {
  if (object instanceof PDFStream) return isActive(object.dict);
  if (object instanceof PDFArray) return object.asArray().some(isActive);
  if (!(object instanceof PDFDict)) return false;
  if (active.has(nameOf(object.get(PDFName.of('S'))))) return true;
  return object.entries().some(([name, value]) => active.has(name.decodeText()) || isActive(value));
}

async function examine({ file, strip }: PdfQuestion): Promise<PdfFinding> {
  const pdf = await PDFDocument.load(await readFile(file), { ignoreEncryption: true, updateMetadata: false }).catch(
    () => null,
  );
  if (pdf === null) return 'damaged';
  if (pdf.isEncrypted) return 'encrypted';
  const { context } = pdf;
  if (context.enumerateIndirectObjects().some(([, object]) => isActive(object))) return 'active';
  if (strip && context.trailerInfo.Root !== undefined) {
    delete context.trailerInfo.Info;
    for (const [, object] of context.enumerateIndirectObjects()) {
      if (object instanceof PDFDict) object.delete(PDFName.of('Metadata'));
    }
    await writeFile(file, await pdf.save({ updateFieldAppearances: false, addDefaultPage: false }));
  }
  return 'passive';
}

parentPort?.on('message', async (question: PdfQuestion) => parentPort?.postMessage(await examine(question)));
