import { Problem } from '../http/problem.js';
import type { MediaType } from './contentType.js';
import { pictureParts } from './pictureParts.js';

/** Where readers look for the beginning of a PDF. */
const headOfPdf = 1024;
const page = /<(?:script|html|svg|iframe|!doctype|\?php|\?=)/i;
const archive = Buffer.from('PK\u0003\u0004');
const endOfArchive = Buffer.from('PK\u0005\u0006');
/** With a remark of the greatest length. */
const longestEnd = 22 + 0xffff;

/**
 * Refuses a PDF or picture that is a file of another kind as well: a reader that looks for an archive, a page or a PDF in it
 * would find one.
 *
 * @throws Problem `file_refused`
 */
export function requireOneKind(file: Buffer, mediaType: MediaType): void {
  if (endsAsArchive(file) || (mediaType.startsWith('image/') && holdsAnother(file))) {
    throw new Problem('file_refused', {
      zh: '这个文件里还夹带着另一种文件（网页、压缩包或 PDF），不能上传；请重新扫描，或另存为普通图片或 PDF 后再试。',
      en: 'This file is a file of another kind as well (a page, an archive or a PDF); please scan it again, or save it as an ordinary picture or PDF.',
    });
  }
}

/** An archive is read from its end, whatever stands before it. */
function endsAsArchive(file: Buffer): boolean {
  const at = file.lastIndexOf(endOfArchive);
  if (at === -1 || at < file.length - longestEnd || at + 22 > file.length) return false;
  return file.readUInt16LE(at + 20) <= file.length - at - 22;
}

function holdsAnother(file: Buffer): boolean {
  if (file.subarray(0, headOfPdf).includes('%PDF-')) return true;
  const rest = pictureParts(file)?.rest ?? Buffer.alloc(0);
  return rest.includes('%PDF-') || rest.includes(archive) || page.test(file.toString('latin1'));
}
