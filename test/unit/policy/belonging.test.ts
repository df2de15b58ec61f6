import fc from 'fast-check';
import { properAct } from '../../../prover/properAct.js';
import { isRefusal } from '../../../rules/application/decide.js';
import { planPublicity } from '../../../rules/application/publicity/publicityPlan.js';
import { judge } from '../../../rules/application/timers.js';
import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { instantOf } from '../../../rules/calendar/instant.js';
import { type Belonging, belongingRefusal, liesIn } from '../../../rules/policy/belonging.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { filingCutoffOf } from '../../../rules/policy/filingCutoffs.js';
import { lint } from '../../../rules/policy/lint/linter.js';
import type { LintCode } from '../../../rules/policy/lint/lintFinding.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { runStory, type StoryStep, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const named = (...codes: string[]) => codes.map((code) => ({ code, name: `名称${code}` }));
const open: Belonging = { regions: [], departments: [], units: [] };
const belonging = (value: Partial<Belonging>): Policy => ({
  ...aksu2024,
  belonging: fromNotice({ ...open, ...value }, '通知 一'),
});
const place = { unitId: 'unit-1', chain: ['county', 'prefecture'], unitRegion: '652922' };

describe('who may file in a campaign', () => {
  test.each([
    [{ regions: named('652900') }, true],
    [{ regions: named('652922') }, true],
    [{ regions: named('650000') }, true],
    [{ regions: named('652923') }, false],
    [{ regions: named('653000') }, false],
    [{ departments: named('prefecture') }, true],
    [{ departments: named('elsewhere') }, false],
    [{ units: named('unit-1') }, true],
    [{ units: named('unit-2') }, false],
    [{ regions: named('653000'), units: named('unit-1') }, true],
  ])('with %j a unit of Wensu county belongs: %s', (listed, may) => {
    const refusal = belongingRefusal(place, belonging(listed));
    expect(refusal === null).toBe(may);
    if (refusal) expect(refusal).toMatchObject({ code: 'not_eligible', clause: '通知 一', field: 'unitId' });
  });

  test('are the people of every unit where the notice names none', () => {
    expect(belongingRefusal({ ...place, unitRegion: null }, aksu2024)).toBeNull();
  });

  test('are not those of a unit whose region nobody has registered, and the refusal says so', () => {
    const refusal = belongingRefusal({ ...place, unitRegion: null }, belonging({ regions: named('652900') }));
    expect(refusal?.message).toContain('尚未登记所在行政区划');
    expect(refusal?.message).toContain('名称652900');
    const { unitRegion: _, ...unregistered } = place;
    expect(belongingRefusal(unregistered, belonging({ regions: named('652900') }))).not.toBeNull();
  });

  test('a region lies in itself and in those it is part of, and in no other', () => {
    const two = fc.integer({ min: 11, max: 99 }).map(String);
    fc.assert(
      fc.property(two, two, two, two, (province, prefecture, county, other) => {
        const code = `${province}${prefecture}${county}`;
        for (const wider of [code, `${province}${prefecture}00`, `${province}0000`]) {
          expect(liesIn(code, wider)).toBe(true);
        }
        fc.pre(other !== prefecture);
        expect(liesIn(code, `${province}${other}00`)).toBe(false);
        expect(liesIn(`${province}0000`, `${province}${prefecture}00`)).toBe(false);
      }),
    );
  });

  test('a draft of another unit is refused at submission, and one that belongs is not', () => {
    const facts = draft({ unitRegion: '652922' });
    const submit = (policy: Policy) => {
      const at = instantOf('2024-08-01T10:00');
      return judge(facts, properAct(facts, 'submit', policy, at), policy, calendar2024, at);
    };
    expect(submit(belonging({ regions: named('653000') }))).toMatchObject({ code: 'not_eligible', clause: '通知 一' });
    expect(isRefusal(submit(belonging({ regions: named('652900') })))).toBe(false);
  });
});

const clause = '通知 三（二）';
const counties = [
  { code: 'department-1', name: '温宿县工信局', due: '2024-08-23T18:00' },
  { code: 'department-2', name: '库车市工信局', due: '2024-08-26T18:00' },
];
const filing = (change: Partial<Policy['filing']>): Policy => ({
  ...aksu2024,
  filing: { ...aksu2024.filing, ...change },
});
const byCounty = filing({ byDepartment: fromNotice(counties, clause) });
const found = (code: LintCode, policy: Policy) =>
  lint(policy, campaignCalendar(policy)).filter((one) => one.code === code);

