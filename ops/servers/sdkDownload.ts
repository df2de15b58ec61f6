import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Print, withProgress } from '../process/progress.js';

/** The SDK's option for where to put the download. */
export interface DownloadTo {
  readonly type: 'cached-download';
  readonly downloadDir: string;
}

/**
 * Lets the Temporal SDK download a program. The SDK does so only by starting it once, which also tells whether it runs
 * here; without network access it fails within milliseconds.
 *
 * @param program where to put it, in an empty folder
 * @returns whether it was downloaded
 */
export async function downloadBySdk(
  program: string,
  what: string,
  start: (executable: DownloadTo) => Promise<{ teardown(): Promise<void> }>,
  print: Print,
): Promise<boolean> {
  const downloadDir = path.dirname(program);
  try {
    const server = await withProgress(print, what, () => start({ type: 'cached-download', downloadDir }));
    await server.teardown();
  } catch {
    print('无法下载，改用别的办法 / no download possible, trying another way');
    for (const name of await readdir(downloadDir)) await rm(path.join(downloadDir, name), { force: true });
    return false;
  }
  const [name] = await readdir(downloadDir);
  if (name !== undefined) await rename(path.join(downloadDir, name), program);
  return name !== undefined;
}
