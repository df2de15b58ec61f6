import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../../config/environment.js';
import { until } from '../../../ops/process/ports.js';
import { processIdentity } from '../../../ops/process/processIdentity.js';
import { familyOf } from '../../../ops/process/processorTime.js';

function start(...args: string[]): ChildProcess {
  const command = ['--import', 'tsx', path.join(ROOT, 'simulation', 'rehearse.ts'), ...args];
  return spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The first matching line of its standard output. */
async function line(child: ChildProcess, pattern: RegExp): Promise<string> {
  if (!child.stdout) throw new Error('its output is read');
  for await (const one of createInterface({ input: child.stdout })) if (pattern.test(one)) return one;
  throw new Error(`it ended without ${pattern}`);
}

const foldersOf = (pid: number) =>
  readdirSync(os.tmpdir()).filter((name) => name.startsWith(`pingshen-throwaway-${pid}-`));

test('Ctrl-C in the middle of a rehearsal leaves no process and no folder', async () => {
  const child = start('--count', '12');
  const pid = child.pid as number;
  await line(child, /^2024-07-23/);
  const family = familyOf(pid).map((one) => ({ pid: one.pid, identity: processIdentity(one.pid) }));
  expect(foldersOf(pid)).not.toEqual([]);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  expect(foldersOf(pid)).toEqual([]);
  const alive = () => family.filter((one) => one.identity !== undefined && processIdentity(one.pid) === one.identity);
  // The starter of the time-skipping server checks its parent once a second.
  await until(async () => alive().length === 0, { timeoutMs: 30_000 });
  expect(alive()).toEqual([]);
}, 120_000);

test('an invalid option is refused with the options there are', async () => {
  const child = start('--count', 'many');
  let printed = '';
  child.stderr?.on('data', (text) => {
    printed += text;
  });
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(printed).toContain('npm run rehearse -- [--count N] [--keep] [--notice ID | --policy FILE]');
});
