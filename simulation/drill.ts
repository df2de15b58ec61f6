import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../config/environment.js';
import { endOnSignal } from '../ops/process/endOnSignal.js';
import { setup } from '../ops/setup/setup.js';

const print = console.log;
const usage = '用法 / usage: npm run drill -- [--from TAG|COMMIT]';

/** Release 1.0.0, by its commit: a clone may lack the tag. */
const firstRelease = '0c18aaa76d5187a33e3baa46484353e6d7c7c056';

/** Upgrades a cluster under load from a release to this build, back, and forward again. @returns the exit code */
async function main(tag: string): Promise<number> {
  await setup({ need: ['prisma'], print });
  const { checkOut } = await import('./drill/checkOut.js');
  const { runDrill } = await import('./drill/runDrill.js');
  const { dataDir } = readEnvironment();
  const from = await checkOut(tag, path.join(dataDir, 'drill'), print);
  const isRight = await runDrill({ from, tag, bundleFolder: path.join(dataDir, 'bundle'), print });
  return isRight ? 0 : 1;
}

let isStopping = false;
const end = endOnSignal((reason) => {
  isStopping = true;
  if (reason) print(`正在结束 / stopping ${reason}`);
});

async function run(): Promise<number> {
  try {
    const { values } = parseArgs({ options: { from: { type: 'string', default: firstRelease } } });
    return await main(values.from);
  } catch (error) {
    if (!isStopping) console.error(error instanceof TypeError ? `${error.message}\n${usage}` : error);
    return 1;
  }
}

await end(await run());
