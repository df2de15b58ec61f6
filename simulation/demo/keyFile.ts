import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What an installation keeps of its demo outside the database. */
export interface DemoKey {
  /** The password of every demo account. */
  readonly password: string;
  /**
   * The demo campaign, so that its workflows can be found when the database has been deleted and the engine's has not.
   */
  readonly campaignId: string;
}

const fileIn = (dataDir: string) => path.join(dataDir, 'keys', 'demo.json');

/** Reads the key; null when there is none. */
export async function readDemoKey(dataDir: string): Promise<DemoKey | null> {
  try {
    return JSON.parse(await readFile(fileIn(dataDir), 'utf8')) as DemoKey;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes the key atomically, readable by its owner only. */
export async function keepDemoKey(dataDir: string, key: DemoKey): Promise<void> {
  const file = fileIn(dataDir);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
}

/** A password that can be read out: without characters that look alike. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const parts = Array.from({ length: 4 }, () =>
    Array.from(randomBytes(4), (byte) => letters[byte % letters.length]).join(''),
  );
  return parts.join('-');
}
