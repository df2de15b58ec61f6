import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readKeys } from './verify/signedFile.js';
import { type FileKind, fileKinds, verifyFile } from './verify/verifyFile.js';

const usage = `用法 / usage: npm run verify -- ${fileKinds.join('|')} FILE.json [public-keys.json]
公钥取自 / the public keys come from: GET /api/proof/keys`;

/** Recomputes an exported file from itself and the public keys alone. Returns whether everything agrees. */
async function main([kind = '', file, keyFile, ...rest]: readonly string[]): Promise<boolean> {
  if (!isKind(kind) || file === undefined || rest.length > 0) throw new Error(usage);
  const beside = keyFile ?? path.join(path.dirname(file), 'public-keys.json');
  const keys = readKeys(await readFile(beside, 'utf8').catch(() => ''));
  if (keys === null) throw new Error(`没有公钥 / no public keys: ${beside}\n${usage}`);
  const { about, agreed, unknown = [], difference } = await verifyFile(kind, await readFile(file, 'utf8'), keys);
  for (const line of about) console.log(line);
  for (const line of agreed) console.log(`✓ ${line}`);
  for (const line of unknown) console.log(`? ${line}`);
  if (difference === null) console.log('核验一致 / everything agrees');
  else console.error(`✗ ${difference}`);
  return difference === null;
}

function isKind(kind: string): kind is FileKind {
  return (fileKinds as readonly string[]).includes(kind);
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
