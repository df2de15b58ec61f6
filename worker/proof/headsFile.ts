import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SignedHeads } from '../../records/proof/signedHeads.js';
import { canonical } from '../../rules/canonical.js';

/** The file outside the database that holds every signed line, one a line, only ever appended to. */
const headsFile = (dataDir: string) => path.join(dataDir, 'heads', 'signed-heads.jsonl');

/** Appends a signed line and waits until it is on the disk. */
export async function appendHeads(dataDir: string, line: SignedHeads): Promise<void> {
  const file = headsFile(dataDir);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await appendFile(file, `${canonical(line)}\n`, { mode: 0o600, flush: true });
}

/** Every line of the file; none where there is no file. A line that is not whole, after a power cut, is left out. */
export async function readHeads(dataDir: string): Promise<readonly SignedHeads[]> {
  const text = await readFile(headsFile(dataDir), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as SignedHeads];
    } catch {
      return [];
    }
  });
}
