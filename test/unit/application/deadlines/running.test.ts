import type { Deadline } from '../../../../rules/application/deadline.js';
import { type DeadlineName, remindersOf, runningDeadlines } from '../../../../rules/application/deadlines.js';
import type { Facts } from '../../../../rules/application/facts.js';
import type { Calendar } from '../../../../rules/calendar/calendar.js';
import { hour, isoInBeijing } from '../../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { keptOf } from '../../../../rules/policy/promised.js';
import { calendar2024, draft } from '../../../support/facts.js';

const at = (written: string) => Date.parse(`${written}:00+08:00`);
const ruled = <T>(value: T, clause = '通知 测试') => fromNotice(value, clause);
const run = (facts: Partial<Facts>, policy: Policy = aksu2024, calendar: Calendar = calendar2024) =>
  runningDeadlines(draft({ deadlines: {}, ...facts }), policy, calendar);
const due = (deadline: Deadline | undefined) => isoInBeijing(deadline?.due ?? Number.NaN).slice(0, 16);
/** A pause of an hour, on the day and the one after. */
const anHourOn = (...days: readonly string[]) =>
  days.map((date) => ({ from: at(`${date}T10:00`), to: at(`${date}T11:00`) }));

describe('A correction', () => {
  const returned = { status: 'correction', returnedAt: at('2024-08-21T10:00') } as const;
  const correction = (facts: Partial<Facts>, policy?: Policy) => run({ ...returned, ...facts }, policy).correction_due;

  test('is due after the policy’s days from the return', () => {
    expect(due(correction({}))).toBe('2024-08-24T00:00');
    expect(due(correction({ pauses: anHourOn('2024-08-20') }))).toBe('2024-08-24T00:00');
    expect(due(correction({ pauses: anHourOn('2024-08-22') }))).toBe('2024-08-25T00:00');
  });

  test('is due by the date that the notice fixes, where that is later', () => {
    const until = (value: string): Policy => ({ ...aksu2024, correctionUntil: ruled(value, '截止条款') });
    expect(correction({}, until('2024-09-02T18:00'))).toMatchObject({
      due: at('2024-09-02T18:00'),
      clause: '截止条款',
    });
    expect(correction({}, until('2024-08-22T18:00'))).toMatchObject({
      due: at('2024-08-24T00:00'),
      clause: aksu2024.correction.clause,
    });
    expect(due(correction({ pauses: anHourOn('2024-08-30') }, until('2024-09-02T18:00')))).toBe('2024-09-02T19:00');
  });

  test('has the longest time that was ever promised', () => {
    const longer: Policy = { ...aksu2024, correction: ruled({ days: 4, count: 'calendar' }, '从前') };
    const promised = keptOf(longer, aksu2024, draft());
    expect(correction({ promised })).toMatchObject({ due: at('2024-08-26T00:00'), clause: '从前' });
    const shorter: Policy = { ...aksu2024, correction: ruled({ days: 1, count: 'calendar' }) };
    const kept = keptOf(aksu2024, shorter, draft());
    expect(due(correction({ promised: kept }, shorter))).toBe('2024-08-24T00:00');
  });

  const met = { ...(correction({}) as Deadline), due: at('2024-08-24T12:00'), clause: '原期限' };

  test('handed back by the unit keeps the date the applicant had met, unless the new one is later', () => {
    expect(correction({ correctionMet: met })).toEqual(met);
    expect(correction({ correctionMet: { ...met, due: at('2024-08-24T00:00') } })?.clause).toBe('原期限');
    expect(correction({ correctionMet: { ...met, due: at('2024-08-23T00:00') } })).toMatchObject({
      due: at('2024-08-24T00:00'),
      clause: aksu2024.correction.clause,
    });
  });

  test('leaves no date behind for the publicity of what it changed', () => {
    const facts = { status: 'correction_publicity', postedAt: at('2024-08-05T12:00'), correctionMet: met } as const;
    expect(run(facts).publicity_period).toMatchObject({ name: 'publicity_period', due: at('2024-08-13T00:00') });
  });

  test('cannot be due before it was returned', () => {
    expect(() => correction({ returnedAt: null })).toThrow('the return');
  });

  test('that runs already is not set back to a date that was met', () => {
    const deadlines = run(returned);
    expect(correction({ deadlines, correctionMet: met })).toEqual(deadlines.correction_due);
  });
});

