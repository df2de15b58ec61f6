import { rmSync } from 'node:fs';
import { throwawayFolder } from '../../ops/process/throwawayFolder.js';

/** A folder that is gone when this process ends, on whatever path: its children have ended by then. */
export async function ownFolder(): Promise<string> {
  const { folder } = await throwawayFolder();
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