describe('the cutoff of a department of its own', () => {
  const cutoff = (...given: Parameters<typeof filingCutoffOf>) => filingCutoffOf(...given).value;

  test('is that of the department in whose hands the application is, and the others have the common one', () => {
    const policy = filing({
      chain: fromNotice('2024-08-28T18:00', clause),
      byDepartment: fromNotice(counties, clause),
    });
    const chain = ['department-1', 'prefecture'];
    expect(cutoff('department', { chain, level: 0 }, policy)).toBe('2024-08-23T18:00');
    expect(cutoff('department', { chain, level: 1 }, policy)).toBe('2024-08-28T18:00');
    expect(cutoff('department', { chain, level: 1 }, byCounty)).toBe('2024-08-30T18:00');
    expect(cutoff('department', { chain: ['elsewhere'], level: 0 }, byCounty)).toBe('2024-08-30T18:00');
  });

  test('is that of unit and applicant before it, where they have none', () => {
    const chain = ['department-2'];
    expect(cutoff('applicant', { chain }, byCounty)).toBe('2024-08-26T18:00');
    expect(cutoff('unit', { chain }, byCounty)).toBe('2024-08-26T18:00');
    expect(cutoff('unit', { chain: [] }, byCounty)).toBe('2024-08-30T18:00');
    const own = filing({ unit: fromNotice('2024-08-20T18:00', clause), byDepartment: fromNotice(counties, clause) });
    expect(cutoff('applicant', { chain }, own)).toBe('2024-08-20T18:00');
  });

  test('is the running deadline of its applications, with its clause', () => {
    const story: readonly StoryStep[] = stories.superior_review;
    const opened = { ...draft(), deadlines: {} };
    const { facts } = runStory(opened, story, byCounty, calendar2024);
    expect(facts.status).toBe('superior_review');
    expect(facts.deadlines.filing_cutoff).toMatchObject({ due: instantOf('2024-08-23T18:00'), clause });
    const elsewhere = runStory({ ...opened, chain: ['elsewhere'] }, story, byCounty, calendar2024).facts;
    expect(elsewhere.deadlines.filing_cutoff).toMatchObject({ due: instantOf('2024-08-30T18:00') });
  });

  test('is what the last safe day of its units is counted to', () => {
    const last = (chain?: readonly string[]) =>
      planPublicity('2024-08-01', byCounty, campaignCalendar(byCounty), chain)?.lastSafeDay;
    expect(last(['department-1'])).toBe('2024-08-15');
    expect(last(['elsewhere'])).toBe('2024-08-22');
    expect(last()).toBe('2024-08-22');
    expect(found('last_safe_publicity_day', byCounty).map(({ date }) => date)).toEqual([
      '2024-08-22',
      '2024-08-15',
      '2024-08-18',
    ]);
  });

  test.each([
    ['2024-08-30T18:00', 0],
    ['2024-08-30T18:01', 1],
  ])('at %s comes after that of the committee: %s', (due, wrong) => {
    const late = filing({ byDepartment: fromNotice([{ code: 'a', name: '某县工信局', due }], clause) });
    const findings = found('windows_out_of_order', late);
    expect(findings.length).toBe(wrong);
    if (wrong) expect(findings[0]).toMatchObject({ severity: 'error', path: 'filing.committee' });
    if (wrong) expect(findings[0]?.message).toContain('某县工信局');
  });

  test('does not come before that of the units', () => {
    const early = filing({ unit: fromNotice('2024-08-24T18:00', clause), byDepartment: fromNotice(counties, clause) });
    expect(found('windows_out_of_order', early)).toMatchObject([{ path: 'filing.byDepartment', clause }]);
  });

  test('asks about its hour like every other', () => {
    const [first] = counties;
    const unstated = fromNotice(first ? [{ ...first, due: '2024-08-23T24:00' }] : [], '通知 三（二）：8月23日前');
    expect(found('day_before_unclear', filing({ byDepartment: unstated }))).toMatchObject([
      { path: 'filing.byDepartment', date: '2024-08-23' },
    ]);
  });
});
