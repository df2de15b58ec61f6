import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { closeDataDir } from '../../../ops/start/closeDataDir.js';

let dataDir: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  const { folder, ...made } = await throwawayFolder();
  ({ remove } = made);
  dataDir = path.join(folder, 'data');
  for (const each of ['logs', 'mail', 'documents', 'postgres'])
    await mkdir(path.join(dataDir, each), { recursive: true });
  await writeFile(path.join(dataDir, 'temporal.db'), 'what an earlier version left open');
  for (const each of ['', 'logs', 'mail', 'documents', 'temporal.db']) await chmod(path.join(dataDir, each), 0o777);
  await chmod(path.join(dataDir, 'postgres'), 0o750);
});
afterAll(() => remove());

const modeOf = async (name: string) => ((await stat(path.join(dataDir, name))).mode & 0o777).toString(8);

test('the data folder and all in it are closed to other users, however they were left', async () => {
  await closeDataDir(dataDir, undefined);
  for (const folder of ['', 'logs', 'mail', 'documents']) expect(await modeOf(folder)).toBe('700');
  expect(await modeOf('temporal.db')).toBe('600');
});

test('PostgreSQL as another user passes through to its own folder, which it closes itself', async () => {
  await closeDataDir(dataDir, { uid: 65534, gid: 65534 });
  expect(await modeOf('')).toBe('711');
  expect(await modeOf('logs')).toBe('700');
  expect(await modeOf('postgres')).toBe('750');
});
