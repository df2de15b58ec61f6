import { cp, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../config/environment.js';
import { verifyBackup } from './backups/restoreBackup.js';
import { readSealed, writeUnsealed } from './backups/sealedFile.js';

const usage = '用法 / usage: npm run release-copy -- BACKUP --key-file KEYFILE';

/** Keeps what this release leaves behind, for the tests of later ones: the backup of a demo, and the recorded histories. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'key-file': { type: 'string' } } });
  const [file] = positionals;
  const keyFile = values['key-file'];
  if (file === undefined || keyFile === undefined || positionals.length > 1) throw new Error(usage);
  await verifyBackup({ file, keyFile });
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(ROOT, 'test', 'releases', version);
  // Fails where the release was kept before: what was released does not change.
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder);
  await writeUnsealed(path.join(folder, 'installation.tar.gz'), readSealed(file, keyFile));
  const histories = path.join(ROOT, 'test', 'integration', 'workflows', 'histories');
  await cp(histories, path.join(folder, 'histories'), { recursive: true });
  console.log(`已保存 / kept: test/releases/${version}`);
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
