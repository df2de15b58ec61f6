import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { byDefault, fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { lint } from '../../../rules/policy/lint/linter.js';
import type { LintCode } from '../../../rules/policy/lint/lintFinding.js';
import type { Policy, Ruled } from '../../../rules/policy/policy.js';

const found = (code: LintCode, policy: Policy = aksu2024) =>
  lint(policy, campaignCalendar(policy)).filter((one) => one.code === code);
const set = <T>(ruled: Ruled<T>, value: T): Ruled<T> => ({ ...ruled, value });
const filing = (change: Partial<Policy['filing']>, policy = aksu2024): Policy => ({
  ...policy,
  filing: { ...policy.filing, ...change },
});
const clause = '通知 三（一）';

describe('what a notice leaves in doubt', () => {
  test('positions that are asked for without a clause are named, and with one they are not', () => {
    const { clauses } = kizilsu2025;
    expect(found('positions_without_clause', kizilsu2025)).toEqual([]);
    const silent = { ...kizilsu2025, clauses: { ...clauses, positions: null } };
    const about = { severity: 'warning', clause: '通知 二（三）', path: 'clauses.positions' };
    expect(found('positions_without_clause', silent)).toMatchObject([about]);
    expect(found('positions_without_clause', aksu2024)).toEqual([]);
  });

  test('is nothing of these in either notice but what they leave to defaults', () => {
    const codes = new Set<LintCode>([
      'applicant_cutoff_too_late',
      'day_before_unclear',
      'opening_not_stated',
      'hour_not_stated',
      'audit_opens_before_arrivals',
      'originals_without_window',
      'level_without_fee',
      'level_without_committee',
    ]);
    for (const policy of [aksu2024, kizilsu2025]) {
      expect(lint(policy, campaignCalendar(policy)).filter(({ code }) => codes.has(code))).toEqual([]);
    }
  });

  // The last safe day is 2024-08-22.
  test.each([
    ['2024-08-22T24:00', false],
    ['2024-08-23T00:00', false],
    ['2024-08-23T00:01', true],
    ['2024-08-30T18:00', true],
  ])('an applicant who submits at %s can arrive: %s is the finding', (value, late) => {
    const findings = found('applicant_cutoff_too_late', filing({ applicant: fromNotice(value, clause) }));
    expect(findings.length).toBe(late ? 1 : 0);
    if (late) {
      const { message, messageEn, ...about } = findings[0] ?? {};
      expect(about).toMatchObject({ severity: 'warning', path: 'filing.applicant', clause, date: value.slice(0, 10) });
      for (const text of [message, messageEn]) expect(text).toContain('2024-08-22');
    }
  });

  test('an applicant has no day too late where no publicity is held, or the applicant has no cutoff', () => {
    const late = filing({ applicant: fromNotice('2024-08-30T18:00', clause) });
    const stages = { ...late.stages, unitPublicity: set(late.stages.unitPublicity, false) };
    expect(found('applicant_cutoff_too_late', { ...late, stages })).toEqual([]);
    expect(found('applicant_cutoff_too_late')).toEqual([]);
  });

  test.each([
    ['2024-08-30T24:00', '通知 三（一）：“8月30日前”', '当日计入', '2024-08-30'],
    ['2024-08-30T24:00', '通知 三（一）：8月30日（星期五）前', '当日计入', '2024-08-30'],
    ['2024-08-30T00:00', '通知 三（一）：8月30日以前', '当日不计入', '2024-08-30'],
  ])('a cutoff at %s worded “%s” asks whether the day is in', (value, worded, taken, date) => {
    const [finding] = found('day_before_unclear', filing({ committee: fromNotice(value, worded) }));
    expect(finding).toMatchObject({ severity: 'warning', path: 'filing.committee', clause: worded, date });
    expect(finding?.message).toContain(taken);
    expect(finding?.messageEn).toContain(date);
  });

  test.each([
    ['2024-08-30T18:00', '通知 三（一）：“8月30日18:00前”'],
    ['2024-08-30T24:00', '通知 三（一）：“8月30日前（含当日）”'],
    ['2024-08-30T24:00', '通知 三（一）：“至8月30日”'],
    ['2024-08-30T24:00', '通知 三（一）：可提前报送，目前尚未延期'],
    ['2024-08-30T24:00', '通知 三（一）：审核前缴费，至8月30日'],
  ])('a cutoff at %s worded “%s” is clear', (value, worded) => {
    expect(found('day_before_unclear', filing({ committee: fromNotice(value, worded) }))).toEqual([]);
  });

  test('an audit that has to be over before a day asks as well', () => {
    const audit = fromNotice(aksu2024.audit.value, '通知 三（二）：9月10日前审核完毕');
    expect(found('day_before_unclear', { ...aksu2024, audit })).toMatchObject([{ path: 'audit', date: '2024-09-10' }]);
  });

  test('an opening by default asks for day and hour, and only notes it once it is confirmed', () => {
    const opens = byDefault('2024-07-22T00:00', '通知未规定');
    const [finding] = found('opening_not_stated', filing({ opens }));
    expect(finding).toMatchObject({ severity: 'warning', path: 'filing.opens', date: '2024-07-22' });
    expect(finding?.message).toContain('日期和时刻');
    const settled = filing({ opens: { ...opens, confirmed: true } });
    expect(found('opening_not_stated', settled)).toMatchObject([{ severity: 'info' }]);
    const atAnHour = filing({ opens: byDefault('2024-07-22T10:00', '通知未规定') });
    expect(found('opening_not_stated', atAnHour)).toEqual([]);
  });

  test('a day that the notice states without its hour asks for the hour alone', () => {
    const audit = fromNotice(aksu2024.audit.value, '通知 三（二），未写明时刻');
    const opening = found('opening_not_stated', { ...aksu2024, audit });
    expect(opening).toMatchObject([{ severity: 'warning', path: 'audit', date: '2024-08-10' }]);
    expect(opening[0]?.message).not.toContain('日期和时刻');
    const end = found('hour_not_stated', { ...aksu2024, audit });
    expect(end).toMatchObject([{ severity: 'warning', path: 'audit', date: '2024-09-10' }]);
    expect(end[0]?.message).toContain('24:00');
    const due = { ...aksu2024.audit.value, due: '2024-09-10T18:00' };
    expect(found('hour_not_stated', { ...aksu2024, audit: { ...audit, value: due } })).toEqual([]);
  });

  test('a window that the campaign does not hold asks nothing', () => {
    const payment = byDefault(aksu2024.payment.value, '通知未规定');
    expect(found('hour_not_stated', { ...aksu2024, payment })).toMatchObject([{ path: 'payment' }]);
    const stages = { ...aksu2024.stages, payment: set(aksu2024.stages.payment, false) };
    expect(found('hour_not_stated', { ...aksu2024, payment, stages })).toEqual([]);
  });

  // Filing opens on Monday 07-22, and the five working days of a publicity posted on it end with 07-29.
  test.each([
    ['2024-07-30T00:00', false],
    ['2024-07-29T23:59', true],
  ])('an audit that opens %s opens before anything can arrive: %s', (opens, early) => {
    const audit = set(aksu2024.audit, { ...aksu2024.audit.value, opens });
    const findings = found('audit_opens_before_arrivals', { ...aksu2024, audit });
    expect(findings.length).toBe(early ? 1 : 0);
    if (early) {
      expect(findings).toMatchObject([
        { severity: 'info', path: 'audit', date: '2024-07-29', clause: aksu2024.audit.clause },
      ]);
    }
  });

  test.each([
    ['2024-07-22T00:00', false],
    ['2024-07-21T23:59', true],
  ])('without a publicity something can arrive as soon as filing opens: %s', (opens, early) => {
    const audit = set(aksu2024.audit, { ...aksu2024.audit.value, opens });
    const stages = { ...aksu2024.stages, unitPublicity: set(aksu2024.stages.unitPublicity, false) };
    expect(found('audit_opens_before_arrivals', { ...aksu2024, audit, stages }).length).toBe(early ? 1 : 0);
  });

  // 2024-10-01 to 10-07 are holidays; 09-29 is a Sunday on which people work.
  test.each([
    ['2024-10-01T00:00', '2024-10-07T24:00', true],
    ['2024-09-30T23:00', '2024-10-07T24:00', false],
    ['2024-10-01T00:00', '2024-10-08T09:00', false],
  ])('originals asked from %s to %s find nobody at work: %s', (opens, due, closed) => {
    const materials = set(aksu2024.materials, { opens, due });
    const findings = found('originals_without_window', { ...aksu2024, materials });
    expect(findings.length).toBe(closed ? 1 : 0);
    if (closed) expect(findings).toMatchObject([{ severity: 'warning', path: 'materials', date: '2024-10-07' }]);
  });

  test('a level offered without a fee is wrong, and one that costs nothing is pointed out', () => {
    const { junior, mid } = aksu2024.fees.value;
    const without = { ...aksu2024, fees: set(aksu2024.fees, { junior: junior ?? 0, mid: mid ?? 0 }) };
    const missing = found('level_without_fee', without);
    expect(missing).toMatchObject([{ severity: 'error', path: 'fees', clause: aksu2024.fees.clause, date: null }]);
    expect(missing[0]?.message).toContain('副高级');
    const free = { ...aksu2024, fees: set(aksu2024.fees, { ...aksu2024.fees.value, mid: 0 }) };
    expect(found('level_without_fee', free)).toMatchObject([{ severity: 'warning', path: 'fees' }]);
    const unpaid = { ...without.stages, payment: set(without.stages.payment, false) };
    expect(found('level_without_fee', { ...without, stages: unpaid })).toEqual([]);
  });

  test('a committee with fees of its own needs one for each level', () => {
    const { reviewCommittee } = aksu2024;
    const [own] = reviewCommittee.committees.value;
    const committees = set(reviewCommittee.committees, own ? [{ ...own, fees: { junior: 20_000, mid: 40_000 } }] : []);
    const policy = { ...aksu2024, reviewCommittee: { ...reviewCommittee, committees } };
    expect(found('level_without_fee', policy)).toMatchObject([
      { severity: 'error', path: 'reviewCommittee.committees', clause: committees.clause },
    ]);
  });

  test('levels offered are judged by a committee', () => {
    const { reviewCommittee } = aksu2024;
    const committees = set(
      reviewCommittee.committees,
      reviewCommittee.committees.value.map((one) => ({ ...one, specialties: ['elsewhere'] })),
    );
    const policy = { ...aksu2024, reviewCommittee: { ...reviewCommittee, committees } };
    const findings = found('level_without_committee', policy);
    expect(findings).toMatchObject([{ severity: 'error', path: 'reviewCommittee.committees', date: null }]);
    for (const level of ['初级', '中级', '副高级']) expect(findings[0]?.message).toContain(level);
  });

  test('every finding is worded in English too, but for names and clauses', () => {
    const midnight = byDefault('2024-08-30T24:00', '8月30日前');
    const policies = [
      filing({ opens: byDefault('2024-07-22T00:00', '未规定'), applicant: midnight, committee: midnight }),
      { ...aksu2024, fees: set(aksu2024.fees, { junior: 0 }) },
      { ...aksu2024, audit: set(aksu2024.audit, { opens: '2024-07-01T00:00', due: '2024-09-10T24:00' }) },
      { ...aksu2024, materials: set(aksu2024.materials, { opens: '2024-10-01T00:00', due: '2024-10-07T24:00' }) },
    ];
    for (const policy of policies) {
      for (const { messageEn, clause: cited } of lint(policy, campaignCalendar(policy))) {
        expect(messageEn.replaceAll(cited, '')).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });
});
