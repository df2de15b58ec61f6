import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The secrets of one installation. */
export interface Keys {
  /** keys of the payload codec, base64 of 32 bytes each; `current` encrypts, all decrypt */
  readonly payload: { readonly current: string; readonly keys: Readonly<Record<string, string>> };
  /** HMAC key shared with the bank */
  readonly bank: string;
}

/** Reads the secrets under `dataDir/keys`, making each that is missing. Files are readable by their owner only. */
export async function keys(dataDir: string): Promise<Keys> {
  const folder = path.join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secret = () => randomBytes(32).toString('base64');
  const payload = await keep(path.join(folder, 'payload.json'), () =>
    JSON.stringify({ current: 'k1', keys: { k1: secret() } }, null, 2),
  );
  return {
    payload: JSON.parse(payload),
    bank: await keep(path.join(folder, 'bank.secret'), secret),
  };
}

/** The keys that wrap the data keys of people, base64 of 32 bytes each; `current` wraps, all unwrap. */
export type MasterKeys = Keys['payload'];

/** The master keys in `dataDir/keys`, the first made when it is missing. */
export async function masterKeys(dataDir: string): Promise<MasterKeys> {
  const folder = path.join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = () => JSON.stringify({ current: 'k1', keys: { k1: randomBytes(32).toString('base64') } }, null, 2);
  return JSON.parse(await keep(path.join(folder, 'master.json'), made));
}

/** The HMAC key by which whole ID numbers are found, in `dataDir/keys`, made when it is missing. It never changes. */
export async function lookUpSecret(dataDir: string): Promise<string> {
  const folder = path.join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return await keep(path.join(folder, 'lookup.secret'), () => randomBytes(32).toString('base64'));
}

/** The secret that puts short secrets in the database under seal, in `dataDir/keys`, made when it is missing. */
export async function sealingSecret(dataDir: string): Promise<string> {
  const folder = path.join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return await keep(path.join(folder, 'sealing.secret'), () => randomBytes(32).toString('base64'));
}

/** The file's text, generated once and written atomically, even when two processes start together. */
export async function keep(file: string, make: () => string): Promise<string> {
  const present = await readFile(file, 'utf8').catch(() => undefined);
  if (present !== undefined) return present.trim();
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${make()}\n`, { mode: 0o600, flush: true });
  // link, unlike rename, does not replace what another process made meanwhile
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await readFile(file, 'utf8')).trim();
}
