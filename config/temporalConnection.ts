import { readFile } from 'node:fs/promises';
import { Connection } from '@temporalio/client';
import type { TemporalEnvironment } from './environment.js';

/** Connects to the Temporal server of the environment, with its API key and TLS. */
export async function connectTemporal(
  temporal: TemporalEnvironment & { readonly address: string },
): Promise<Connection> {
  const { address, apiKey, tls, tlsCert, tlsKey } = temporal;
  const pair =
    tlsCert !== undefined && tlsKey !== undefined
      ? { clientCertPair: { crt: await readFile(tlsCert), key: await readFile(tlsKey) } }
      : true;
  return await Connection.connect({
    address,
    ...(tls ? { tls: pair } : {}),
    ...(apiKey === undefined ? {} : { apiKey }),
  });
}
