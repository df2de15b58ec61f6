import { Client } from '@temporalio/client';
import { keys } from '../../config/keys.js';
import { createDataConverter } from '../../config/payloadCodec.js';
import { connectTemporal } from '../../config/temporalConnection.js';
import { confirmInstallation } from '../../engine/confirmInstallation.js';
import { temporalEngine } from '../../engine/engine.js';
import { reconcile } from '../../engine/reconcile.js';
import { closeDatabase, openDatabase } from '../../records/database.js';
import type { Print } from '../process/progress.js';
import type { runningServers } from '../start/runningServers.js';

const uncounted = { reconciled: { inc: () => undefined } };

/** Compares every workflow with its record, once, and begins again what differs. False: something is still astray. */
export async function reconcileOnce(
  servers: Awaited<ReturnType<typeof runningServers>>,
  print: Print,
): Promise<boolean> {
  const { databaseUrl, temporal, dataDir, publicUrl } = servers;
  const secrets = await keys(dataDir);
  const db = openDatabase(databaseUrl, { name: 'pingshen reconcile' });
  const connection = await connectTemporal(temporal);
  const dataConverter = createDataConverter(secrets.payload);
  const client = new Client({ connection, namespace: temporal.namespace, dataConverter });
  const engine = temporalEngine(client, { publicUrl });
  const say = (detail: object, message?: string) => print(`${JSON.stringify(detail)} ${message ?? ''}`);
  const logger = { info: say, warn: say, error: say };
  try {
    await confirmInstallation({ ...servers, db, client, secrets });
    const { rebuilt, astray } = await reconcile({
      db,
      engine,
      clock: Date.now,
      clockOffset: 0,
      logger,
      metrics: uncounted,
    });
    print(`已重建 / begun again or stopped: ${rebuilt.length}；未能核对 / still astray: ${astray.length}`);
    return astray.length === 0;
  } finally {
    await engine.rest();
    await connection.close();
    await closeDatabase(db);
  }
}