describe('Fee and originals', () => {
  const accepted = { status: 'payment', acceptedAt: at('2024-09-05T09:00') } as const;
  const payment = (facts: Partial<Facts>, policy?: Policy) => run({ ...accepted, ...facts }, policy).payment_due;
  const apart: Policy = {
    ...aksu2024,
    payment: ruled({ opens: '2024-09-10T00:00', due: '2024-09-15T24:00' }, '缴费'),
    materials: ruled({ opens: '2024-09-12T00:00', due: '2024-09-13T24:00' }, '材料'),
  };

  test('are due with the first window of what is still to be done', () => {
    expect(payment({}, apart)).toMatchObject({ due: at('2024-09-14T00:00'), clause: '材料' });
    expect(payment({ materialsAt: at('2024-09-12T09:00') }, apart)).toMatchObject({
      due: at('2024-09-16T00:00'),
      clause: '缴费',
    });
    expect(payment({ paidAt: at('2024-09-12T09:00') }, apart)).toMatchObject({ due: at('2024-09-14T00:00') });
  });

  test('of windows that end together the fee’s is told', () => {
    expect(payment({})?.clause).toBe(aksu2024.payment?.clause);
  });

  test('have hours given back that a pause took of their window, and not of the time before', () => {
    expect(due(payment({ pauses: anHourOn('2024-09-11') }))).toBe('2024-09-16T01:00');
    expect(due(payment({ pauses: anHourOn('2024-09-09') }))).toBe('2024-09-16T00:00');
    expect(due(payment({ acceptedAt: at('2024-09-11T12:00'), pauses: anHourOn('2024-09-11') }))).toBe(
      '2024-09-16T00:00',
    );
  });

  test('have the days after a late acceptance, without those that a pause took', () => {
    const late = { acceptedAt: at('2024-09-13T17:00') };
    expect(due(payment(late))).toBe('2024-09-20T00:00');
    expect(due(payment({ ...late, pauses: anHourOn('2024-09-18') }))).toBe('2024-09-21T00:00');
    expect(payment(late)?.clause).toBe(aksu2024.paymentGraceWorkingDays.clause);
  });

  test('without a window have those days alone', () => {
    expect(payment({}, { ...aksu2024, payment: null, materials: null })).toMatchObject({
      due: at('2024-09-11T00:00'),
      rule: 'working_days',
      countedFrom: '2024-09-05',
    });
  });

  test('owed before the audit count from the report', () => {
    const stages = { ...aksu2024.stages, paymentBeforeAudit: ruled(true) };
    const policy: Policy = { ...aksu2024, stages, payment: null };
    const reported = { acceptedAt: null, reportedAt: at('2024-08-20T09:00') };
    expect(payment(reported, policy)).toMatchObject({ due: at('2024-08-24T00:00'), countedFrom: '2024-08-20' });
  });

  test('cannot be due before anything has happened', () => {
    expect(() => payment({ acceptedAt: null, reportedAt: null })).toThrow('acceptance');
  });
});

describe('The defense fee', () => {
  const fee = { fees: { deputy_senior: 10_000 }, workingDays: 3 };
  const window = { opens: '2024-09-18T00:00', due: '2024-09-24T24:00' };
  const withFee = (more: Partial<typeof fee & { window: typeof window | null }> = {}): Policy => ({
    ...aksu2024,
    defenseFee: ruled({ window: null, ...fee, ...more }, '答辩费'),
  });
  const come = {
    status: 'defense_payment',
    acceptedAt: at('2024-09-05T09:00'),
    paidAt: at('2024-09-10T09:00'),
  } as const;
  const feeDue = (facts: Partial<Facts>, policy: Policy) =>
    run({ ...come, materialsAt: at('2024-09-11T09:00'), ...facts }, policy).defense_fee_due;

  test('is due some working days after the last of what came before', () => {
    expect(feeDue({}, withFee())).toMatchObject({
      due: at('2024-09-15T00:00'),
      countedFrom: '2024-09-11',
      clause: '答辩费',
    });
    expect(feeDue({ materialsAt: null }, withFee())).toMatchObject({ countedFrom: '2024-09-10' });
    expect(feeDue({ materialsAt: null, paidAt: null }, withFee())).toMatchObject({ countedFrom: '2024-09-05' });
    expect(due(feeDue({ pauses: anHourOn('2024-09-12') }, withFee()))).toBe('2024-09-19T00:00');
    expect(due(feeDue({ pauses: anHourOn('2024-09-10') }, withFee()))).toBe('2024-09-15T00:00');
  });

  test('is due with its window where that ends later, and never sooner than the days', () => {
    expect(feeDue({}, withFee({ window }))).toMatchObject({ due: at('2024-09-25T00:00'), rule: 'as_written' });
    expect(feeDue({ materialsAt: at('2024-09-24T09:00') }, withFee({ window }))).toMatchObject({
      due: at('2024-09-28T00:00'),
      rule: 'working_days',
    });
    expect(due(feeDue({ pauses: anHourOn('2024-09-19') }, withFee({ window })))).toBe('2024-09-25T01:00');
    expect(due(feeDue({ pauses: anHourOn('2024-09-14') }, withFee({ window })))).toBe('2024-09-25T00:00');
  });

  test('that an amendment has taken away has the days of the payment', () => {
    expect(feeDue({}, aksu2024)).toMatchObject({
      due: at('2024-09-15T00:00'),
      clause: aksu2024.paymentGraceWorkingDays.clause,
    });
  });

  test('has the longest time that was ever promised', () => {
    const promised = keptOf(withFee({ workingDays: 6 }), withFee(), draft());
    expect(due(feeDue({ promised }, withFee()))).toBe('2024-09-21T00:00');
    expect(due(feeDue({ promised: keptOf(withFee({ workingDays: 6 }), aksu2024, draft()) }, aksu2024))).toBe(
      '2024-09-21T00:00',
    );
  });
});

