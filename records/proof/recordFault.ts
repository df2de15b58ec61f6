import type { Database, Statements } from '../database.js';
import { isWhole } from '../dossier/documentFile.js';
import { documentsEver } from '../dossier/documentHashes.js';
import { applicationFault } from './applicationFault.js';
import { campaignFault } from './campaignFault.js';
import type { Fault, RecordKind } from './fault.js';
import { readRecord } from './readRecord.js';
import { papersFault, sanctionFault } from './registerFault.js';

/** The first thing of an application's record that does not hold, or null. Its files are not read. */
export async function applicationRecordFault(statements: Statements, id: string): Promise<Fault | null> {
  const record = await readRecord(statements, id);
  if (!record) return { what: 'chain', at: 'application' };
  return applicationFault(record) ?? (await papersFault(statements, id)) ?? (await sanctionFault(statements, id));
}

/** The first file of an application that is missing or differs, or null. */
export async function filesFault(statements: Statements, dataDir: string, id: string): Promise<Fault | null> {
  for (const { id: document, sha256 } of await documentsEver(statements, id)) {
    if (!(await isWhole(dataDir, sha256))) return { what: 'file', at: document };
  }
  return null;
}

/** The first thing of a record that does not hold, or null; with its files where `dataDir` is given. */
export async function recordFault(
  { pool }: Pick<Database, 'pool'>,
  kind: RecordKind,
  subject: string,
  dataDir?: string,
): Promise<Fault | null> {
  if (kind === 'campaign') return await campaignFault(pool, subject);
  if (kind === 'sanctions') return await sanctionFault(pool);
  const fault = await applicationRecordFault(pool, subject);
  return fault ?? (dataDir === undefined ? null : await filesFault(pool, dataDir, subject));
}
