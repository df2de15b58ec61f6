import { readFile } from 'node:fs/promises';
import type { Connection } from '@temporalio/client';
import type { TemporalEnvironment } from './environment.js';
import { openConnection } from './openConnection.js';

type Given = TemporalEnvironment & { readonly address: string };

const OPEN_ENGINE = [
  'TEMPORAL_ADDRESS 在另一台机器上，须用 TEMPORAL_TLS_CERT 与 TEMPORAL_TLS_KEY，或 TEMPORAL_API_KEY 连接。',
  'TEMPORAL_ADDRESS is on another machine: connect by TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY, or by TEMPORAL_API_KEY.',
].join('\n');
const HALF_A_PAIR = 'TEMPORAL_TLS_CERT 与 TEMPORAL_TLS_KEY 须同时给出 / have to be given together';
const thisMachine = /^(127(\.\d+){3}|localhost|\[::1\]):\d+$/;

/** Connects to the Temporal server of the environment. @throws Error as `securityOf` does */
export async function connectTemporal(temporal: Given): Promise<Connection> {
  return await openConnection({ address: temporal.address, ...(await securityOf(temporal)) });
}

/**
 * How a client or a worker shows a Temporal server who it is: by a client certificate (mTLS), or by a key over TLS.
 *
 * @throws Error when a server on another machine would be reached by neither, or a certificate lacks its key
 */
export async function securityOf({ address, apiKey, tls, tlsCert, tlsKey, tlsCa }: Given) {
  if ((tlsCert === undefined) !== (tlsKey === undefined)) throw new Error(HALF_A_PAIR);
  if (tlsCert === undefined && apiKey === undefined && !thisMachine.test(address)) throw new Error(OPEN_ENGINE);
  const pair =
    tlsCert === undefined || tlsKey === undefined
      ? {}
      : { clientCertPair: { crt: await readFile(tlsCert), key: await readFile(tlsKey) } };
  const authority = tlsCa === undefined ? {} : { serverRootCACertificate: await readFile(tlsCa) };
  return {
    ...(tls ? { tls: { ...pair, ...authority } } : {}),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}
