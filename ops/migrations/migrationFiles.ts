import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** One script of the migrations folder. */
export interface MigrationFile {
  readonly name: string;
  /** The name with a checksum of the script: what a database remembers, so that an edited script is noticed. */
  readonly id: string;
  readonly script: string;
}

/** The scripts of a migrations folder, in the order of their names. */
export async function migrationFiles(folder: string): Promise<readonly MigrationFile[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql'));
  return await Promise.all(files.sort().map((file) => readMigration(path.join(folder, file))));
}

async function readMigration(file: string): Promise<MigrationFile> {
  const name = path.basename(file, '.sql');
  const script = await readFile(file, 'utf8');
  const checksum = createHash('sha256').update(script).digest('hex').slice(0, 16);
  return { name, id: `${name}@${checksum}`, script };
}
