import type { Instant } from '../../rules/calendar/instant.js';
import { isPaperKind, type PaperName } from '../../rules/papers/paperKinds.js';
import type { Database } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

/** A paper as it was printed first. */
export interface PrintedPaper {
  readonly code: string;
  readonly applicationId: string;
  readonly kind: PaperName;
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
  if (!row || !isPaperKind(row.kind)) return null;
  return { ...row, kind: row.kind, printedAt: instantFrom(row.printedAt) };
}
