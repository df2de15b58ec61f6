import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../config/environment.js';
import { claimDataDir } from './process/dataDirClaim.js';
import { startPostgres } from './servers/postgres.js';
import { postgresUser } from './servers/postgresUser.js';
import { setup } from './setup/setup.js';
import { closeDataDir } from './start/closeDataDir.js';

const usage = '用法 / usage: npm run restore -- FILE --key-file KEYFILE';

/** Restores a backup into an empty installation that is not running. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'key-file': { type: 'string' } } });
  const [file] = positionals;
  const keyFile = values['key-file'];
  if (file === undefined || keyFile === undefined || positionals.length > 1) throw new Error(usage);
  process.umask(0o077);
  await setup({ need: ['prisma'], print: console.log });
  // Loaded late: it imports the database client, which setup may have had to generate first.
  const { restoreBackup } = await import('./backups/restoreBackup.js');
  const { dataDir, databaseUrl, migrationDatabaseUrl } = readEnvironment();
  await closeDataDir(dataDir, await postgresUser());
  const release = await claimDataDir(dataDir, console.log);
  const given = migrationDatabaseUrl ?? databaseUrl;
  const postgres = given === undefined ? await startPostgres({ dataDir: path.join(dataDir, 'postgres') }) : null;
  const began = performance.now();
  try {
    const { at } = await restoreBackup({ ownerUrl: given ?? postgres?.url ?? '', dataDir }, { file, keyFile });
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(
      `已恢复 ${at} 的备份，请运行 npm start / restored the backup of ${at}, now run npm start (${seconds} s)`,
    );
  } finally {
    await postgres?.stop();
    release();
  }
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
