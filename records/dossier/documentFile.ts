import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../database.js';
import type { Owner } from '../sealed/dataKeys.js';

/** A file of evidence: whose it is, and its content's SHA-256. */
export interface FileName {
  readonly owner: Owner;
  readonly sha256: string;
}

interface Place {
  readonly dataDir: string;
  readonly db: Pick<Database, 'vault'>;
}

/** Where a file lies. Its name tells neither what is in it nor whether somebody else has the same. */
export async function documentFile({ dataDir, db: { vault } }: Place, file: FileName): Promise<string> {
  const name = await vault.keyedHash(aboutFile(file));
  return path.join(dataDir, 'documents', name.slice(0, 2), name.slice(2));
}

const aboutFile = ({ owner, sha256 }: FileName) => `file/${owner}/${sha256}`;

/** Puts a file into its place, encrypted as a whole with its owner's key; the same content again changes nothing. */
export async function keepFile(where: Place, name: FileName, content: Buffer): Promise<void> {
  const place = await documentFile(where, name);
  const folder = path.dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${place}.${randomUUID()}`;
  const sealed = await where.db.vault.seal(name.owner, content, aboutFile(name));
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(sealed);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, place);
  // The name in its folder must survive a power cut as well as the content.
  const entry = await open(folder, 'r');
  await entry.sync();
  await entry.close();
}

/**
 * The content of a file, or null when its owner's key was erased.
 *
 * @throws when it is missing, or is not what was put there
 */
export async function readFileOf(where: Place, name: FileName): Promise<Buffer | null> {
  const sealed = await readFile(await documentFile(where, name));
  return await where.db.vault.open(sealed, aboutFile(name));
}

/** Whether a file is unchanged. One whose owner's key was erased cannot be read any more and counts as unchanged. */
export async function isWhole(where: Place, name: FileName): Promise<boolean> {
  return await readFileOf(where, name).then(
    () => true,
    () => false,
  );
}
