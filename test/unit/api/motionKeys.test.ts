import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createSealer } from '../../../api/http/sealing.js';
import { BlindSigner, KeyMaker } from '../../../api/meetings/motionKeys.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pingshen-keys-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('keys made ahead serve one motion, whoever else opens one at the same moment', async () => {
  const maker = new KeyMaker(createSealer(folder));
  maker.makeAhead();
  maker.makeAhead();
  const all = await Promise.all(['one', 'two', 'three'].map((motion) => maker.keysOf(motion)));
  const shown = all.flatMap(({ ballotKey, receiptKey }) => [ballotKey, receiptKey]);
  expect(new Set(shown).size).toBe(6);
});

test('they open under the name of their motion and of no other', async () => {
  const sealer = createSealer(folder);
  const maker = new KeyMaker(sealer);
  maker.makeAhead();
  const { sealedKeys } = await maker.keysOf('one');
  const blinded = Buffer.concat([Buffer.alloc(1), Buffer.alloc(255, 7)]);
  expect(await new BlindSigner(sealer).sign({ id: 'one', sealedKeys }, 'ballot', blinded)).toHaveLength(344);
  await expect(new BlindSigner(sealer).sign({ id: 'two', sealedKeys }, 'ballot', blinded)).rejects.toThrow();
});
