import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createSealer } from '../../../api/http/sealing.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pingshen-sealing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a sealed secret is opened by every process of the installation, for what it was sealed for, and by no other', async () => {
  const sealed = await createSealer(folder).seal('秘密', 'motion 1');
  expect(sealed).not.toContain('秘密');
  expect(await createSealer(folder).unseal(sealed, 'motion 1')).toBe('秘密');
  await expect(createSealer(folder).unseal(sealed, 'motion 2')).rejects.toThrow();
  await expect(createSealer(path.join(folder, 'other')).unseal(sealed, 'motion 1')).rejects.toThrow();
});

test('the same secret is sealed differently each time', async () => {
  const sealer = createSealer(folder);
  expect(await sealer.seal('秘密', 'x')).not.toBe(await sealer.seal('秘密', 'x'));
});
