import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../config/environment.js';
import { until } from '../../../ops/process/ports.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';

let folder: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await throwawayFolder());
});
afterEach(() => remove());

const pidsFile = () => path.join(folder, 'pids.json');
const pids = () => JSON.parse(readFileSync(pidsFile(), 'utf8')) as Record<'obedient' | 'parent' | 'stubborn', number[]>;
const newest = () => Object.values(pids()).map((each) => each.at(-1) as number);

/** Whether any process of the group is alive, grandchildren included. */
function isGroupAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

const allGone = (groups: number[]) => until(async () => !groups.some(isGroupAlive), { timeoutMs: 30_000 });

async function startSupervised(): Promise<ChildProcess> {
  const program = path.join(ROOT, 'test/support/programs/supervised.ts');
  const args = ['--import', 'tsx', program, path.join(folder, 'data'), pidsFile()];
  const supervised = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  await Promise.race([once(supervised.stdout as NodeJS.ReadableStream, 'data'), once(supervised, 'exit')]);
  return supervised;
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'after %s no process is left, not even a stubborn one',
  async (signal) => {
    const supervised = await startSupervised();
    const groups = newest();
    expect(groups.every(isGroupAlive)).toBe(true);
    supervised.kill(signal);
    expect(await once(supervised, 'exit')).toEqual([0, null]);
    expect(await allGone(groups)).toBe(true);
  },
);

test('after kill -9 of the supervisor no process is left either', async () => {
  const supervised = await startSupervised();
  const groups = newest();
  supervised.kill('SIGKILL');
  expect(await allGone(groups)).toBe(true);
});

test('a crashed child is started again', async () => {
  const supervised = await startSupervised();
  const [first = 0] = pids().obedient;
  process.kill(first, 'SIGKILL');
  expect(await until(async () => pids().obedient.length === 2, { timeoutMs: 30_000 })).toBe(true);
  const groups = newest();
  supervised.kill('SIGTERM');
  await once(supervised, 'exit');
  expect(await allGone(groups)).toBe(true);
});

test('a second one on the same data says so and leaves the first alone', async () => {
  const first = await startSupervised();
  const groups = newest();
  const second = await startSupervised();
  expect(second.exitCode).toBe(1);
  expect(groups.every(isGroupAlive)).toBe(true);
  first.kill('SIGTERM');
  await once(first, 'exit');
});

test('after kill -9 the next one starts at once', async () => {
  const killed = await startSupervised();
  const groups = newest();
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const next = await startSupervised();
  expect(next.exitCode).toBeNull();
  expect(await allGone(groups)).toBe(true);
  next.kill('SIGTERM');
  expect(await once(next, 'exit')).toEqual([0, null]);
});
