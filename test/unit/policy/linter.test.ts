import { buildCalendar } from '../../../rules/calendar/nationalCalendar.js';
import { xinjiang2024 } from '../../../rules/calendar/overlays/xinjiang2024.js';
import { xinjiang2025 } from '../../../rules/calendar/overlays/xinjiang2025.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import { movedAround } from '../../../rules/policy/campaigns/shift.js';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';
import { lint, mayOpen } from '../../../rules/policy/lint/linter.js';
import type { LintCode } from '../../../rules/policy/lint/lintFinding.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { policyValues } from '../../../rules/policy/policyValues.js';
import { everyValue } from '../../support/everyValue.js';

/** Without a second round, which the check looks at by itself. */
const oneRound: Policy = { ...everyValue, rounds: null };
const calendar = buildCalendar({ years: [2024, 2025], overlays: [xinjiang2024, xinjiang2025] });
const found = (code: LintCode, policy: Policy = aksu2024) => lint(policy, calendar).filter((one) => one.code === code);
const set = <T extends { value: unknown }>(ruled: T, value: T['value']): T => ({ ...ruled, value });
const cutoff = (value: string): Policy => ({
  ...aksu2024,
  filing: { ...aksu2024.filing, committee: set(aksu2024.filing.committee, value) },
});

describe('the policy linter', () => {
  test('payment and delivery of 2024 end on Mid-Autumn, 09-15, and would roll to 09-18', () => {
    const findings = found('window_ends_on_holiday');
    expect(findings.map(({ path, date, severity }) => [path, date, severity])).toEqual([
      ['payment', '2024-09-15', 'warning'],
      ['materials', '2024-09-15', 'warning'],
    ]);
    expect(findings[0]?.message).toContain('中秋');
    expect(findings[0]?.message).toContain('2024-09-18');
  });

  test('a campaign that rolls tells the day it rolls to, and warns no more', () => {
    const rolling = { ...aksu2024, rollToWorkingDay: set(aksu2024.rollToWorkingDay, true) };
    expect(found('window_ends_on_holiday', rolling)).toMatchObject([{ severity: 'info' }, { severity: 'info' }]);
    expect(found('window_ends_on_holiday', rolling)[0]?.message).toContain('顺延至2024-09-18');
  });

  test('the last safe day of 2024 to post a publicity is 08-22, for a period that ends 08-29', () => {
    const [finding] = found('last_safe_publicity_day');
    expect(finding).toMatchObject({ date: '2024-08-22', severity: 'info' });
    expect(finding?.message).toContain('2024-08-29');
  });

  // The period's end is 24:00: with a cutoff at that same instant nobody is left to recommend in; a minute later there is,
  // and a publicity posted on the Sunday before counts the same five days as one posted on the Friday.
  test.each([
    ['2024-08-30T24:00', '2024-08-22'],
    ['2024-08-31T00:01', '2024-08-25'],
    ['2024-08-30T00:00', '2024-08-21'],
  ])('with a cutoff at %s the last safe day is %s', (value, date) => {
    expect(found('last_safe_publicity_day', cutoff(value))).toMatchObject([{ date }]);
  });

  test('where units have a cutoff of their own, the last safe day is counted to it', () => {
    // 11-14 is a Friday: five working days after 11-06 are 11-07, 11-10 … 11-13.
    expect(found('last_safe_publicity_day', oneRound)).toMatchObject([{ date: '2025-11-06' }]);
  });

  test('a filing window shorter than the publicity is wrong', () => {
    expect(found('no_safe_publicity_day', cutoff('2024-07-26T18:00'))).toMatchObject([{ severity: 'error' }]);
  });

  test('the audit window of 2024 has room for three submissions that start at the cutoff', () => {
    // 08-30 Friday → audited 09-02 → corrected 09-04 → audited 09-05 → corrected 09-07 → audited 09-09, before 09-10.
    expect(found('audit_window_too_short')).toEqual([]);
  });

  test('an audit window that ends on the day of the last audit has room too', () => {
    const audit = set(aksu2024.audit, { ...aksu2024.audit.value, due: '2024-09-09T24:00' });
    expect(found('audit_window_too_short', { ...aksu2024, audit })).toEqual([]);
  });

  test('an audit window two days shorter has not', () => {
    const audit = set(aksu2024.audit, { ...aksu2024.audit.value, due: '2024-09-08T24:00' });
    const [finding] = found('audit_window_too_short', { ...aksu2024, audit });
    expect(finding).toMatchObject({ date: '2024-09-08', severity: 'warning' });
    expect(finding?.message).toContain('2024-09-09');
  });

  test('the audit of 2024 opens while filing runs, and payment on the last audit day', () => {
    expect(found('windows_overlap').map(({ path, date }) => [path, date])).toEqual([
      ['audit', '2024-08-10'],
      ['payment', '2024-09-10'],
      ['materials', '2024-09-10'],
    ]);
    expect(found('windows_overlap', oneRound)).toEqual([]);
  });

  test('stages that do not follow each other are wrong', () => {
    const early = { ...oneRound.filing, unit: oneRound.filing.opens };
    expect(found('windows_out_of_order', { ...oneRound, filing: early })).toMatchObject([
      { path: 'filing.unit', severity: 'error' },
    ]);
    const payment = set(aksu2024.payment, { opens: '2024-08-01T00:00', due: '2024-09-01T24:00' });
    expect(found('windows_out_of_order', { ...aksu2024, payment })).toMatchObject([{ path: 'payment' }]);
    expect(found('windows_out_of_order')).toEqual([]);
    expect(found('windows_out_of_order', oneRound)).toEqual([]);
  });

  test.each(['2024-09-20T00:00', '2024-09-10T24:00'])('a window that opens %s and ends 09-10 is wrong', (opens) => {
    const audit = set(aksu2024.audit, { opens, due: '2024-09-10T24:00' });
    expect(found('window_reversed', { ...aksu2024, audit })).toMatchObject([{ path: 'audit', severity: 'error' }]);
    expect(found('window_reversed')).toEqual([]);
  });

  test('a campaign in a year nobody has announced is told so', () => {
    const far = movedAround(aksu2024, '2099-06-01', 'far');
    expect(found('year_not_announced', far)).toMatchObject([{ date: '2099-01-01', severity: 'warning' }]);
    expect(found('year_not_announced')).toEqual([]);
  });

  test('each value nobody has confirmed is named, and the campaign does not open', () => {
    const findings = found('value_unconfirmed');
    expect(findings.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'meeting.quorum',
        'meeting.threshold',
        'meeting.minimumCommittee',
        'resultNoticeWorkingDays',
      ]),
    );
    for (const { message } of findings) expect(message).toMatch(/^“[^a-z]+”尚未经/);
    expect(mayOpen(lint(aksu2024, calendar))).toBe(false);
    expect(mayOpen(lint(confirmed(aksu2024), calendar))).toBe(true);
  });

  test('every value of a policy has a name people understand', () => {
    const paths = [aksu2024, everyValue].flatMap((policy) => policyValues(policy).map(([path]) => path));
    expect([...new Set(paths)].sort()).toEqual(Object.keys(fieldsByPath).sort());
  });
});
