import { mkdir, rm } from 'node:fs/promises';

/** Empties a folder that is kept at the end of the rehearsal. */
export async function keptFolder(folder: string): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(folder, { recursive: true, mode: 0o711 });
  return { folder, remove: async () => {} };
}
