import { statuses } from '../../../rules/application/lifecycle.js';
import { versionLabel } from '../../../rules/dossier/versionLabel.js';

const of = (status: (typeof statuses)[number], submissions: number, own = false) =>
  versionLabel({ status, submissions }, own).zh;

test('a version of a dossier is called by what it is', () => {
  expect(of('draft', 0, true)).toBe('填报中');
  expect(of('draft', 0)).toBe('已提交单位，尚未上报');
  expect(of('correction', 1, true)).toBe('补正中');
  expect(of('correction', 1)).toBe('第1次上报');
  expect(of('correction_review', 1, true)).toBe('第2次上报（待单位报送）');
  // Once it is handed in, its author sees the same as everybody else: nothing is being filled in any more.
  for (const status of statuses.filter((one) => !['draft', 'correction'].includes(one)))
    expect([status, of(status, 2, true)]).toEqual([status, of(status, 2)]);
  expect(of('conferred', 2, true)).toBe('第2次上报');
});
