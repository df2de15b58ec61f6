import { readEnvironment } from '../config/environment.js';
import { rotatePayloadKey } from '../config/rotateKeys.js';

const usage = '用法 / usage: npm run rotate-keys [-- --prepare]';

/** Rotates the key that seals what the engine keeps. */
async function main(given: readonly string[]): Promise<void> {
  const prepare = given.length === 1 && given[0] === '--prepare';
  if (given.length > 0 && !prepare) throw new Error(usage);
  const { current, ids } = await rotatePayloadKey(readEnvironment().dataDir, { prepare });
  console.log(`当前密钥 / current key: ${current}；可解密 / readable: ${ids.join(', ')}`);
  console.log('请重新启动所有进程。 / Restart every process.');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
