import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { processIdentity } from './processIdentity.js';

const PREFIX = 'pingshen-throwaway-';

/** Creates a folder under the system's temporary one. Removes folders that killed processes left behind. */
export async function throwawayFolder(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  for (const name of await readdir(os.tmpdir())) {
    if (name.startsWith(PREFIX) && processIdentity(Number(name.slice(PREFIX.length).split('-')[0])) === undefined) {
      await rm(path.join(os.tmpdir(), name), { recursive: true, force: true }).catch(() => {});
    }
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL may run as another user and must be able to reach its own folder inside.
  await chmod(folder, 0o711);
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
