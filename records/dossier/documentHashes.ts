import type { Statements } from '../database.js';

/** Every document an application ever had, removed ones included: a frozen form may name them. */
export async function documentsEver(
  statements: Statements,
  applicationId: string,
): Promise<readonly { readonly id: string; readonly sha256: string; readonly applicantId: string }[]> {
  const { rows } = await statements.query<{ id: string; sha256: string; applicantId: string }>({
    name: 'documents_ever',
    text: `SELECT document.id, sha256, applicant_id AS "applicantId"
           FROM documents AS document JOIN applications AS application ON application.id = application_id
           WHERE application_id = $1::uuid ORDER BY document.id`,
    values: [applicationId],
  });
  return rows;
}
