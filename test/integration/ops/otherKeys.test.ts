import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client, type Connection } from '@temporalio/client';
import { keys } from '../../../config/keys.js';
import { openConnection } from '../../../config/openConnection.js';
import { confirmInstallation } from '../../../engine/confirmInstallation.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { createNamespace } from '../../support/namespace.js';

let databases: TestDatabase[];
let db: Database;
let fresh: Database;
let connection: Connection;
let client: Client;
let emptyNamespace: Client;
const folders: string[] = [];

beforeAll(async () => {
  const [engine, other] = await Promise.all([createNamespace('other_keys'), createNamespace('other_keys_empty')]);
  databases = await Promise.all([createDatabase('other_keys'), createDatabase('other_keys_fresh')]);
  [db, fresh] = databases.map(({ url }) => openDatabase(url, { poolSize: 2 })) as [Database, Database];
  connection = await openConnection({ address: engine.address });
  client = new Client({ connection, namespace: engine.namespace });
  emptyNamespace = new Client({ connection, namespace: other.namespace });
});
afterAll(async () => {
  await connection.close();
  await Promise.all([closeDatabase(db), closeDatabase(fresh)]);
  await Promise.all(databases.map((database) => database.drop()));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

async function dataFolder() {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'pingshen-keys-'));
  folders.push(dataDir);
  return { dataDir, secrets: await keys(dataDir) };
}

test('a process with other keys, or another folder of documents, refuses to start, and says why', async () => {
  const own = await dataFolder();
  await confirmInstallation({ db, client, ...own });
  await confirmInstallation({ db, client, ...own });

  const foreign = await dataFolder();
  await expect(confirmInstallation({ db, client: emptyNamespace, ...foreign })).rejects.toThrow(
    /the database.*payload/,
  );
  await expect(confirmInstallation({ db: fresh, client, ...foreign })).rejects.toThrow(/namespace of the engine/);

  // A second payload key is no other installation: keys rotate.
  const { payload } = own.secrets;
  const rotated = { current: 'k2', keys: { ...payload.keys, k2: Buffer.alloc(32, 1).toString('base64') } };
  await confirmInstallation({ db, client, dataDir: own.dataDir, secrets: { ...own.secrets, payload: rotated } });

  const kept = path.join(own.dataDir, 'documents');
  await rm(kept, { recursive: true });
  await confirmInstallation({ db, client, ...own });
  await databases[0]?.asOwner(
    `INSERT INTO documents (id, application_id, kind, file_name, media_type, size, sha256, uploaded_by, uploaded_at)
     VALUES (gen_random_uuid(), gen_random_uuid(), 'other', 'f', 'm', 1, '${'a'.repeat(64)}', 'u', now())`,
  );
  await rm(kept, { recursive: true });
  await expect(confirmInstallation({ db, client, ...own })).rejects.toThrow(/not in this folder/);

  const changed = { ...own, secrets: { ...own.secrets, bank: 'another' } };
  await confirmInstallation({ db, client, ...own, acceptNewKeys: true });
  await expect(confirmInstallation({ db, client, ...changed })).rejects.toThrow(/bank/);
  await confirmInstallation({ db, client, ...changed, acceptNewKeys: true });
  await confirmInstallation({ db, client, ...changed });
});
