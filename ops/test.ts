import path from 'node:path';
import { inheritEnvironment, ROOT } from '../config/environment.js';
import { runChecks } from './checks.js';
import { endOnSignal } from './process/endOnSignal.js';
import { launch } from './process/launch.js';
import { startTestServices } from './servers/testServices.js';
import { type Need, setup } from './setup/setup.js';

const print = console.log;
const end = endOnSignal(() => {});
const args = process.argv.slice(2);
const chosen = args.filter((arg) => !arg.startsWith('-'));
// The law is tested without any server; so it is quick, and runs on a machine that can get none.
const onlyRules = chosen.length > 0 && chosen.every((arg) => arg.startsWith('test/rules'));

// Tests of one room do not wait for the pages to be built, unless they look at them.
const looksAtPages = chosen.length === 0 || chosen.some((arg) => arg.includes('portal'));
const needed: readonly Need[] = ['prisma', 'temporal', 'timeSkipping', ...(looksAtPages ? (['portal'] as const) : [])];

async function runJest(env: Readonly<Record<string, string>>): Promise<number> {
  const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const running = await launch(process.execPath, [...flags, jest, ...args], {
    cwd: ROOT,
    env: inheritEnvironment(env),
    ownTerminal: true,
  });
  return (await running.exited).code ?? 1;
}

async function main(): Promise<number> {
  if (onlyRules) return await runJest({});
  await setup({ need: needed, print });
  if (chosen.length === 0 && !(await runChecks(print))) return 1;
  const services = await startTestServices();
  const code = await runJest(services.env);
  await services.stop();
  return code;
}

try {
  await end(await main());
} catch (error) {
  console.error(error);
  await end(1);
}
