import { randomBytes } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Keys, keys } from './keys.js';

/**
 * Adds a payload key, or takes the one that was prepared, and makes it current; with `prepare` it is only added, so that
 * every process can know it before one uses it. Old keys stay, for the histories they sealed. Returns the ids.
 */
export async function rotatePayloadKey(
  dataDir: string,
  { prepare }: { readonly prepare: boolean },
): Promise<{ readonly current: string; readonly ids: readonly string[] }> {
  const { payload } = await keys(dataDir);
  const rotated = prepare ? added(payload) : promoted(payload);
  const file = path.join(dataDir, 'keys', 'payload.json');
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(rotated, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
  return { current: rotated.current, ids: Object.keys(rotated.keys) };
}

type PayloadKeys = Keys['payload'];

const numberOf = (id: string) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0);

function latest({ keys: known }: PayloadKeys): number {
  return Math.max(...Object.keys(known).map(numberOf));
}

function added(payload: PayloadKeys): PayloadKeys {
  if (latest(payload) > numberOf(payload.current)) return payload;
  const id = `k${latest(payload) + 1}`;
  return { ...payload, keys: { ...payload.keys, [id]: randomBytes(32).toString('base64') } };
}

function promoted(payload: PayloadKeys): PayloadKeys {
  const ready = added(payload);
  return { ...ready, current: `k${latest(ready)}` };
}
