import { readEnvironment } from '../config/environment.js';
import { rotateKey } from '../config/rotateKeys.js';
import { closeDatabase, openDatabase } from '../records/database.js';

const usage = '用法 / usage: npm run rotate-keys [-- --prepare]';

/**
 * Rotates the key that seals what the engine keeps, and the master key that wraps the data keys of people. Data keys are
 * wrapped anew where the database is given; otherwise the next worker that starts does it.
 */
async function main(given: readonly string[]): Promise<void> {
  const prepare = given.length === 1 && given[0] === '--prepare';
  if (given.length > 0 && !prepare) throw new Error(usage);
  const { dataDir, databaseUrl } = readEnvironment();
  for (const which of ['payload', 'master'] as const) {
    const { current, ids } = await rotateKey(dataDir, which, { prepare });
    console.log(`${which}：当前密钥 / current key: ${current}；可解密 / readable: ${ids.join(', ')}`);
  }
  if (!prepare && databaseUrl !== undefined) {
    const database = openDatabase(databaseUrl, { dataDir });
    const rewrapped = await database.vault.rewrap().finally(() => closeDatabase(database));
    console.log(`已用新主密钥重新包裹 ${rewrapped} 个数据密钥。 / ${rewrapped} data keys wrapped anew.`);
  }
  console.log('请重新启动所有进程。 / Restart every process.');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
