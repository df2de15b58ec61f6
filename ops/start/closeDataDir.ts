import { chmod, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { SystemUser } from '../servers/postgresUser.js';

/** Of another user: PostgreSQL closes its own folder. */
const OF_POSTGRES = /^postgres(\.new)?$/;

/**
 * Makes the data folder readable by nobody but the user of this process, with what an earlier version left open in it.
 * Another user, as whom PostgreSQL runs, may pass through to its own folder and sees no names.
 */
export async function closeDataDir(dataDir: string, postgres: SystemUser | undefined): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, postgres === undefined ? 0o700 : 0o711);
  for (const entry of await readdir(dataDir, { withFileTypes: true })) {
    if (OF_POSTGRES.test(entry.name) || !(entry.isDirectory() || entry.isFile())) continue;
    await chmod(path.join(dataDir, entry.name), entry.isDirectory() ? 0o700 : 0o600);
  }
}
