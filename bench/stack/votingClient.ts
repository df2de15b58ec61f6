import { constants, createPrivateKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createSealer } from '../../api/http/sealing.js';
import type { Motion } from '../../records/meeting/motions.js';
import { messageOf, type PaperKind } from '../../rules/meeting/ballot/papers.js';
import { send } from '../../simulation/http/request.js';

const padding = constants.RSA_PKCS1_PSS_PADDING;

/**
 * Creates papers as voters' pages would have unblinded them. Blinding in JavaScript costs a telephone some tens of
 * milliseconds, and would cost this machine more than everything measured; so the benchmark opens the motion's keys and
 * signs with them, which the server cannot distinguish.
 */
export async function paperMaker(dataDir: string, { id, sealedKeys }: Pick<Motion, 'id' | 'sealedKeys'>) {
  const secret = await createSealer(dataDir).unseal(sealedKeys ?? '', `motion ${id}`);
  const der = JSON.parse(secret) as Record<PaperKind, string>;
  const read = (key: string) => createPrivateKey({ key: Buffer.from(key, 'base64'), type: 'pkcs8', format: 'der' });
  const keys: Record<PaperKind, KeyObject> = { ballot: read(der.ballot), receipt: read(der.receipt) };
  const paper = (kind: PaperKind) => {
    const serial = randomBytes(32).toString('hex');
    const message = Buffer.from(messageOf(kind, id, serial));
    return {
      serial,
      signature: sign('sha384', message, { key: keys[kind], padding, saltLength: 48 }).toString('base64'),
    };
  };
  return () => ({ ballot: { ...paper('ballot'), choice: 'agree' as const }, receipt: paper('receipt') });
}

/** A blinded request: random bytes below any modulus, like a real one. */
export function blindedRequest() {
  const blinded = () => Buffer.concat([Buffer.alloc(1), randomBytes(255)]).toString('base64');
  return { ballot: blinded(), receipt: blinded() };
}

/** Sends JSON, in a session when its token is given. @throws Error with the answer unless the status is 2xx */
export async function sendJson(url: string, body: object, key?: string, method = 'POST'): Promise<unknown> {
  const session = key === undefined ? {} : { cookie: `pingshen.session=${key}` };
  const headers = { 'content-type': 'application/json', ...session };
  const { status, text } = await send({ method, url, headers, body: JSON.stringify(body) });
  if (status < 200 || status > 299) throw new Error(`${method} ${url}: ${status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}
