import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { keys } from '../../../config/keys.js';
import { rotateKey } from '../../../config/rotateKeys.js';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'pingshen-keys-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

test('the secrets are created once and stay the same', async () => {
  const first = await keys(dataDir);
  expect(await keys(dataDir)).toEqual(first);
  expect(Buffer.from(first.payload.keys[first.payload.current] ?? '', 'base64')).toHaveLength(32);
  expect(first.bank).not.toBe(first.payload.keys[first.payload.current]);
});

test('only their owner can read the secrets', async () => {
  await keys(dataDir);
  expect((await stat(path.join(dataDir, 'keys'))).mode & 0o777).toBe(0o700);
  for (const name of ['payload.json', 'bank.secret']) {
    const file = path.join(dataDir, 'keys', name);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).length).toBeGreaterThan(40);
  }
});

test('two processes that start together agree on the secrets', async () => {
  const [one, other, third] = await Promise.all([keys(dataDir), keys(dataDir), keys(dataDir)]);
  expect(one).toEqual(other);
  expect(one).toEqual(third);
});

test('a rotated payload key is the current one, and the old one stays readable; one that was prepared is taken', async () => {
  const { payload } = await keys(dataDir);
  expect(await rotateKey(dataDir, 'payload', { prepare: true })).toEqual({ current: 'k1', ids: ['k1', 'k2'] });
  expect(await rotateKey(dataDir, 'payload', { prepare: true })).toEqual({ current: 'k1', ids: ['k1', 'k2'] });
  const prepared = (await keys(dataDir)).payload;
  expect(await rotateKey(dataDir, 'payload', { prepare: false })).toEqual({ current: 'k2', ids: ['k1', 'k2'] });
  expect((await rotateKey(dataDir, 'payload', { prepare: false })).current).toBe('k3');
  const rotated = (await keys(dataDir)).payload;
  expect(rotated.keys).toMatchObject({ ...payload.keys, ...prepared.keys });
  expect((await stat(path.join(dataDir, 'keys', 'payload.json'))).mode & 0o777).toBe(0o600);
});
