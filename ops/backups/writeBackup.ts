import { readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Print } from '../process/progress.js';
import { backupKey, type Entry, writeSealed } from './sealedFile.js';
import { copyOut, migrationsOf, sequencesOf, type Table, tablesOf } from './tables.js';

/** What a backup begins with. */
export interface Contents {
  readonly format: 1;
  readonly at: string;
  readonly migrations: readonly string[];
  readonly tables: readonly Table[];
}
/** What it ends with: a file without this is not whole. */
export interface Ending {
  readonly entries: number;
  readonly sequences: Readonly<Record<string, string>>;
}

/** Folders of the data folder that belong to the installation; the others can be made anew. */
export const keptFolders = ['keys', 'documents', 'heads'] as const;
const slice = 4 * 1024 * 1024;

/**
 * Writes everything the installation has to keep into one encrypted file, while it runs: every table as of one instant,
 * files, keys. The engine keeps nothing that the record does not. Appears under its name when it is whole.
 *
 * @throws Error when the file is there already
 */
export async function writeBackup(
  source: { readonly databaseUrl: string; readonly dataDir: string },
  { file, keyFile }: { readonly file: string; readonly keyFile: string },
  print: Print,
): Promise<void> {
  const draft = `${file}.part`;
  const client = new pg.Client({ connectionString: source.databaseUrl, application_name: 'pingshen backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await writeSealed(draft, await backupKey(keyFile), entriesOf(client, source.dataDir, print));
    await client.query('COMMIT');
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* entriesOf(client: pg.Client, dataDir: string, print: Print): AsyncGenerator<Entry> {
  const tables = await tablesOf(client);
  const contents: Contents = {
    format: 1,
    at: new Date().toISOString(),
    migrations: await migrationsOf(client),
    tables,
  };
  let entries = 0;
  yield json('contents.json', contents);
  for (const table of tables) {
    for await (const content of slices(client.query(copyTo(copyOut(client, table))))) {
      entries += 1;
      yield { name: `table/${table.name}`, content };
    }
  }
  print(`${tables.length} 张表 / tables`);
  // After the tables: a file is written before its row, so none that a row names is missing.
  for (const folder of keptFolders) {
    for (const name of await filesUnder(path.join(dataDir, folder))) {
      const content = await readFile(path.join(dataDir, folder, name)).catch(() => null);
      if (content === null) continue;
      entries += 1;
      yield { name: `file/${folder}/${name.split(path.sep).join('/')}`, content };
    }
  }
  const ending: Ending = { entries, sequences: await sequencesOf(client) };
  yield json('ending.json', ending);
}

/** Rows in pieces of some megabytes; a piece ends with a row, whose end is the only line feed in what COPY writes. */
async function* slices(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let kept = Buffer.alloc(0);
  for await (const part of rows) {
    kept = Buffer.concat([kept, part]);
    const end = kept.lastIndexOf('\n') + 1;
    if (kept.length < slice || end === 0) continue;
    yield kept.subarray(0, end);
    kept = kept.subarray(end);
  }
  if (kept.length > 0) yield kept;
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = all.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
}

const json = (name: string, value: object): Entry => ({ name, content: Buffer.from(JSON.stringify(value)) });
