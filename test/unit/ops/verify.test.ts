import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../../config/environment.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { commitmentOf } from '../../../rules/committee/draw/commitment.js';
import { draw } from '../../../rules/committee/draw/draw.js';
import { type DrawFile, drawFileFormat } from '../../../rules/committee/draw/drawFile.js';
import { planOf } from '../committee/plans.js';

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await throwawayFolder());
});
afterAll(() => remove());

const seed = '7e'.repeat(32);
const plan = planOf({
  counts: [
    [12, 0],
    [6, 4],
  ],
});
const file: DrawFile = {
  format: drawFileFormat,
  seedHash: commitmentOf(seed),
  committedAt: '2024-09-12T09:00:00.000+08:00',
  frozenAt: '2024-09-13T09:00:00.000+08:00',
  drawnAt: '2024-09-13T09:05:00.000+08:00',
  plan,
  seed,
  result: draw(plan, seed),
};

async function verify(kind: string, text: string) {
  const name = path.join(folder, 'exported.json');
  await writeFile(name, text);
  const command = ['--import', 'tsx', path.join(ROOT, 'ops', 'verify.ts'), kind, name];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm run verify -- draw FILE', () => {
  test('repeats the draw from the file alone and lists its checks', async () => {
    const { status, stdout, stderr } = await verify('draw', JSON.stringify(file));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.match(/^✓ /gm)).toHaveLength(6);
    expect(stdout).toContain(file.seedHash);
    expect(stdout).toMatch(/conflicted experts drawn for lack of others: [1-9]/);
    expect(stdout).toContain('核验一致 / everything agrees');
  });

  test('ends with 1 and the first difference when a member was exchanged', async () => {
    const [first, ...others] = file.result.members;
    const members = [{ ...first, expertId: 's0-99' }, ...others];
    const { status, stdout, stderr } = await verify(
      'draw',
      JSON.stringify({ ...file, result: { ...file.result, members } }),
    );
    expect(status).toBe(1);
    expect(stdout.match(/^✓ /gm)).toHaveLength(4);
    expect(stderr).toContain('result.members[0]');
    expect(stderr).toContain('s0-99');
    expect(stderr).toContain(first?.expertId);
  });

  test.each(['', '{', '[]', '"draw"'])('and when the file is %j', async (text) => {
    const { status, stderr } = await verify('draw', text);
    expect(status).toBe(1);
    expect(stderr).toContain('pingshen-draw/1');
  });

  test('an unknown kind is refused with the kinds there are', async () => {
    for (const kind of ['lottery', 'constructor']) {
      const { status, stderr } = await verify(kind, '{}');
      expect(status).toBe(1);
      expect(stderr).toMatch(/npm run verify -- .*\bdraw\b/);
    }
  });
});
