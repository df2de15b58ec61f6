import path from 'node:path';
import { inheritEnvironment, ROOT } from '../config/environment.js';
import { runChecks } from './checks.js';
import { endOnSignal } from './process/endOnSignal.js';
import { launch } from './process/launch.js';
import { runTool } from './process/runTool.js';
import { setup } from './setup/setup.js';
import { needsOf, type TestNeed } from './testNeeds.js';

const print = console.log;
const end = endOnSignal(() => {});
const args = process.argv.slice(2);
const jest = [
  '--import',
  'tsx',
  '--disable-warning=ExperimentalWarning',
  path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
];

/** The suites that the arguments choose, as jest understands them; relative to the repository. */
async function chosenSuites(): Promise<string[]> {
  // With --json the list would be one line.
  const choosing = args.filter((arg) => !/^--(json|outputFile)\b/.test(arg));
  const output = await runTool(process.execPath, [...jest, '--listTests', ...choosing], { cwd: ROOT });
  return output
    .split('\n')
    .filter((line) => path.isAbsolute(line))
    .map((file) => path.relative(ROOT, file).replaceAll(path.sep, '/'));
}

async function runJest(env: Readonly<Record<string, string>>): Promise<number> {
  const options = { cwd: ROOT, env: inheritEnvironment(env), ownTerminal: true };
  const running = await launch(process.execPath, [...jest, ...args], options);
  return (await running.exited).code ?? 1;
}

async function runOnServers(needs: ReadonlySet<TestNeed>): Promise<number> {
  const chosen = <Need extends TestNeed>(...names: readonly Need[]) => names.filter((each) => needs.has(each));
  const check = async () => {
    const checking = args.length === 0;
    await setup({ need: ['prisma', ...chosen('portal'), ...(checking ? (['apiTypes'] as const) : [])], print });
    return !checking || (await runChecks(print));
  };
  // Beside the checks: on a fresh machine a server is compiled, which waits for downloads now and then.
  const [passed] = await Promise.all([check(), setup({ need: chosen('temporal', 'timeSkipping'), print })]);
  if (!passed) return 1;
  // Loaded late: on a fresh clone the tests of the rules run without what this needs.
  const { startTestServices } = await import('./servers/testServices.js');
  const services = await startTestServices(needs);
  const code = await runJest(services.env);
  await services.stop();
  return code;
}

async function main(): Promise<number> {
  const needs = needsOf(args.length === 0 ? ['test/portal/', 'test/integration/engine/'] : await chosenSuites());
  return needs.size === 0 ? await runJest({}) : await runOnServers(needs);
}

try {
  await end(await main());
} catch (error) {
  console.error(error);
  await end(1);
}
