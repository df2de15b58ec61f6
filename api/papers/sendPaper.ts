import type { Response } from 'express';
import type { Paper } from '../../documents/paper/paper.js';
import { setPaper } from '../../documents/paper/setPaper.js';
import { GlyphMissing, type PdfStandard } from '../../documents/paper/typesetting.js';
import { verificationOf } from '../../documents/paper/verification.js';
import { type PrintedPaper, rememberPaper } from '../../records/papers/printedPapers.js';
import type { Deps } from '../deps.js';
import { renderInPage, sendFile } from '../documents/sendFile.js';
import { Problem } from '../http/problem.js';

interface ToSend {
  readonly kind: string;
  readonly paper: Paper;
  readonly of: Pick<PrintedPaper, 'applicationId' | 'campaignId' | 'subjectId'>;
  readonly fileName: string;
  readonly standard: PdfStandard;
  readonly inline: boolean;
}

/** Sets a paper, remembers it under its code, and sends it. @throws Problem `paper_unprintable` */
export async function sendPaper(
  deps: Pick<Deps, 'db' | 'clock' | 'publicUrl'>,
  response: Response,
  { kind, paper, of, fileName, standard, inline }: ToSend,
): Promise<void> {
  const verification = verificationOf(kind, paper);
  const pdf = await setPaper(paper, verification, { publicUrl: deps.publicUrl, standard }).catch((thrown: unknown) => {
    throw thrown instanceof GlyphMissing ? cannotBePrinted(thrown) : thrown;
  });
  const { code, hash } = verification;
  await rememberPaper(deps.db, { code, hash, kind, ...of, printedAt: await deps.clock() });
  response.attachment(fileName);
  if (inline) renderInPage(response);
  sendFile(response, { fileName: '', mediaType: 'application/pdf' }, pdf);
}

const cannotBePrinted = ({ characters }: GlyphMissing) =>
  new Problem('paper_unprintable', {
    zh: `文书中有不能印刷的字符：${characters.join(' ')}，请改用规范汉字或拉丁字母。`,
    en: `The paper holds characters that cannot be printed: ${characters.join(' ')}. Please use Chinese characters or Latin letters.`,
  });
