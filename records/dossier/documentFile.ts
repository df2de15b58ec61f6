import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Where the file with this sha256 lies. */
export function documentFile(dataDir: string, sha256: string): string {
  return path.join(dataDir, 'documents', sha256.slice(0, 2), sha256.slice(2));
}

/** Whether the file is there and its content has this sha256. */
export async function isWhole(dataDir: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(documentFile(dataDir, sha256)), hash);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}
