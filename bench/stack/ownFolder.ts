import { rmSync } from 'node:fs';
import { throwawayFolder } from '../../ops/process/throwawayFolder.js';

/** A temporary folder that is removed when this process exits in any way; its children have ended by then. */
export async function ownFolder(): Promise<string> {
  const { folder } = await throwawayFolder();
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
