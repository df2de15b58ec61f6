import { type PaperToServe, sealPlaceOf } from '../../documents/paper/outsideServices.js';
import type { Paper } from '../../documents/paper/paper.js';
import { setPaper } from '../../documents/paper/setPaper.js';
import { signPaper } from '../../documents/paper/signPaper.js';
import { GlyphMissing, type PdfStandard } from '../../documents/paper/typesetting.js';
import { verificationOf } from '../../documents/paper/verification.js';
import { type PrintedPaper, rememberPaper } from '../../records/papers/printedPapers.js';
import { type LocalDate, startOfDay } from '../../rules/calendar/instant.js';
import { Problem } from '../http/problem.js';
import type { Services } from '../services.js';

export type PaperServices = Pick<Services, 'db' | 'clock' | 'publicUrl' | 'paperKey' | 'seal' | 'ofd'>;

export interface ToSet {
  readonly kind: string;
  readonly paper: Paper;
  readonly of: Pick<PrintedPaper, 'applicationId' | 'campaignId' | 'subjectId'>;
  readonly standard: PdfStandard;
  /** What its signature states; null: it carries none. */
  readonly signed: Statement | null;
  /** In which form its file is; absent: PDF. */
  readonly form?: PaperForm;
}

/** OFD where a converter is connected, for archives that keep it. */
export const paperForms = ['pdf', 'ofd'] as const;
export type PaperForm = (typeof paperForms)[number];

/** The day from whose beginning a signature counts, and why it was made. */
interface Statement {
  readonly on: LocalDate;
  readonly reason: string;
}

/**
 * Sets a paper, has it sealed where the office issues it and a seal is connected, signs it where it is one that is signed, and
 * remembers it under its code. In OFD it is neither sealed nor signed here.
 *
 * @throws Problem `paper_unprintable`; `paper_service_unavailable` where seal or converter do not answer; `not_found` without a converter
 */
export async function paperFile(
  deps: PaperServices,
  { kind, paper, of, standard, signed, form = 'pdf' }: ToSet,
): Promise<Buffer<ArrayBufferLike>> {
  const verification = verificationOf(kind, paper);
  const set = await setPaper(paper, verification, { publicUrl: deps.publicUrl, standard }).catch((thrown: unknown) => {
    throw thrown instanceof GlyphMissing ? cannotBePrinted(thrown) : thrown;
  });
  const { code, hash } = verification;
  const served = { title: paper.title, pdf: set, place: sealPlaceOf(paper) };
  const pdf =
    form === 'ofd' ? await asOfd(deps, served) : await withSignature(deps, await sealed(deps, served), code, signed);
  await rememberPaper(deps.db, { code, hash, kind, ...of, printedAt: await deps.clock() });
  return pdf;
}

async function sealed({ seal = null }: PaperServices, { place, ...paper }: PaperToServe): Promise<Buffer> {
  if (seal === null || place === null) return Buffer.from(paper.pdf);
  return Buffer.from(await seal.seal({ ...paper, place }).catch(failed('电子签章', 'the electronic seal')));
}

async function asOfd({ ofd = null }: PaperServices, paper: PaperToServe): Promise<Buffer> {
  if (ofd === null)
    throw new Problem('not_found', { zh: '没有接入OFD转换。', en: 'No converter to OFD is connected.' });
  return Buffer.from(await ofd.convert(paper).catch(failed('OFD转换', 'the converter to OFD')));
}

/** What a service says stays out of the answer: it may hold what is on the paper. */
const failed = (zh: string, en: string) => () => {
  throw new Problem('paper_service_unavailable', {
    zh: `${zh}服务暂时不可用，请稍后再试。`,
    en: `The service of ${en} does not answer; please try again shortly.`,
  });
};

/** A paper with the issuer's signature, where one is asked for. It states the day of the record, or the first on which the key's certificate holds. */
async function withSignature(
  { paperKey, publicUrl }: Pick<Services, 'paperKey' | 'publicUrl'>,
  pdf: Buffer,
  code: string,
  signed: Statement | null,
): Promise<Buffer> {
  if (signed === null) return pdf;
  const { on, reason } = signed;
  const key = await paperKey();
  const at = Math.max(startOfDay(on), key.validFrom);
  return await signPaper(pdf, key, { at, reason, contact: `${publicUrl}/verify/${code}` });
}

const cannotBePrinted = ({ characters }: GlyphMissing) =>
  new Problem('paper_unprintable', {
    zh: `文书中有不能印刷的字符：${characters.join(' ')}，请改用规范汉字或拉丁字母。`,
    en: `The paper holds characters that cannot be printed: ${characters.join(' ')}. Please use Chinese characters or Latin letters.`,
  });
