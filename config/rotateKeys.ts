import { randomBytes } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keys, type MasterKeys, masterKeys } from './keys.js';

/** The keys of an installation that rotate: those that seal what the engine keeps, and those that wrap data keys. */
const rotating = {
  payload: async (dataDir: string) => (await keys(dataDir)).payload,
  master: masterKeys,
} as const;

/**
 * Adds a key, or takes the one that was prepared, and makes it current; with `prepare` it is only added, so that every
 * process can know it before one uses it. Old keys stay, for what they sealed. Returns the ids.
 */
export async function rotateKey(
  dataDir: string,
  which: keyof typeof rotating,
  { prepare }: { readonly prepare: boolean },
): Promise<{ readonly current: string; readonly ids: readonly string[] }> {
  const known = await rotating[which](dataDir);
  const rotated = prepare ? added(known) : promoted(known);
  const file = path.join(dataDir, 'keys', `${which}.json`);
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(rotated, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
  return { current: rotated.current, ids: Object.keys(rotated.keys) };
}

const numberOf = (id: string) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0);

function latest({ keys: all }: MasterKeys): number {
  return Math.max(...Object.keys(all).map(numberOf));
}

function added(known: MasterKeys): MasterKeys {
  if (latest(known) > numberOf(known.current)) return known;
  const id = `k${latest(known) + 1}`;
  return { ...known, keys: { ...known.keys, [id]: randomBytes(32).toString('base64') } };
}

function promoted(known: MasterKeys): MasterKeys {
  const ready = added(known);
  return { ...ready, current: `k${latest(ready)}` };
}
