import { missingItems } from '../../../rules/dossier/checklist.js';
import type { Dossier } from '../../../rules/dossier/dossier.js';
import { publishedAchievements, recentFrom, resultRemarks } from '../../../rules/dossier/resultDates.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { completeDossier, completeEvidence, profile } from '../rules/completeDossier.js';

// The present title of the complete form was obtained on 2018-12-01; filing opens on 2024-07-22.
const achieved = (...days: readonly (string | undefined)[]): Dossier => ({
  ...completeDossier,
  achievements: {
    entries: days.map((obtainedOn, index) => ({
      title: `业绩${index + 1}`,
      role: '主持',
      description: '已投入使用',
      ...(obtainedOn === undefined ? {} : { obtainedOn }),
    })),
  },
});
const lacking = (dossier: Dossier, policy = aksu2024) =>
  missingItems(dossier, completeEvidence, profile, policy).map(({ field, clause, message }) => [
    field,
    clause,
    message,
  ]);
const remarksOn = (dossier: Dossier, policy = aksu2024) =>
  resultRemarks(dossier, policy).map(({ field, clause }) => [field, clause]);

describe('The day of a result', () => {
  test('is asked for where the notice counts results by it, and not where it does not', () => {
    expect(lacking(achieved(undefined))).toEqual([
      ['entries.0.obtainedOn', '通知 四（一）5', '第1条：请填写取得时间。'],
    ]);
    const paper = { ...completeDossier, publications: { entries: [{ kind: 'paper', title: '论文' }] } } as const;
    expect(lacking(paper).map(([field]) => field)).toContain('entries.0.obtainedOn');
    const { sinceTitle, recentYears } = kizilsu2025.results;
    const open = { ...aksu2024, results: { ...aksu2024.results, sinceTitle, recentYears } };
    expect(lacking(achieved(undefined), open)).toEqual([]);
  });

  test.each([
    ['the day before the present title', '2018-11-30', [['entries.0.obtainedOn', '通知 四（一）5']]],
    ['the day of the present title, which is not recent', '2018-12-01', [['entries.0.obtainedOn', '通知 附件1']]],
    ['the last day that is not recent', '2019-07-21', [['entries.0.obtainedOn', '通知 附件1']]],
    ['the first of the recent five years', '2019-07-22', []],
    ['the last day of filing', '2024-08-30', []],
    ['a day after filing', '2024-08-31', [['entries.0.obtainedOn', '通知 四（一）5']]],
  ])('is judged on %s', (_name, day, remarks) => {
    expect(remarksOn(achieved(day))).toEqual(remarks);
  });

  test('of a candidate without a title is judged by the recent years alone', () => {
    const first = { ...achieved('2010-05-01', '2023-05-01'), presentQualification: { held: false } };
    expect(remarksOn(first)).toEqual([['entries.0.obtainedOn', '通知 附件1']]);
  });

  test('decides what Annex 1 describes, and a day not filled in hides nothing', () => {
    const titles = publishedAchievements(achieved('2010-05-01', '2019-07-21', '2023-05-01', undefined), aksu2024);
    expect(titles.map(({ title }) => title)).toEqual(['业绩3', '业绩4']);
  });

  test('can be counted back from another day', () => {
    const recentReference = fromNotice('2024-12-31T24:00', '通知');
    expect(recentFrom({ ...aksu2024, results: { ...aksu2024.results, recentReference } })).toBe('2020-01-01');
  });
});

describe('Results that do not count', () => {
  test('may stay beside one that counts', () => {
    expect(lacking(achieved('2010-05-01', '2023-05-01'))).toEqual([]);
  });

  test('do not suffice: one since the present title is asked for, and one of the recent years', () => {
    expect(lacking(achieved('2010-05-01'))).toEqual([
      ['entries', '通知 四（一）5', '请至少填写1条取得现职称后的业绩成果。'],
    ]);
    expect(lacking(achieved('2019-01-01'))).toEqual([
      ['entries', '通知 附件1', '请至少填写1条近5年（2019-07-22起）的业绩成果。'],
    ]);
  });

  test('are refused where the policy says so', () => {
    const refuseOthers = fromNotice(true, '通知');
    const strict = { ...aksu2024, results: { ...aksu2024.results, refuseOthers } };
    expect(lacking(achieved('2010-05-01', '2023-05-01'), strict)).toEqual([
      ['entries.0.obtainedOn', '通知 四（一）5', '第1条：早于取得现职称的时间，不计入。'],
    ]);
  });

  test('and a day that has not come are refused as a mistake', () => {
    expect(lacking(achieved('2023-05-01', '2025-01-01'))).toEqual([
      ['entries.1.obtainedOn', '通知 四（一）5', '第2条：晚于申报截止日，请核对。'],
    ]);
  });
});
