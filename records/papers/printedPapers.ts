import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

/** A paper as it was printed first: of an application, or of a campaign or one of its meetings or sessions. */
export interface PrintedPaper {
  readonly code: string;
  readonly applicationId: string | null;
  readonly campaignId: string | null;
  readonly subjectId: string | null;
  readonly kind: string;
  readonly hash: string;
  readonly printedAt: Instant;
}

/** Remembers a paper under its code; one that is remembered already keeps its first instant. */
export async function rememberPaper({ printedPaper }: Database, { printedAt, ...paper }: PrintedPaper): Promise<void> {
  await printedPaper.createMany({ data: [{ ...paper, printedAt: stored(printedAt) }], skipDuplicates: true });
}

/** The paper of a code, or null. */
export async function findPaper({ printedPaper }: Database, code: string): Promise<PrintedPaper | null> {
  const row = await printedPaper.findUnique({ where: { code } });
  return row && { ...row, printedAt: instantFrom(row.printedAt) };
}
