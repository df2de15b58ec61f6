import { readFile } from 'node:fs/promises';
import type { Verdict } from './verify/verdict.js';

/** The offline verifiers by kind of file. */
const verifiers: Readonly<Record<string, () => Promise<(file: unknown) => Verdict | Promise<Verdict>>>> = {
  ballot: async () => (await import('./verify/ballot.js')).verifyBallots,
  draw: async () => (await import('./verify/draw.js')).verifyDraw,
};
const usage = `用法 / usage: npm run verify -- ${Object.keys(verifiers).join('|')} FILE.json`;

/** Recomputes an exported file from itself alone. Returns whether everything agrees. */
async function main([kind = '', path, ...rest]: readonly string[]): Promise<boolean> {
  const load = Object.hasOwn(verifiers, kind) ? verifiers[kind] : undefined;
  if (load === undefined || path === undefined || rest.length > 0) throw new Error(usage);
  const verify = await load();
  const { about, agreed, difference } = await verify(parse(await readFile(path, 'utf8')));
  for (const line of about) console.log(line);
  for (const line of agreed) console.log(`✓ ${line}`);
  if (difference === null) console.log('核验一致 / everything agrees');
  else console.error(`✗ ${difference}`);
  return difference === null;
}

/** Text that is not JSON fails the format check of every verifier. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
