import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { processIdentity } from '../process/processIdentity.js';

/**
 * The folder `name` in the user's cache directory, filled by `fill` when it is missing. It appears complete or not at
 * all: `fill` writes to a draft beside it, and the draft of a killed process is removed by the next one.
 */
export async function cached(cacheDir: string, name: string, fill: (draft: string) => Promise<void>): Promise<string> {
  const folder = path.join(cacheDir, name);
  if (existsSync(folder)) return folder;
  await mkdir(cacheDir, { recursive: true });
  await removeAbandoned(cacheDir);
  const draft = await mkdtemp(path.join(cacheDir, `draft-${process.pid}-`));
  try {
    await fill(draft);
    // Two clones may build at once; the second keeps the result of the first.
    await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
      if (!['ENOTEMPTY', 'EEXIST'].includes(error.code ?? '')) throw error;
    });
  } finally {
    await remove(draft);
  }
  return folder;
}

async function removeAbandoned(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    const [kind, pid] = name.split('-');
    if (kind === 'draft' && processIdentity(Number(pid)) === undefined) await remove(path.join(cacheDir, name));
  }
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 3 });
