import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../../config/environment.js';
import { until } from '../../../ops/process/ports.js';
import { processIdentity } from '../../../ops/process/processIdentity.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';

let folder: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await throwawayFolder());
});
afterEach(() => remove());

const cache = () => path.join(folder, 'pingshen');
const soon = (ask: () => boolean) => until(async () => ask(), { timeoutMs: 30_000 });

/** Begins the build with a `go` that runs these lines as its installation; ends when its input does. */
async function begin(...install: readonly string[]): Promise<ChildProcess> {
  const go = path.join(folder, 'bin', 'go');
  await mkdir(path.dirname(go));
  await writeFile(go, ['#!/bin/sh', '[ "$1" = env ] && echo go1.26.8 && exit', ...install].join('\n'));
  await chmod(go, 0o755);
  const module = path.join(ROOT, 'ops', 'setup', 'buildEarly.mjs');
  const program = `import { buildTemporalEarly } from ${JSON.stringify(module)};
    process.stdin.on('end', () => process.exit()).resume();
    console.log(await buildTemporalEarly('http://127.0.0.1:1/'));`;
  const env = { PATH: `${path.dirname(go)}:/bin:/usr/bin`, XDG_CACHE_HOME: folder };
  const options = { env, stdio: ['pipe', 'pipe', 'inherit'] as ['pipe', 'pipe', 'inherit'] };
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], options);
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('true\n');
  return child;
}

/** The process that compiles, started by a `go` that goes on for ever. */
const endless = ['sleep 1000 &', 'echo $! > "$GOBIN/../pid.new"; mv "$GOBIN/../pid.new" "$GOBIN/../pid"', 'wait'];
async function compiler(): Promise<number> {
  expect(await soon(() => existsSync(path.join(cache(), 'pid')))).toBe(true);
  return Number(await readFile(path.join(cache(), 'pid'), 'utf8'));
}

test('what is built while the dependencies are installed appears whole', async () => {
  const child = await begin('echo program > "$GOBIN/temporal"');
  expect(await soon(() => existsSync(path.join(cache(), 'temporal-v1.5.1')))).toBe(true);
  expect(await readdir(cache())).toEqual(['temporal-v1.5.1']);
  expect(await readdir(path.join(cache(), 'temporal-v1.5.1'))).toEqual(['temporal']);
  child.stdin?.end();
  await once(child, 'exit');
});

test('when the installation is ended, neither a compiler nor a draft is left', async () => {
  const child = await begin(...endless);
  const pid = await compiler();
  child.stdin?.end();
  await once(child, 'exit');
  expect(await soon(() => processIdentity(pid) === undefined)).toBe(true);
  expect(await readdir(cache())).toEqual(['pid']);
});

test('after kill -9 no compiler is left either', async () => {
  const child = await begin(...endless);
  const pid = await compiler();
  child.kill('SIGKILL');
  expect(await soon(() => processIdentity(pid) === undefined)).toBe(true);
});
