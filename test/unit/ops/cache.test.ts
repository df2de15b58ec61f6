import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { cached } from '../../../ops/servers/cache.mjs';

let folder: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await throwawayFolder());
});
afterEach(() => remove());

const fill = async (draft: string) => await writeFile(path.join(draft, 'program'), 'whole');

test('a cached folder is filled once', async () => {
  let times = 0;
  const count = async (draft: string) => {
    times++;
    await fill(draft);
  };
  const [one, other] = [await cached(folder, 'tool', count), await cached(folder, 'tool', count)];
  expect(one).toBe(other);
  expect(times).toBe(1);
  expect(await readFile(path.join(one, 'program'), 'utf8')).toBe('whole');
});

test('a failed attempt leaves nothing, and the next one succeeds', async () => {
  const fail = async (draft: string) => {
    await writeFile(path.join(draft, 'program'), 'half');
    throw new Error('no way out');
  };
  await expect(cached(folder, 'tool', fail)).rejects.toThrow('no way out');
  expect(await readdir(folder)).toEqual([]);
  expect(await readdir(await cached(folder, 'tool', fill))).toEqual(['program']);
});

test('two clones at once both get a whole copy', async () => {
  const [one, other] = await Promise.all([cached(folder, 'tool', fill), cached(folder, 'tool', fill)]);
  expect(one).toBe(other);
  expect(await readdir(folder)).toEqual(['tool']);
});

test('the draft of a killed process is removed by the next one', async () => {
  const { pid } = spawnSync('/bin/true');
  await mkdir(path.join(folder, `draft-${pid}-abc`));
  await cached(folder, 'tool', fill);
  expect(await readdir(folder)).toEqual(['tool']);
});

test('a folder that another process fills is waited for, and filled here when the other fails', async () => {
  const draft = path.join(folder, `draft-${process.pid}-tool-abcdef`);
  await mkdir(draft);
  const waiting = async <Result>(work: () => Promise<Result>) => {
    const waited = work();
    await rm(draft, { recursive: true });
    return await waited;
  };
  expect(await readdir(await cached(folder, 'tool', fill, waiting))).toEqual(['program']);
  expect(await readdir(folder)).toEqual(['tool']);
});

test('a draft without a sign of life is not waited for: its number may belong to another process by now', async () => {
  const draft = path.join(folder, `draft-${process.pid}-tool-abcdef`);
  await mkdir(draft);
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(draft, longAgo, longAgo);
  await cached(folder, 'tool', fill);
  expect(await readdir(folder)).toEqual(['tool']);
});
