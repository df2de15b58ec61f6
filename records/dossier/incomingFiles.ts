import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Where an upload lies, unencrypted, while it is examined. */
export const incomingFolder = (dataDir: string): string => path.join(dataDir, 'documents', 'incoming');

/** Where uploads lie, unencrypted, until all their parts have arrived: outside the folders that backups keep. */
export const unfinishedFolder = (dataDir: string): string => path.join(dataDir, 'unfinished-uploads');

/**
 * Removes the files of a folder that were last written before an instant, in ms: nobody works on them any more. Returns how many.
 */
export async function removeAbandonedUploads(folder: string, before: number): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(folder)) {
    const file = path.join(folder, name);
    // Another process may have kept or removed it meanwhile.
    const found = await stat(file).catch(() => null);
    if (!found || found.mtimeMs >= before) continue;
    await rm(file, { force: true, recursive: true });
    removed += 1;
  }
  return removed;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