describe('A public period', () => {
  test('of the unit counts without the days that a pause took since the posting', () => {
    const posted = { status: 'unit_publicity', postedAt: at('2024-08-05T12:00') } as const;
    expect(due(run(posted).publicity_period)).toBe('2024-08-13T00:00');
    expect(due(run({ ...posted, pauses: anHourOn('2024-08-06') }).publicity_period)).toBe('2024-08-14T00:00');
    expect(due(run({ ...posted, pauses: anHourOn('2024-08-05') }).publicity_period)).toBe('2024-08-13T00:00');
    expect(() => run({ status: 'unit_publicity' })).toThrow('the posting');
  });

  test('of the result counts without the days that a pause took since its beginning', () => {
    const onNotice = { status: 'public_notice', noticeFrom: '2024-08-05' } as const;
    expect(due(run(onNotice).notice_period)).toBe('2024-08-13T00:00');
    expect(due(run({ ...onNotice, pauses: anHourOn('2024-08-06') }).notice_period)).toBe('2024-08-14T00:00');
    expect(() => run({ status: 'public_notice' })).toThrow('the start of the notice');
  });
});

describe('A deadline that people were told', () => {
  const posted = { status: 'unit_publicity', postedAt: at('2024-08-05T12:00') } as const;
  const [before] = [run(posted).publicity_period as Deadline];
  const moved = [{ from: 1, to: 2, why: 'toll' }] as const;
  const counted = (previous: Partial<Deadline>, calendar?: Calendar) =>
    run({ ...posted, deadlines: { publicity_period: { ...before, ...previous } } }, aksu2024, calendar)
      .publicity_period;

  test('is kept where it is later, and otherwise becomes later with the moves told before', () => {
    const later = { due: before.due + hour, moved };
    expect(counted(later)).toEqual({ ...before, ...later });
    expect(counted({ due: before.due - hour, moved })).toEqual({ ...before, moved });
    expect(counted({ moved, clause: '另一条' })).toEqual({ ...before, moved });
  });

  test('is provisional no longer once another calendar has its days', () => {
    const later = { due: before.due + hour, provisional: true, calendarVersion: '从前' };
    expect(counted(later)).toEqual({ ...before, ...later, provisional: false });
    const unannounced: Calendar = { ...calendar2024, officialYears: [] };
    expect(counted(later, unannounced)?.provisional).toBe(true);
    expect(counted({ ...later, provisional: false }, unannounced)?.provisional).toBe(false);
    expect(counted({ ...later, calendarVersion: calendar2024.version })?.provisional).toBe(true);
  });
});

test.each([
  ['filing_cutoff', 'days'],
  ['publicity_period', null],
  ['correction_due', 'hours'],
  ['payment_due', 'days'],
  ['defense_fee_due', 'days'],
  ['notice_period', null],
] as const satisfies readonly (readonly [DeadlineName, unknown])[])('of %s people are reminded by %s', (name, kind) => {
  expect(remindersOf(name)).toBe(kind);
});
