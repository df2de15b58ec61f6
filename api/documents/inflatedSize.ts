import { createInflate } from 'node:zlib';

/** A page of A4 at 600 dpi in colour has 104 MB; a whole file is looked at by people, page by page. */
const mostOfStream = 128 * 1024 * 1024;
const mostOfFile = 512 * 1024 * 1024;

/** Whether a PDF's compressed parts unfold to more than any scan: it is made to exhaust who opens it. */
export async function isOverfull(pdf: Buffer): Promise<boolean> {
  let all = 0;
  for (let at = pdf.indexOf('stream'); at !== -1; at = pdf.indexOf('stream', at + 6)) {
    const from = at + 6 + (pdf[at + 6] === 0x0d ? 2 : 1);
    if (!isCompressed(pdf, from)) continue;
    const size = await inflatedSize(pdf.subarray(from));
    all += size;
    if (size > mostOfStream || all > mostOfFile) return true;
  }
  return false;
}

/** The two bytes zlib's format begins with. */
function isCompressed(pdf: Buffer, at: number): boolean {
  const [method = 0, flags = 0] = pdf.subarray(at, at + 2);
  return method % 16 === 8 && (method * 256 + flags) % 31 === 0;
}

/** Counts what data unfold to, up to a little more than a stream may have, and keeps none of it. */
function inflatedSize(data: Buffer): Promise<number> {
  return new Promise((resolve) => {
    let size = 0;
    const inflate = createInflate({ chunkSize: 256 * 1024 });
    const finish = () => resolve(size);
    inflate.on('data', (part: Buffer) => {
      size += part.length;
      if (size > mostOfStream) inflate.destroy();
    });
    // What is no compressed data at all is for the reader of the whole file to refuse.
    inflate.once('end', finish).once('error', finish).once('close', finish);
    inflate.end(data);
  });
}
