import type { Statements } from '../database.js';

/** Every document an application ever had, removed ones included: a frozen form may name them. */
export async function documentsEver(
  statements: Statements,
  applicationId: string,
): Promise<readonly { readonly id: string; readonly sha256: string }[]> {
  const { rows } = await statements.query<{ id: string; sha256: string }>({
    name: 'documents_ever',
    text: 'SELECT id, sha256 FROM documents WHERE application_id = $1::uuid ORDER BY id',
    values: [applicationId],
  });
  return rows;
}
