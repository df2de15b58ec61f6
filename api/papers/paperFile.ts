import type { Paper } from '../../documents/paper/paper.js';
import { setPaper } from '../../documents/paper/setPaper.js';
import { signPaper } from '../../documents/paper/signPaper.js';
import { GlyphMissing, type PdfStandard } from '../../documents/paper/typesetting.js';
import { verificationOf } from '../../documents/paper/verification.js';
import { type PrintedPaper, rememberPaper } from '../../records/papers/printedPapers.js';
import { type LocalDate, startOfDay } from '../../rules/calendar/instant.js';
import { Problem } from '../http/problem.js';
import type { Services } from '../services.js';

export type PaperServices = Pick<Services, 'db' | 'clock' | 'publicUrl' | 'paperKey'>;

export interface ToSet {
  readonly kind: string;
  readonly paper: Paper;
  readonly of: Pick<PrintedPaper, 'applicationId' | 'campaignId' | 'subjectId'>;
  readonly standard: PdfStandard;
  /** What its signature states; null: it carries none. */
  readonly signed: Statement | null;
}

/** The day from whose beginning a signature counts, and why it was made. */
interface Statement {
  readonly on: LocalDate;
  readonly reason: string;
}

/** Sets a paper, signs it where it is one that is signed, and remembers it under its code. @throws Problem `paper_unprintable` */
export async function paperFile(
  deps: PaperServices,
  { kind, paper, of, standard, signed }: ToSet,
): Promise<Buffer<ArrayBufferLike>> {
  const verification = verificationOf(kind, paper);
  const set = await setPaper(paper, verification, { publicUrl: deps.publicUrl, standard }).catch((thrown: unknown) => {
    throw thrown instanceof GlyphMissing ? cannotBePrinted(thrown) : thrown;
  });
  const { code, hash } = verification;
  const pdf = signed === null ? set : await withSignature(deps, set, { code, ...signed });
  await rememberPaper(deps.db, { code, hash, kind, ...of, printedAt: await deps.clock() });
  return pdf;
}

/** A paper with the issuer's signature. It states the day of the record, or the first on which the key's certificate holds. */
async function withSignature(
  { paperKey, publicUrl }: Pick<Services, 'paperKey' | 'publicUrl'>,
  pdf: Buffer,
  { code, on, reason }: Statement & { readonly code: string },
): Promise<Buffer> {
  const key = await paperKey();
  const at = Math.max(startOfDay(on), key.validFrom);
  return await signPaper(pdf, key, { at, reason, contact: `${publicUrl}/verify/${code}` });
}

const cannotBePrinted = ({ characters }: GlyphMissing) =>
  new Problem('paper_unprintable', {
    zh: `文书中有不能印刷的字符：${characters.join(' ')}，请改用规范汉字或拉丁字母。`,
    en: `The paper holds characters that cannot be printed: ${characters.join(' ')}. Please use Chinese characters or Latin letters.`,
  });
