import { parseArgs } from 'node:util';
import { writeBackup } from './backups/writeBackup.js';
import { runningServers } from './start/runningServers.js';

const usage = '用法 / usage: npm run backup -- FILE --key-file KEYFILE [--postgres-port N]';

/** Backs the running installation up. */
async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'key-file': text, 'postgres-port': text },
  });
  const { 'key-file': keyFile, 'postgres-port': port } = values;
  const [file] = positionals;
  if (file === undefined || keyFile === undefined || positionals.length > 1) throw new Error(usage);
  process.umask(0o077);
  const began = performance.now();
  const source = await runningServers(port === undefined ? [] : [`--postgres-port=${port}`]);
  await writeBackup(source, { file, keyFile }, console.log);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.log(`已备份 / backed up: ${file} (${seconds} s)`);
  console.log(`密钥文件须另处保存，丢失后备份无法恢复 / keep the key elsewhere: without ${keyFile} the backup is lost`);
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
