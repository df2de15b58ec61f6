import { createHash } from 'node:crypto';
import { readFile, rename, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import sharp from 'sharp';
import type { Owner } from '../../records/sealed/dataKeys.js';
import type { DocumentKind } from '../../rules/dossier/dossier.js';
import { type Picture, pictureOf, pictureProblem } from '../../rules/dossier/pictures.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { contentTypeOf, type MediaType, publishedTypeOf } from './contentType.js';
import { examinePdf, type PdfFinding } from './examinePdf.js';
import { measurePicture } from './measurePicture.js';
import { scanForViruses } from './scanForViruses.js';
import { type Arrived, discard, keep, takeIn } from './storage.js';

/** A file that was taken in and lies in its place. */
export interface ReceivedFile {
  readonly mediaType: MediaType;
  readonly size: number;
  readonly sha256: string;
  /** Of a picture that is evidence: its size, and what to look at. */
  readonly picture?: Picture;
}

/**
 * Takes in a file: a request's body, or what has arrived in parts. It lies in quarantine until its kind is known, no script and no virus is
 * found in it, and, where its sender is to stay unknown, what it says of them is taken out; only then it is kept, under its owner's key.
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
    if (mediaType === 'application/pdf') requirePassive(await examinePdf({ file: arrived.file, strip: anonymous }));
    else if (anonymous) await stripImage(arrived.file, mediaType);
    const picture = evidence ? await judgePicture(arrived.file, mediaType, evidence) : null;
    const file = anonymous ? await measured(arrived) : arrived;
    await keep(services, owner, file);
    return { mediaType, size: file.size, sha256: file.sha256, ...(picture ? { picture } : {}) };
  } catch (error) {
    await discard(arrived);
    throw error;
  }
}

const refusals: Readonly<Record<Exclude<PdfFinding, 'passive'>, { readonly zh: string; readonly en: string }>> = {
  active: {
    zh: '这份 PDF 含有脚本或会启动程序，不能上传；请打印或导出为普通 PDF 后再试。',
    en: 'This PDF contains scripts or starts programs; please print or export it as an ordinary PDF.',
  },
  damaged: { zh: '这份 PDF 已损坏，无法检查。', en: 'This PDF is damaged and cannot be examined.' },
  encrypted: {
    zh: '这份 PDF 已加密，无法检查；请去除密码后再上传。',
    en: 'This PDF is encrypted and cannot be examined; please remove its password.',
  },
};

function requirePassive(finding: PdfFinding): void {
  if (finding !== 'passive') throw new Problem('file_refused', refusals[finding]);
}

/** Refuses a file that cannot be the evidence it is sent as; of a picture, what was measured. */
async function judgePicture(
  file: string,
  mediaType: MediaType,
  { kind, policy }: { readonly kind: DocumentKind; readonly policy: Policy },
): Promise<Picture | null> {
  const measured = mediaType === 'application/pdf' ? null : await measurePicture(file);
  const problem = pictureProblem(kind, measured, policy);
  if (problem) throw new Problem('file_refused', problem, { field: 'kind', clause: problem.clause });
  return measured && pictureOf(kind, measured, policy);
}

/** Writes an image anew: turned the right way up, without place, time and camera. */
async function stripImage(file: string, mediaType: MediaType): Promise<void> {
  const clean = `${file}.clean`;
  const image = sharp(file, { limitInputPixels: 120_000_000 }).rotate();
  const written = mediaType === 'image/png' ? image.png() : image.jpeg({ quality: 92 });
  await written.toFile(clean).catch(() => {
    throw new Problem('file_refused', {
      zh: '图片已损坏，无法读取。',
      en: 'The image is damaged and cannot be read.',
    });
  });
  await rename(clean, file);
}

async function measured({ file, head }: Arrived): Promise<Arrived> {
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { file, head, sha256, size: (await stat(file)).size };
}
