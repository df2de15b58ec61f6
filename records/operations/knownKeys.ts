import type { Fingerprints } from '../../config/keyFingerprints.js';
import type { Database } from '../database.js';

/** The fingerprints of the keys under which this database was written. */
export async function knownKeys({ knownKey }: Pick<Database, 'knownKey'>): Promise<Fingerprints> {
  const rows = await knownKey.findMany();
  return Object.fromEntries(rows.map(({ name, fingerprint }) => [name, fingerprint]));
}

/** Notes keys that are not known yet; `replace`: also those that are known otherwise. */
export async function noteKeys(database: Database, keys: Fingerprints, replace: boolean): Promise<void> {
  const data = Object.entries(keys).map(([name, fingerprint]) => ({ name, fingerprint }));
  if (replace) await database.knownKey.deleteMany();
  await database.knownKey.createMany({ data, skipDuplicates: true });
}

/** Whether any uploaded file belongs to this database. */
export async function hasDocuments(database: Pick<Database, 'document' | 'objectionEvidence'>): Promise<boolean> {
  const found = await Promise.all([
    database.document.findFirst({ select: { id: true } }),
    database.objectionEvidence.findFirst({ select: { id: true } }),
  ]);
  return found.some((row) => row !== null);
}
