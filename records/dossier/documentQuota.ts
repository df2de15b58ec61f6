import type { DocumentKind } from '../../rules/dossier/dossier.js';
import type { Statements } from '../database.js';

/** Removed files count too: a frozen dossier may name them, so they stay. */
const ofKind = 200;
const ofApplication = 1_000;
const bytesOfApplication = 1024 ** 3;

/** Whether an application has as many files of a kind, or in all, as it may have. */
export async function isQuotaUsedUp(
  statements: Statements,
  applicationId: string,
  kind: DocumentKind,
): Promise<boolean> {
  const { rows } = await statements.query<{ full: boolean }>({
    name: 'document_quota',
    text: `SELECT count(*) FILTER (WHERE kind = $2) >= $3 OR count(*) >= $4 OR COALESCE(sum(size), 0) >= $5 AS full
           FROM documents WHERE application_id = $1`,
    values: [applicationId, kind, ofKind, ofApplication, bytesOfApplication],
  });
  return rows[0]?.full ?? false;
}
