import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Print } from '../../records/dossier/documentPrints.js';
import type { Owner } from '../../records/sealed/dataKeys.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import type { DocumentKind } from '../../rules/dossier/dossier.js';
import { isCompared, type Picture, pictureOf, pictureProblem } from '../../rules/dossier/pictures.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { contentTypeOf, type MediaType, publishedTypeOf } from './contentType.js';
import { examinePdf, type PdfFinding } from './examinePdf.js';
import { measurePicture } from './measurePicture.js';
import { requireOneKind } from './oneKindOnly.js';
import { printOf } from './printOf.js';
import { scanForViruses } from './scanForViruses.js';
import { type Arrived, discard, keep, takeIn } from './storage.js';
import { stripPicture } from './stripPicture.js';

/** A file that was taken in and lies in its place. */
export interface ReceivedFile {
  readonly mediaType: MediaType;
  readonly size: number;
  readonly sha256: string;
  /** Of a picture that is evidence: its size, and what to look at. */
  readonly picture?: Picture;
  /** What a picture looks like, to find it again; of portraits, which all look alike, there is none. */
  readonly print?: Print;
}

/**
 * Takes in a file: a request's body, or what has arrived in parts. It lies in quarantine until its kind is known, no script and no virus is
 * found in it, and what it says of who made it, where and with what is taken out; only then it is kept, under its owner's key.
 * Size and hash are those of what is kept.
 *
 * @throws Problem `body_too_large`, `file_refused`, or `scan_unavailable`
 */
export async function receiveFile(
  services: Pick<Deps, 'db' | 'dataDir' | 'clamdUrl'>,
  content: Readable,
  {
    owner,
    fileName,
    anonymous = false,
    isPublished = false,
    evidence,
  }: {
    readonly owner: Owner;
    readonly fileName: string;
    readonly anonymous?: boolean;
    /** A file of an office for everybody: it may be of Word or Excel too. */
    readonly isPublished?: boolean;
    /** What it is to prove, in a campaign whose policy says what pictures are like; absent: anything is taken. */
    readonly evidence?: { readonly kind: DocumentKind; readonly policy: Policy };
  },
): Promise<ReceivedFile> {
  const { dataDir, clamdUrl = null } = services;
  const arrived = await takeIn(dataDir, content);
  try {
    const mediaType = await (isPublished
      ? publishedTypeOf(arrived.file, fileName)
      : contentTypeOf(arrived.head, fileName));
    await scanForViruses(clamdUrl, arrived.file);
    const file = (await clean(arrived.file, mediaType, anonymous)) ? await measured(arrived) : arrived;
    const judged = evidence ? await judgePicture(arrived.file, mediaType, evidence) : null;
    await keep(services, owner, file);
    return { mediaType, size: file.size, sha256: file.sha256, ...judged };
  } catch (error) {
    await discard(arrived);
    throw error;
  }
}

type Refused = Exclude<PdfFinding, 'passive' | 'stripped'>;
const refusals: Readonly<Record<Refused, BilingualText>> = {
  active: {
    zh: '这份 PDF 含有脚本、会启动程序或夹带其他文件，不能上传；请打印或导出为普通 PDF 后再试。',
    en: 'This PDF contains scripts, starts programs or has other files in it; please print or export it as an ordinary PDF.',
  },
  overfull: {
    zh: '这份 PDF 展开后过大，无法检查；请打印或导出为普通 PDF 后再试。',
    en: 'This PDF unfolds to far more than it seems to hold; please print or export it as an ordinary PDF.',
  },
  damaged: { zh: '这份 PDF 已损坏，无法检查。', en: 'This PDF is damaged and cannot be examined.' },
  empty: { zh: '这份 PDF 没有页面，请重新生成。', en: 'This PDF has no page; please make it again.' },
  encrypted: {
    zh: '这份 PDF 已加密，无法检查；请去除密码后再上传。',
    en: 'This PDF is encrypted and cannot be examined; please remove its password.',
  },
};

/** Refuses what a file must not hold, and takes out what it says of who made it. True: it is another file now. */
async function clean(file: string, mediaType: MediaType, anonymous: boolean): Promise<boolean> {
  const isPdf = mediaType === 'application/pdf';
  if (!isPdf && !mediaType.startsWith('image/')) return false;
  requireOneKind(await readFile(file), mediaType);
  if (!isPdf) return await stripPicture(file);
  // A signature that proves whose paper it is stays, but not that of who must stay unknown.
  const finding = await examinePdf({ file, stripSigned: anonymous });
  if (finding === 'passive' || finding === 'stripped') return finding === 'stripped';
  throw new Problem('file_refused', refusals[finding]);
}

/** Refuses a file that cannot be the evidence it is sent as; of a picture, what was measured. */
async function judgePicture(
  file: string,
  mediaType: MediaType,
  { kind, policy }: { readonly kind: DocumentKind; readonly policy: Policy },
): Promise<Pick<ReceivedFile, 'picture' | 'print'> | null> {
  const measured = mediaType === 'application/pdf' ? null : await measurePicture(file);
  const problem = pictureProblem(kind, measured, policy);
  if (problem) throw new Problem('file_refused', problem, { field: 'kind', clause: problem.clause });
  if (measured === null) return null;
  const picture = pictureOf(kind, measured, policy);
  return isCompared(kind) ? { picture, print: await printOf(file) } : { picture };
}

async function measured({ file, head }: Arrived): Promise<Arrived> {
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { file, head, sha256, size: (await stat(file)).size };
}
