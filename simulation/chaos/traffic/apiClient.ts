import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../../rules/calendar/instant.js';
import { sessionHeader } from '../../hurried/provenSession.js';
import type { Person } from './people.js';

export interface Reply {
  readonly status: number;
  /** Which API answered, where a proxy says so. */
  readonly servedBy?: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What somebody asks for: the same each time it is asked. */
export interface Asking {
  readonly person: Person;
  readonly path: string;
  readonly body: object;
  readonly key: string;
  readonly method?: 'POST' | 'PATCH';
  /** Everything but the last byte is sent at once, the last byte not before this instant. */
  readonly lastByteAt?: Instant;
}

/** Asks once. @throws when nobody answers */
export async function ask(
  url: string,
  { person, path, body, key, method = 'POST', lastByteAt }: Asking,
): Promise<Reply> {
  const headers = {
    ...sessionHeader(person.key),
    'content-type': 'application/json',
    'idempotency-key': key,
  };
  const signal = AbortSignal.timeout(20_000);
  const text = JSON.stringify(body);
  const sent =
    lastByteAt === undefined ? { body: text } : { body: heldBack(text, lastByteAt), duplex: 'half' as const };
  const response = await fetch(`${url}${path}`, { method, headers, signal, ...sent });
  const by = response.headers.get('x-served-by');
  const servedBy = by === null ? {} : { servedBy: Number(by) };
  return { status: response.status, ...servedBy, body: (await response.json()) as Reply['body'] };
}

async function* heldBack(text: string, until: Instant) {
  const bytes = new TextEncoder().encode(text);
  yield bytes.subarray(0, -1);
  await sleep(Math.max(0, until - Date.now()));
  yield bytes.subarray(-1);
}

/** Asks under the same key until there is an answer, as a patient program does: 200, 201, or a refusal. */
export async function insist(url: string, asking: Asking): Promise<Reply> {
  for (;;) {
    const reply = await ask(url, asking).catch(() => null);
    if (reply && reply.status !== 202 && reply.status !== 429 && reply.status < 500) return reply;
    await sleep(150);
  }
}

/** Uploads a file as evidence. @throws when nobody answers */
export async function upload(
  url: string,
  { person, path }: Pick<Asking, 'person' | 'path'>,
  file: Buffer,
): Promise<Reply> {
  const headers = { ...sessionHeader(person.key), 'content-type': 'application/octet-stream' };
  const signal = AbortSignal.timeout(20_000);
  const body = new Uint8Array(file);
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, signal, body });
  return { status: response.status, body: (await response.json()) as Reply['body'] };
}

/** Downloads a file. Null: it is not served. @throws when nobody answers */
export async function download(url: string, { person, path }: Pick<Asking, 'person' | 'path'>): Promise<Buffer | null> {
  const headers = sessionHeader(person.key);
  const response = await fetch(`${url}${path}`, { headers, signal: AbortSignal.timeout(20_000) });
  return response.ok ? Buffer.from(await response.arrayBuffer()) : null;
}
