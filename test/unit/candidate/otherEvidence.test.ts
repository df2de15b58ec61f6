import { PolicyBody } from '../../../api/policy/policyBody.js';
import { evidenceOf } from '../../../portal/applicant/form/upload/evidenceOf.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { missingItems } from '../../../rules/dossier/checklist.js';
import { type Dossier, documentKinds } from '../../../rules/dossier/dossier.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { province2025 } from '../../../rules/policy/campaigns/province2025.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { completeDossier, profile } from '../rules/completeDossier.js';

test('the form takes, in its section, every document that a track of a notice or an examination asks for', () => {
  const notices = [aksu2024, kizilsu2025, province2025];
  const asked = notices.flatMap(({ codes }) => codes.tracks.flatMap(({ evidence }) => evidence));
  for (const { section, anyOf } of asked) expect(evidenceOf[section]).toEqual(expect.arrayContaining([...anyOf]));
  expect(evidenceOf.otherAttachments).toContain('examination_result');
  const byOffice = ['paper_minutes', 'entrusted_decision'];
  const byOthers = ['publicity_notice', 'publicity_result', 'recommendation', 'posting_photo', ...byOffice];
  const taken = Object.values(evidenceOf).flat();
  expect(documentKinds.filter((kind) => !taken.includes(kind) && !byOthers.includes(kind))).toEqual([]);
});

const on = '2024-08-12';
const refused = (change: Dossier, policy: Policy, day = on) =>
  ineligibilities({ ...completeDossier, ...change } as Dossier, profile, policy, day);

describe('years at the grass roots', () => {
  const [regular, ...others] = aksu2024.codes.tracks;
  if (!regular) throw new Error('the notice has no track');
  const asking: Policy = {
    ...aksu2024,
    codes: { ...aksu2024.codes, tracks: [{ ...regular, grassrootsYears: 3 }, ...others] },
  };
  const worked = (
    ...periods: readonly (readonly [from: string, to: string | null, grassroots?: boolean])[]
  ): Dossier => ({
    workHistory: { entries: periods.map(([from, to, grassroots = true]) => ({ from, to, grassroots })) },
  });

  test.each([
    ['three years to the day', worked(['2021-08-12', null]), 3],
    ['a day less', worked(['2021-08-13', null]), 2],
    ['two periods that add up', worked(['2015-01-01', '2016-12-31'], ['2018-03-01', '2019-02-28']), 3],
    ['two periods a day short', worked(['2015-01-01', '2016-12-31'], ['2018-03-01', '2019-02-27']), 2],
    ['periods that overlap, counted once', worked(['2015-01-01', '2016-12-31'], ['2016-01-01', '2016-12-31']), 2],
    ['work elsewhere', worked(['2010-01-01', '2020-01-01', false]), 0],
    ['work that has not begun', worked(['2024-09-01', null]), 0],
  ])('%s', (_name, dossier, full) => {
    const refusals = refused(dossier, asking);
    if (full >= 3) expect(refusals).toEqual([]);
    else {
      expect(refusals).toMatchObject([{ section: 'workHistory', field: 'entries', clause: regular.clause }]);
      expect(refusals[0]?.message).toContain(`须满3年，表中标明的累计满${full}年`);
      expect(refusals[0]?.messageEn).toContain(`3 full years`);
    }
  });

  test('are asked of nobody where the track does not say so, and of nobody who has not filled in their work yet', () => {
    expect(refused(worked(['2024-01-01', null, false]), aksu2024)).toEqual([]);
    expect(refused({ workHistory: {} }, asking)).toEqual([]);
  });

  test('are taken by the API', () => {
    expect(PolicyBody.parse(asking)).toEqual(asking);
  });
});

describe('continuing education by hours', () => {
  const asking: Policy = {
    ...aksu2024,
    evidence: {
      ...aksu2024.evidence,
      continuingEducationYears: fromNotice([2023, 2024], '通知 四（五）'),
      continuingEducationHours: fromNotice(90, '通知 四（五）：每年90学时'),
    },
  };
  const missing = (hours: Readonly<Record<number, number>>, policy = asking) => {
    const rows = Object.entries(hours).map(([year, one]) => ({ year: Number(year), hours: one }));
    const dossier = { ...completeDossier, continuingEducation: { mode: 'certificates' as const, hours: rows } };
    return missingItems(dossier as Dossier, [], profile, policy).filter(
      ({ section }) => section === 'continuingEducation',
    );
  };

  test('asks for the hours of each year and for no certificates of courses', () => {
    expect(missing({ 2023: 90, 2024: 90 })).toEqual([]);
    expect(missing({ 2023: 120, 2024: 89 })).toMatchObject([
      { field: 'hours', clause: '通知 四（五）：每年90学时', message: '2024年度继续教育89学时，少于规定的90学时。' },
    ]);
    expect(missing({ 2022: 90, 2024: 90 })[0]?.message).toBe('请填写2023年度继续教育学时，须满90学时。');
  });

  test('certificates are asked for where the notice sets no hours', () => {
    expect(missing({}, aksu2024).every(({ field }) => field.startsWith('documents.'))).toBe(true);
    expect(missing({}, aksu2024)).toHaveLength(8);
  });

  test('is taken by the API', () => {
    expect(PolicyBody.parse(asking)).toEqual(asking);
  });
});

describe('an examination', () => {
  const examination = { name: '专业能力考试', years: 3, tracks: ['regular'], levels: ['deputy_senior'] };
  const asking = (change: Partial<typeof examination> = {}): Policy => ({
    ...aksu2024,
    evidence: { ...aksu2024.evidence, examination: fromNotice({ ...examination, ...change }, '通知 四（八）') },
  });
  const passed = (examinationOn: string): Dossier => ({ otherAttachments: { commitmentSigned: true, examinationOn } });

  test('is valid until the day its years are full, and refused from that day on', () => {
    expect(refused(passed('2021-08-13'), asking())).toEqual([]);
    const refusals = refused(passed('2021-08-12'), asking());
    expect(refusals).toMatchObject([{ section: 'otherAttachments', field: 'examinationOn', clause: '通知 四（八）' }]);
    expect(refusals[0]?.message).toContain('2024-08-12起失效');
    expect(refused(passed('2024-08-13'), asking())[0]?.message).toContain('晚于今天');
    expect(refused(passed('2024-08-12'), asking())).toEqual([]);
  });

  test('is asked of the tracks and levels it names, with its result', () => {
    const missing = (policy: Policy, dossier: Dossier = {}) =>
      missingItems({ ...completeDossier, ...dossier } as Dossier, [], profile, policy).filter(
        ({ field }) => field === 'examinationOn' || field === 'documents.examination_result',
      );
    expect(missing(asking()).map(({ field, clause }) => [field, clause])).toEqual([
      ['examinationOn', '通知 四（八）'],
      ['documents.examination_result', '通知 四（八）'],
    ]);
    expect(missing(asking(), passed('2022-01-01')).map(({ field }) => field)).toEqual(['documents.examination_result']);
    for (const policy of [aksu2024, asking({ tracks: ['skilled'] }), asking({ levels: ['mid'] })]) {
      expect(missing(policy)).toEqual([]);
      expect(refused(passed('2001-01-01'), policy)).toEqual([]);
    }
  });

  test('names tracks and levels that the policy has', () => {
    expect(PolicyBody.parse(asking())).toEqual(asking());
    const { error } = PolicyBody.safeParse(asking({ tracks: ['unheard_of'], levels: ['senior'] }));
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'evidence.examination.value.tracks',
      'evidence.examination.value.levels',
    ]);
  });
});
