import { once } from 'node:events';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { motionsUnderWay } from '../../records/meeting/motions.js';
import { voidMotion } from '../../records/meeting/moveMotion.js';
import { motionAfter } from '../../rules/meeting/motionLaw.js';
import { migrate } from '../migrations/migrate.js';
import { type Entry, readSealed, UnreadableBackup } from './sealedFile.js';
import { copyIn, migrationsOf, type Table, tablesOf } from './tables.js';
import { type Contents, type Ending, keptFolders } from './writeBackup.js';

/** Why a restore was refused, before anything was written. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

interface Target {
  /** Of the owner of the tables. */
  readonly ownerUrl: string;
  readonly dataDir: string;
}
type Given = { readonly file: string; readonly keyFile: string };

const notEmpty = (what: string) =>
  `${what} 不是空的：只能恢复到空的系统。 / is not empty: a backup is restored into an empty installation only.`;
const damaged = '备份文件已损坏、不完整或密钥不符 / the backup is damaged, cut off, or was made with another key';
const otherSchema =
  '备份由更新的或其他版本建立 / the backup was made by a newer or another version: restore it with that one';

/**
 * Reads a whole backup without writing anything.
 *
 * @throws RestoreRefused when it is damaged, cut off, or sealed with another key
 */
export async function verifyBackup({
  file,
  keyFile,
}: Given): Promise<{ readonly contents: Contents; readonly ending: Ending }> {
  let contents: Contents | null = null;
  let ending: Ending | null = null;
  let entries = 0;
  try {
    for await (const { name, content } of readSealed(file, keyFile)) {
      if (name === 'contents.json') contents = JSON.parse(content.toString()) as Contents;
      else if (name === 'ending.json') ending = JSON.parse(content.toString()) as Ending;
      else entries += 1;
    }
  } catch (error) {
    if (error instanceof UnreadableBackup) throw new RestoreRefused(`${damaged}: ${error.message}`);
    throw error;
  }
  if (contents === null || ending === null || ending.entries !== entries) throw new RestoreRefused(damaged);
  return { contents, ending };
}

/**
 * Restores a backup into an empty installation: tables in one transaction, files and keys beside it. The backup of an earlier
 * version is loaded into the tables of then, which are migrated after. Motions that were open are void and are voted again;
 * people sign in again. Workflows start from the record at the next start.
 *
 * @throws RestoreRefused before anything is written
 */
export async function restoreBackup({ ownerUrl, dataDir }: Target, given: Given): Promise<Contents> {
  const { contents, ending } = await verifyBackup(given);
  for (const folder of keptFolders) {
    const present = await readdir(path.join(dataDir, folder)).catch(() => []);
    if (present.length > 0) throw new RestoreRefused(notEmpty(path.join(dataDir, folder)));
  }
  const client = new pg.Client(ownerUrl);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await requireEmpty(client, ownerUrl, contents);
    await loadAndMigrate(client, ownerUrl, { contents, ending, dataDir }, given).catch(async (error: unknown) => {
      await client.query('ROLLBACK').catch(() => undefined);
      await leaveEmpty(client, dataDir);
      throw error;
    });
  } finally {
    await client.end();
  }
  return contents;
}

async function loadAndMigrate(client: pg.Client, ownerUrl: string, loaded: Loaded, given: Given): Promise<void> {
  await client.query('BEGIN');
  await load(client, loaded, given);
  await client.query('COMMIT');
  await migrate(ownerUrl);
  await client.query('BEGIN');
  await settle(client);
  await client.query('COMMIT');
}

async function requireEmpty(client: pg.Client, ownerUrl: string, { migrations, tables }: Contents): Promise<void> {
  for (const { name } of await tablesOf(client)) {
    const { rows } = await client.query(`SELECT FROM ${client.escapeIdentifier(name)} LIMIT 1`);
    if (rows.length > 0) throw new RestoreRefused(notEmpty(`数据库 / the database (${name})`));
  }
  await migrate(ownerUrl, undefined, migrations.at(-1));
  const own = await tablesOf(client);
  const same = JSON.stringify([await migrationsOf(client), own]) === JSON.stringify([migrations, tables]);
  if (!same) throw new RestoreRefused(otherSchema);
}

interface Loaded {
  readonly contents: Contents;
  readonly ending: Ending;
  readonly dataDir: string;
}

async function load(client: pg.Client, { contents, ending, dataDir }: Loaded, { file, keyFile }: Given): Promise<void> {
  const { tables } = contents;
  const id = (name: string) => client.escapeIdentifier(name);
  // What triggers write is in the backup already.
  await setTriggers(client, tables, 'DISABLE');
  for await (const entry of readSealed(file, keyFile)) await put(client, entry, tables, dataDir);
  await setTriggers(client, tables, 'ENABLE');
  for (const [name, next] of Object.entries(ending.sequences))
    await client.query('SELECT setval($1::regclass, $2::bigint, false)', [id(name), next]);
}

/** What must not go on from where the backup was taken. */
async function settle(client: pg.Client): Promise<void> {
  // A session that was ended since the backup must not come back, and no process of then serves any more.
  await client.query('DELETE FROM sessions');
  await client.query('DELETE FROM arrival_marks');
  for (const motion of await motionsUnderWay(client)) {
    const state = motionAfter(motion.state, 'void');
    const reason = '由备份恢复，重新表决 / restored from a backup: voted again';
    if (state) await voidMotion(client, { motion, state, at: Date.now(), by: 'void', reason, leader: null });
  }
}

/** An installation that could not be restored whole is as empty as it was. */
async function leaveEmpty(client: pg.Client, dataDir: string): Promise<void> {
  for (const folder of keptFolders) await rm(path.join(dataDir, folder), { recursive: true, force: true });
  const tables = await tablesOf(client);
  await client.query('BEGIN');
  await setTriggers(client, tables, 'DISABLE');
  await client.query(`TRUNCATE ${tables.map(({ name }) => client.escapeIdentifier(name)).join(', ')}`);
  await setTriggers(client, tables, 'ENABLE');
  await client.query('COMMIT');
}

async function setTriggers(client: pg.Client, tables: readonly Table[], to: 'ENABLE' | 'DISABLE'): Promise<void> {
  for (const { name } of tables) await client.query(`ALTER TABLE ${client.escapeIdentifier(name)} ${to} TRIGGER USER`);
}

async function put(
  client: pg.Client,
  { name, content }: Entry,
  tables: readonly Table[],
  dataDir: string,
): Promise<void> {
  const [, kind, rest] = /^(table|file)\/(.+)$/.exec(name) ?? [];
  if (rest === undefined) return;
  if (kind === 'table') {
    const table = tables.find((each) => each.name === rest);
    if (!table) throw new Error(`no table ${rest}`);
    const stream = client.query(copyFrom(copyIn(client, table)));
    if (!stream.write(content)) await once(stream, 'drain');
    stream.end();
    return await finished(stream);
  }
  const target = path.resolve(dataDir, rest);
  if (!target.startsWith(`${path.resolve(dataDir)}${path.sep}`)) throw new Error(`not within the data folder: ${rest}`);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await writeFile(target, content, { mode: 0o600, flush: true });
}
