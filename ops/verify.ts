import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readKeys } from './verify/signedFile.js';
import { readCertificates, verifySignedPaper } from './verify/signedPaper.js';
import type { Verdict } from './verify/verdict.js';
import { type FileKind, fileKinds, verifyFile } from './verify/verifyFile.js';

const usage = `用法 / usage: npm run verify -- ${fileKinds.join('|')} FILE.json [public-keys.json]
               npm run verify -- paper FILE.pdf [paper-certificates.pem]
公钥取自 / the public keys come from: GET /api/proof/keys, GET /api/proof/paper-certificates`;

/** Recomputes an exported file, or checks a signed paper, from itself and the public keys alone. Whether everything agrees. */
async function main([kind = '', file, keyFile, ...rest]: readonly string[]): Promise<boolean> {
  if ((!isKind(kind) && kind !== 'paper') || file === undefined || rest.length > 0) throw new Error(usage);
  const verdict = isKind(kind) ? await ofRecord(kind, file, keyFile) : await ofPaper(file, keyFile);
  const { about, agreed, unknown = [], difference } = verdict;
  for (const line of about) console.log(line);
  for (const line of agreed) console.log(`✓ ${line}`);
  for (const line of unknown) console.log(`? ${line}`);
  if (difference === null) console.log('核验一致 / everything agrees');
  else console.error(`✗ ${difference}`);
  return difference === null;
}

async function ofRecord(kind: FileKind, file: string, keyFile: string | undefined): Promise<Verdict> {
  const keys = await read(keyFile ?? beside(file, 'public-keys.json'), readKeys);
  return await verifyFile(kind, await readFile(file, 'utf8'), keys);
}

async function ofPaper(file: string, keyFile: string | undefined): Promise<Verdict> {
  const certificates = await read(keyFile ?? beside(file, 'paper-certificates.pem'), readCertificates);
  return await verifySignedPaper(await readFile(file), certificates);
}

const beside = (file: string, name: string) => path.join(path.dirname(file), name);

async function read<Keys>(file: string, parse: (text: string) => Keys | null): Promise<Keys> {
  const keys = parse(await readFile(file, 'utf8').catch(() => ''));
  if (keys === null) throw new Error(`没有公钥 / no public keys: ${file}\n${usage}`);
  return keys;
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
