import type { Database } from '../database.js';
import { isWhole } from '../dossier/documentFile.js';
import { documentsEver } from '../dossier/documentHashes.js';
import { personOwner } from '../sealed/sealedDossier.js';
import { applicationFault } from './applicationFault.js';
import { campaignFault } from './campaignFault.js';
import type { Fault, RecordKind } from './fault.js';
import { readRecord } from './readRecord.js';
import { papersFault, sanctionFault } from './registerFault.js';

type Keyed = Pick<Database, 'pool' | 'vault'>;

/** The first thing of an application's record that does not hold, or null. Its files are not read. */
export async function applicationRecordFault(database: Keyed, id: string): Promise<Fault | null> {
  const { pool } = database;
  const record = await readRecord(database, id);
  if (!record) return { what: 'chain', at: 'application' };
  return applicationFault(record) ?? (await papersFault(pool, id)) ?? (await sanctionFault(pool, id));
}

/** The first file of an application that is missing or differs, or null. */
export async function filesFault(db: Keyed, dataDir: string, id: string): Promise<Fault | null> {
  for (const { id: document, sha256, applicantId } of await documentsEver(db.pool, id)) {
    if (!(await isWhole({ dataDir, db }, { owner: personOwner(applicantId), sha256 })))
      return { what: 'file', at: document };
  }
  return null;
}

/** The first thing of a record that does not hold, or null; with its files where `dataDir` is given. */
export async function recordFault(
  database: Keyed,
  kind: RecordKind,
  subject: string,
  dataDir?: string,
): Promise<Fault | null> {
  const { pool } = database;
  if (kind === 'campaign') return await campaignFault(pool, subject);
  if (kind === 'sanctions') return await sanctionFault(pool);
  const fault = await applicationRecordFault(database, subject);
  return fault ?? (dataDir === undefined ? null : await filesFault(database, dataDir, subject));
}
