import { readFile } from 'node:fs/promises';
import { NativeConnection } from '@temporalio/worker';
import type { TemporalEnvironment } from '../config/environment.js';

/** Connects a worker to the Temporal server of the environment, with its API key and TLS. */
export async function connectWorker(temporal: TemporalEnvironment): Promise<NativeConnection> {
  const { address = '127.0.0.1:7233', apiKey, tls, tlsCert, tlsKey } = temporal;
  const pair =
    tlsCert !== undefined && tlsKey !== undefined
      ? { clientCertPair: { crt: await readFile(tlsCert), key: await readFile(tlsKey) } }
      : true;
  return await NativeConnection.connect({
    address,
    ...(tls ? { tls: pair } : {}),
    ...(apiKey === undefined ? {} : { apiKey }),
  });
}
