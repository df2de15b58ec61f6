import { Client } from '@temporalio/client';
import { keys } from '../../config/keys.js';
import { createDataConverter } from '../../config/payloadCodec.js';
import { connectTemporal } from '../../config/temporalConnection.js';
import { temporalEngine } from '../../engine/engine.js';
import { closeDatabase, isReachable, openDatabase } from '../../records/database.js';
import type { SeedInput } from '../start/seedContract.js';
import { importFile } from './importFile.js';

/** Imports a file into a running installation; see `importFile`. */
export async function importInto(
  { databaseUrl, temporal, dataDir, publicUrl }: Omit<SeedInput, 'print'>,
  file: string,
  print: SeedInput['print'],
): Promise<boolean> {
  const secrets = await keys(dataDir);
  const db = openDatabase(databaseUrl, { name: 'pingshen-import', dataDir });
  if (!(await isReachable(db))) throw new Error('连不上数据库，请先运行 npm start。 / run npm start first');
  const connection = await connectTemporal(temporal);
  const dataConverter = createDataConverter(secrets.payload);
  const client = new Client({ connection, namespace: temporal.namespace, dataConverter });
  try {
    return await importFile({ db, engine: temporalEngine(client, { publicUrl }), dataDir, print }, file);
  } finally {
    await connection.close();
    await closeDatabase(db);
  }
}
