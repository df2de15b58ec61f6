import type { ReadScan, ScanReading } from '../../rules/dossier/checks/scanFindings.js';
import type { DocumentKind } from '../../rules/dossier/dossier.js';
import type { Database } from '../database.js';
import type { Owner } from '../sealed/dataKeys.js';

const about = (documentId: string) => `reading/${documentId}`;

/** Keeps what was read on a document, encrypted with its owner's key. */
export async function keepReading(
  { pool, vault }: Pick<Database, 'pool' | 'vault'>,
  owner: Owner,
  { documentId, reading }: Pick<ReadScan, 'documentId' | 'reading'>,
): Promise<void> {
  await pool.query({
    name: 'keep_reading',
    text: 'INSERT INTO document_readings (document_id, sealed) VALUES ($1::uuid, $2)',
    values: [documentId, await vault.sealText(owner, JSON.stringify(reading), about(documentId))],
  });
}

/** What was read on these documents; of a person whose key was erased nothing. */
export async function readingsOf(
  { pool, vault }: Pick<Database, 'pool' | 'vault'>,
  documentIds: readonly string[],
): Promise<readonly ReadScan[]> {
  if (documentIds.length === 0) return [];
  const { rows } = await pool.query<{ documentId: string; kind: DocumentKind; sealed: string }>({
    name: 'scan_readings_of',
    text: `SELECT document_id AS "documentId", kind, sealed FROM document_readings
           JOIN documents ON documents.id = document_id WHERE document_id = ANY ($1::uuid[])`,
    values: [documentIds],
  });
  const opened = rows.map(async ({ documentId, kind, sealed }) => {
    const text = await vault.openText(sealed, about(documentId));
    return text === null ? [] : [{ documentId, kind, reading: JSON.parse(text) as ScanReading }];
  });
  return (await Promise.all(opened)).flat();
}
