import { readFile, writeFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { PdfFinding, PdfQuestion } from './examinePdf.js';
import { isOverfull } from './inflatedSize.js';

// A thread of its own: what a hostile file costs in time and memory ends with it.

/** Actions that run something, the form that brings its own scripts, and files within the file. */
const active = new Set([
  ...['JS', 'JavaScript', 'Launch', 'XFA', 'RichMedia', 'ImportData'],
  ...['EmbeddedFiles', 'EmbeddedFile', 'FileAttachment'],
]);
const nameOf = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : '');

/** Whether a dictionary in an object, however deep, is as asked. */
function holds(object: PDFObject | undefined, is: (dict: PDFDict) => boolean): boolean {
  if (object instanceof PDFStream) return holds(object.dict, is);
  if (object instanceof PDFArray) return object.asArray().some((part) => holds(part, is));
  return object instanceof PDFDict && (is(object) || object.values().some((part) => holds(part, is)));
}

function isActive(dict: PDFDict): boolean {
  const has = (key: string) => dict.has(PDFName.of(key));
  // A resource may be named so as well.
  if (has('EF') && (has('F') || has('UF'))) return true;
  if (['S', 'Subtype', 'Type'].some((key) => active.has(nameOf(dict.get(PDFName.of(key)))))) return true;
  return dict.keys().some((name) => active.has(name.decodeText()));
}

/** A stream compressed twice is no scan: it hides what it unfolds to. */
function isNested(object: PDFObject): boolean {
  const filter = object instanceof PDFStream ? object.dict.lookup(PDFName.of('Filter')) : undefined;
  const names = filter instanceof PDFArray ? filter.asArray().map(nameOf) : [];
  return names.filter((name) => /^(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)$/.test(name)).length > 1;
}

/** Removes the document information and the XMP of every part, the objects themselves too. True: there was something. */
function strip({ context }: PDFDocument): boolean {
  const objects = context.enumerateIndirectObjects();
  const gone = [context.trailerInfo.Info];
  delete context.trailerInfo.Info;
  for (const [, object] of objects) {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    gone.push(dict.get(PDFName.of('Metadata')));
    dict.delete(PDFName.of('Metadata'));
  }
  for (const object of gone) if (object instanceof PDFRef) context.delete(object);
  return gone.some((object) => object !== undefined);
}

/** Objects are read from streams before anything else can be asked; they have one compression, which is measured first. */
const hidden = /\bobj\b(?:(?!\bobj\b|stream)[\s\S]){0,2000}?\/(?:ObjStm|XRef)\b[\s\S]{0,2000}?stream/g;
const isHidden = (text: string) =>
  [
    ...text.replace(/#([\da-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))).matchAll(hidden),
  ].some(([part]) => /ASCII|A85|AHx|LZW|RunLength|RL\b/.test(part));

async function examine({ file, stripSigned }: PdfQuestion): Promise<PdfFinding> {
  const content = await readFile(file);
  if ((await isOverfull(content)) || isHidden(content.toString('latin1'))) return 'overfull';
  const pdf = await PDFDocument.load(content, { ignoreEncryption: true, updateMetadata: false }).catch(() => null);
  if (pdf === null) return 'damaged';
  if (pdf.isEncrypted) return 'encrypted';
  const { context } = pdf;
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  if (objects.some((object) => holds(object, isActive))) return 'active';
  if (objects.some(isNested)) return 'overfull';
  const catalog = context.lookup(context.trailerInfo.Root);
  if (catalog instanceof PDFDict && catalog.has(PDFName.of('Pages')) && pdf.getPageCount() === 0) return 'empty';
  const signed = objects.some((object) => holds(object, (dict) => dict.has(PDFName.of('ByteRange'))));
  if (context.trailerInfo.Root === undefined || (signed && !stripSigned) || !strip(pdf)) return 'passive';
  await writeFile(file, await pdf.save({ updateFieldAppearances: false, addDefaultPage: false }));
  return 'stripped';
}

parentPort?.on('message', async (question: PdfQuestion) =>
  parentPort?.postMessage(await examine(question).catch((): PdfFinding => 'damaged')),
);
