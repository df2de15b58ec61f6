import { PolicyBody } from '../../../api/policy/policyBody.js';
import { blankValue } from '../../../portal/office/policy/values/blankValue.js';
import { changeValue } from '../../../portal/office/policy/values/changeValue.js';
import { namedField } from '../../../portal/office/policy/values/namedField.js';
import { absentWindows, isRemovable, without } from '../../../portal/office/policy/values/partsOfValue.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';
import { policyValues } from '../../../rules/policy/policyValues.js';
import { everyValue } from '../../support/everyValue.js';

const clause = '通知 三（七）';
const optional = Object.entries(fieldsByPath).filter(([, field]) => field.optional);
const valueAt = (policy: typeof aksu2024 | typeof everyValue, path: string) =>
  policyValues(policy).find(([one]) => one === path)?.[1];
const issuesOf = (policy: unknown) =>
  (PolicyBody.safeParse(policy).error?.issues ?? []).map(({ path }) => `policy.${path.join('.')}`);

describe.each(optional)('On the policy page the value %s, which a notice may leave out,', (path, field) => {
  test('is taken away and added again, with its clause', () => {
    const away = changeValue(everyValue, path, null);
    expect(valueAt(away, path)).toBeUndefined();
    expect(issuesOf(away)).toEqual([]);
    const known = valueAt(everyValue, path)?.value;
    const back = changeValue(away, path, { value: known, clause });
    const source = field.kind === 'words' ? 'default' : 'notice';
    expect(valueAt(back, path)).toEqual({ value: known, clause, source, confirmed: true });
    expect(issuesOf(back)).toEqual([]);
  });

  test('begins with something of its kind: what is still to be filled in is refused under its own name and clause', () => {
    const begun = changeValue(everyValue, path, { value: blankValue(field, everyValue), clause });
    for (const refused of issuesOf(begun)) {
      expect(namedField(refused, begun)).toMatchObject({ zh: field.zh, en: field.en, clause });
    }
  });
});

test('a window that a notice leaves out is added as it begins, without anything to fill in', () => {
  for (const path of [
    'correctionUntil',
    'filing.applicant',
    'levelWindows',
    'rounds',
    'evidence.continuingEducationHours',
  ]) {
    const field = fieldsByPath[path];
    if (!field) throw new Error(path);
    const begun = changeValue(aksu2024, path, { value: blankValue(field, aksu2024), clause });
    expect(issuesOf(begun)).toEqual([]);
  }
});

test('a value that is there keeps where it comes from, and the others stay as they are', () => {
  const changed = changeValue(aksu2024, 'resultNoticeWorkingDays', { value: 7, clause });
  expect(changed).toEqual({
    ...aksu2024,
    resultNoticeWorkingDays: { ...aksu2024.resultNoticeWorkingDays, value: 7, clause },
  });
});

test('a field that belongs to no value is shown as it is', () => {
  expect(namedField('policy.title', aksu2024)).toBeNull();
  expect(namedField('reason', aksu2024)).toBeNull();
  expect(namedField('policy.audit.value.due', aksu2024)).toMatchObject({ zh: '审核时间', clause: '通知 三（二）' });
});

test('parts of a value are taken away and added: a window of a set is left out, a date that is not set is null', () => {
  const audit = { opens: '2024-08-10T00:00', due: '2024-09-10T24:00' };
  const set = { level: 'mid', audit };
  expect(absentWindows(set).map(([name]) => name)).toEqual(['payment', 'materials']);
  expect(absentWindows(audit)).toEqual([]);
  expect(without(set, 'audit')).toEqual({ level: 'mid' });
  expect(absentWindows({ level: 'mid' })).toHaveLength(3);
  expect(without({ applicant: '2024-08-10T00:00', committee: '2024-09-10T24:00' }, 'applicant')).toEqual({
    applicant: null,
    committee: '2024-09-10T24:00',
  });
  expect(without(['a', 'b'], '0')).toEqual(['b']);
  expect(isRemovable('0', {}, [{}])).toBe(false);
  expect(isRemovable('0', {}, [{}, {}])).toBe(true);
  expect(isRemovable('due', audit.due, audit)).toBe(false);
  expect(isRemovable('audit', audit, set)).toBe(true);
  expect(isRemovable('committee', '2024-09-10T24:00', { applicant: null, committee: '' })).toBe(false);
});
