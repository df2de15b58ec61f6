import { NativeConnection } from '@temporalio/worker';
import type { TemporalEnvironment } from '../config/environment.js';
import { securityOf } from '../config/temporalConnection.js';

/** Connects a worker to the Temporal server of the environment. @throws Error as `securityOf` does */
export async function connectWorker(temporal: TemporalEnvironment): Promise<NativeConnection> {
  const { address = '127.0.0.1:7233' } = temporal;
  return await NativeConnection.connect({ address, ...(await securityOf({ ...temporal, address })) });
}
