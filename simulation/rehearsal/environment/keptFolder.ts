import { mkdir, rm } from 'node:fs/promises';

/** An empty folder that stays: what an earlier rehearsal left in it goes. */
export async function keptFolder(folder: string): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(folder, { recursive: true, mode: 0o711 });
  return { folder, remove: async () => {} };
}
