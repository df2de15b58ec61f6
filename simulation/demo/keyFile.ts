import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What an installation keeps of its demo outside the database. */
export interface DemoKey {
  /** Of every demo account. */
  readonly password: string;
  /** The campaign whose workflows are the demo's, in case the database is thrown away and the engine's memory is not. */
  readonly campaignId: string;
}

const fileIn = (dataDir: string) => path.join(dataDir, 'keys', 'demo.json');

/** The key as it was kept, or null. */
export async function readDemoKey(dataDir: string): Promise<DemoKey | null> {
  try {
    return JSON.parse(await readFile(fileIn(dataDir), 'utf8')) as DemoKey;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Keeps a key, readable by its owner only, whole or not at all. */
export async function keepDemoKey(dataDir: string, key: DemoKey): Promise<void> {
  const file = fileIn(dataDir);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
}

/** A password a person can read out: without letters that look like others. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const parts = Array.from({ length: 4 }, () =>
    Array.from(randomBytes(4), (byte) => letters[byte % letters.length]).join(''),
  );
  return parts.join('-');
}
