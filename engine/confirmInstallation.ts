import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import {
  type Fingerprints,
  fingerprintsOf,
  foreignKeys,
  OtherInstallation,
  ofPayloads,
} from '../config/keyFingerprints.js';
import { type Keys, lookUpSecret, masterKeys, sealingSecret } from '../config/keys.js';
import type { Database } from '../records/database.js';
import { hasDocuments, knownKeys, noteKeys } from '../records/operations/knownKeys.js';
import { namespaceKeys, noteNamespaceKeys } from './namespaceKeys.js';

interface Installation {
  readonly db: Database;
  readonly client: Pick<Client, 'workflowService' | 'options'>;
  readonly dataDir: string;
  readonly secrets: Keys;
  /** the keys were changed on purpose: note them in place of those that are known */
  readonly acceptNewKeys?: boolean;
}

/**
 * Makes sure that keys, database, engine and documents belong together before a process serves or works. With other keys
 * it would answer that all is well, and nothing it takes in would ever happen. What is used for the first time is noted.
 *
 * @throws OtherInstallation naming the place and the keys
 */
export async function confirmInstallation({ db, client, dataDir, secrets, acceptNewKeys = false }: Installation) {
  const own = fingerprintsOf(secrets, {
    sealing: await sealingSecret(dataDir),
    lookUp: await lookUpSecret(dataDir),
    master: await masterKeys(dataDir),
  });
  const folder = path.join(dataDir, 'documents');
  if (!acceptNewKeys) {
    requireOwn('数据库 / the database', await knownKeys(db), own);
    requireOwn('流程引擎的命名空间 / the namespace of the engine', await namespaceKeys(client), ofPayloads(own));
    const marked = await marksOf(folder);
    requireOwn(`材料文件夹 / the folder of documents ${folder}`, marked ?? {}, own);
    if (marked === null && (await hasDocuments(db))) throw new OtherInstallation(noDocuments(folder));
  }
  await noteKeys(db, own, acceptNewKeys);
  await noteNamespaceKeys(client, ofPayloads(own));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path.join(folder, 'keys.json'), JSON.stringify(own, null, 2), { mode: 0o600 });
}

function requireOwn(place: string, known: Fingerprints, own: Fingerprints): void {
  const foreign = foreignKeys(known, own);
  if (foreign.length === 0) return;
  throw new OtherInstallation(
    [
      `密钥不属于同一系统：${place}（${foreign.join('、')}）。请检查 PINGSHEN_DATA；有意更换密钥时，以 PINGSHEN_ACCEPT_KEYS=true 启动一次。`,
      'These keys are of another installation. Check PINGSHEN_DATA; when you changed them on purpose, start once with PINGSHEN_ACCEPT_KEYS=true.',
    ].join('\n'),
  );
}

const noDocuments = (folder: string) =>
  [
    `数据库中的材料不在此文件夹：${folder}。请检查 PINGSHEN_DATA；材料已丢失时，以 PINGSHEN_ACCEPT_KEYS=true 启动一次。`,
    'The documents of this database are not in this folder. Check PINGSHEN_DATA; when they are lost, start once with PINGSHEN_ACCEPT_KEYS=true.',
  ].join('\n');

async function marksOf(folder: string): Promise<Fingerprints | null> {
  const text = await readFile(path.join(folder, 'keys.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : (JSON.parse(text) as Fingerprints);
}
