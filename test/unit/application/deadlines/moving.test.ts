import type { Act } from '../../../../rules/application/act.js';
import type { Deadline } from '../../../../rules/application/deadline.js';
import { beganAt, type DeadlineName, runningDeadlines } from '../../../../rules/application/deadlines.js';
import type { Facts } from '../../../../rules/application/facts.js';
import type { EventName } from '../../../../rules/application/lifecycle.js';
import { filingGrantsAfter, movedDeadlines, reportedMoves } from '../../../../rules/application/moves.js';
import { hour, isoInBeijing } from '../../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { calendar2024, draft } from '../../../support/facts.js';

const at = (written: string) => Date.parse(`${written}:00+08:00`);
const ruled = <T>(value: T) => fromNotice(value, '通知 测试');
const deadline = (name: DeadlineName, due: string, more: Partial<Deadline> = {}): Deadline => ({
  name,
  due: at(due),
  clause: '条款',
  rule: 'as_written',
  countedFrom: null,
  days: null,
  skipped: [],
  calendarVersion: calendar2024.version,
  provisional: false,
  moved: [],
  ...more,
});
const running = (...all: readonly Deadline[]): Facts['deadlines'] =>
  Object.fromEntries(all.map((one) => [one.name, one]));
const act = (event: EventName, receivedAt: string, data: Act['data'] = {}): Act => ({
  key: '1',
  event,
  actor: { role: 'office', personId: 'office-2', scope: null },
  receivedAt: at(receivedAt),
  expectedSeq: null,
  data,
  freeTextHash: null,
});
const dues = (deadlines: Facts['deadlines']) =>
  Object.fromEntries(Object.values(deadlines).map(({ name, due }) => [name, isoInBeijing(due).slice(0, 16)]));

describe('A pause', () => {
  const cutoff = deadline('filing_cutoff', '2024-08-30T18:00');
  const resumed = (facts: Partial<Facts>, from: string, to: string) =>
    movedDeadlines(draft({ tolledSince: at(from), ...facts }), act('untoll', to), aksu2024, calendar2024);

  test('gives nothing back of what lay before filing opened', () => {
    const facts = { deadlines: running(cutoff) };
    expect(dues(resumed(facts, '2024-07-20T00:00', '2024-07-21T12:00'))).toEqual({ filing_cutoff: '2024-08-30T18:00' });
    expect(dues(resumed(facts, '2024-07-20T00:00', '2024-07-22T12:00'))).toEqual({ filing_cutoff: '2024-08-31T06:00' });
  });

  test('gives nothing back to what was due before it began, also at the same instant', () => {
    const facts = { deadlines: running(cutoff) };
    expect(resumed(facts, '2024-08-30T18:00', '2024-09-02T18:00')).toEqual(facts.deadlines);
    expect(dues(resumed(facts, '2024-08-30T17:00', '2024-09-02T17:00'))).toEqual({ filing_cutoff: '2024-09-02T18:00' });
  });

  test('without a beginning moves nothing', () => {
    const facts = draft({ tolledSince: null, deadlines: running(cutoff) });
    expect(movedDeadlines(facts, act('untoll', '2024-08-20T00:00'), aksu2024, calendar2024)).toBe(facts.deadlines);
  });

  const correction = (more: Partial<Deadline> = {}) =>
    deadline('correction_due', '2024-08-24T00:00', {
      rule: 'calendar_days',
      countedFrom: '2024-08-21',
      days: 2,
      ...more,
    });
  const returned = { status: 'correction', returnedAt: at('2024-08-21T10:00') } as const;

  test('gives calendar days back at weekends too, each with its reason', () => {
    const facts = { ...returned, deadlines: running(correction({ due: at('2024-08-26T00:00'), days: 4 })) };
    const moved = resumed(facts, '2024-08-24T08:00', '2024-08-25T20:00').correction_due;
    expect(moved).toMatchObject({ due: at('2024-08-28T00:00') });
    expect(moved?.skipped).toEqual([]);
    const longer = resumed(facts, '2024-08-24T08:00', '2024-08-26T20:00').correction_due;
    expect(longer).toMatchObject({
      due: at('2024-08-29T00:00'),
      skipped: [{ date: '2024-08-26', reason: '期限中止' }],
    });
  });

  test('takes no day twice that an earlier pause took', () => {
    const skipped = [{ date: '2024-08-22', reason: '期限中止' }];
    const facts = { ...returned, deadlines: running(correction({ due: at('2024-08-25T00:00'), skipped })) };
    expect(dues(resumed(facts, '2024-08-22T15:00', '2024-08-22T16:00'))).toEqual({
      correction_due: '2024-08-25T00:00',
    });
    expect(dues(resumed(facts, '2024-08-22T15:00', '2024-08-23T16:00'))).toEqual({
      correction_due: '2024-08-26T00:00',
    });
  });

  test('counts a weekend day that was passed over for another reason as one that did not count', () => {
    const skipped = [
      { date: '2024-08-10', reason: '周六' },
      { date: '2024-08-11', reason: '周日' },
    ];
    const period = deadline('publicity_period', '2024-08-14T00:00', {
      rule: 'working_days',
      countedFrom: '2024-08-06',
      days: 5,
      skipped,
    });
    const facts = { status: 'unit_publicity', postedAt: at('2024-08-06T08:00'), deadlines: running(period) } as const;
    expect(resumed(facts, '2024-08-10T08:00', '2024-08-11T08:00').publicity_period).toBe(period);
    expect(resumed(facts, '2024-08-09T08:00', '2024-08-12T08:00').publicity_period).toMatchObject({
      due: at('2024-08-16T00:00'),
      skipped,
    });
  });

  test('gives back the last day of an extension, though it is a day off', () => {
    const period = deadline('publicity_period', '2024-08-18T00:00', {
      rule: 'working_days',
      countedFrom: '2024-08-06',
      days: 5,
    });
    const facts = { status: 'unit_publicity', postedAt: at('2024-08-06T08:00'), deadlines: running(period) } as const;
    expect(dues(resumed(facts, '2024-08-17T08:00', '2024-08-17T09:00'))).toEqual({
      publicity_period: '2024-08-20T00:00',
    });
  });
});

describe('An extension', () => {
  const approve = act('approve_extension', '2024-08-20T09:00');
  const period = deadline('publicity_period', '2024-08-29T00:00');
  const cutoff = deadline('filing_cutoff', '2024-08-30T18:00');
  const asked = (name: DeadlineName, due: string): Partial<Facts> => ({
    pendingExtension: { deadline: name, due: at(due), requestedBy: 'office-1' },
  });
  const extended = (facts: Partial<Facts>) => movedDeadlines(draft(facts), approve, aksu2024, calendar2024);

  test('moves its deadline to a later instant only', () => {
    const deadlines = running(cutoff);
    expect(extended({ deadlines, ...asked('filing_cutoff', '2024-08-30T18:00') })).toBe(deadlines);
    expect(extended({ deadlines, ...asked('payment_due', '2024-09-30T18:00') })).toBe(deadlines);
    expect(extended({ deadlines, pendingExtension: null })).toBe(deadlines);
    expect(dues(extended({ deadlines, ...asked('filing_cutoff', '2024-09-01T18:00') }))).toEqual({
      filing_cutoff: '2024-09-01T18:00',
    });
  });

  test('of a publicity moves the cutoff as far, and of the cutoff not the publicity', () => {
    const deadlines = running(period, cutoff);
    expect(dues(extended({ deadlines, ...asked('publicity_period', '2024-09-03T00:00') }))).toEqual({
      publicity_period: '2024-09-03T00:00',
      filing_cutoff: '2024-09-04T18:00',
    });
    expect(dues(extended({ deadlines, ...asked('filing_cutoff', '2024-09-03T18:00') }))).toEqual({
      publicity_period: '2024-08-29T00:00',
      filing_cutoff: '2024-09-03T18:00',
    });
    expect(dues(extended({ deadlines: running(period), ...asked('publicity_period', '2024-09-03T00:00') }))).toEqual({
      publicity_period: '2024-09-03T00:00',
    });
  });
});

test('an act that moves nothing leaves the deadlines as they are, and one that hands over ends the cutoff', () => {
  const deadlines = running(
    deadline('filing_cutoff', '2024-08-30T18:00'),
    deadline('publicity_period', '2024-08-29T00:00'),
  );
  const facts = draft({ deadlines });
  expect(movedDeadlines(facts, act('raise_objection', '2024-08-20T09:00'), aksu2024, calendar2024)).toBe(deadlines);
  expect(dues(movedDeadlines(facts, act('recommend', '2024-08-20T09:00'), aksu2024, calendar2024))).toEqual({
    publicity_period: '2024-08-29T00:00',
  });
});

describe('What was added to the cutoff of filing', () => {
  const earlier = [{ why: 'extension', by: hour }] as const;
  const before = deadline('filing_cutoff', '2024-08-30T18:00');
  const days = deadline('filing_cutoff', '2024-08-30T00:00', {
    rule: 'calendar_days',
    countedFrom: '2024-08-27',
    days: 2,
  });
  const grants = (was: Deadline | null, is: Deadline | null, event: EventName, tolledSince: string | null) =>
    filingGrantsAfter(
      draft({
        filingGrants: earlier,
        deadlines: was ? running(was) : {},
        tolledSince: tolledSince === null ? null : at(tolledSince),
      }),
      act(event, '2024-08-28T10:00'),
      is ? running(is) : {},
    );
  const later = (one: Deadline, by: number) => ({ ...one, due: one.due + by });

  test('is kept with its reason for the cutoffs after it', () => {
    expect(grants(before, later(before, 5 * hour), 'approve_extension', null)).toEqual([
      ...earlier,
      { why: 'extension', by: 5 * hour },
    ]);
    expect(grants(before, later(before, 7 * hour), 'untoll', '2024-08-28T03:00')).toEqual([
      ...earlier,
      { why: 'toll', by: 7 * hour },
    ]);
  });

  test('of a cutoff counted in days is at least the hours that the pause took', () => {
    expect(grants(days, days, 'untoll', '2024-08-28T07:00')).toEqual([...earlier, { why: 'toll', by: 3 * hour }]);
    expect(grants(days, later(days, 24 * hour), 'untoll', '2024-08-28T07:00')).toEqual([
      ...earlier,
      { why: 'toll', by: 24 * hour },
    ]);
    expect(grants(days, days, 'approve_extension', '2024-08-28T07:00')).toBe(earlier);
    // Of one the notice fixes, what did not move was not touched.
    expect(grants(before, before, 'untoll', '2024-08-28T07:00')).toBe(earlier);
    expect(grants(days, days, 'untoll', null)).toBe(earlier);
  });

  test('is nothing where no cutoff runs, or where an act moves none', () => {
    expect(grants(null, before, 'approve_extension', null)).toBe(earlier);
    expect(grants(before, null, 'approve_extension', null)).toBe(earlier);
    expect(grants(before, later(before, hour), 'submit', null)).toBe(earlier);
  });
});

describe('A move is told', () => {
  const was = deadline('filing_cutoff', '2024-08-30T18:00', {
    moved: [{ from: at('2024-08-29T18:00'), to: at('2024-08-30T18:00'), why: 'extension' }],
  });
  const told = (event: EventName, data: Act['data'], counted: Facts['deadlines'], before = running(was)) =>
    reportedMoves(draft({ deadlines: before }), act(event, '2024-08-20T09:00', data), counted);
  const is = { ...was, due: at('2024-09-01T18:00') };

  test.each([
    ['approve_extension', {}, 'extension'],
    ['untoll', {}, 'toll'],
    ['amend_policy', { version: 2 }, 'policy'],
    ['amend_policy', { version: 2, calendar: { version: '2', alone: true } }, 'calendar'],
    ['amend_policy', { version: 2, calendar: { version: '2', alone: false } }, 'policy_and_calendar'],
  ] as const)('of %s with %j as %s, after those before', (event, data, why) => {
    expect(told(event, data, running(is)).filing_cutoff).toEqual({
      ...is,
      moved: [...was.moved, { from: was.due, to: is.due, why }],
    });
  });

  test('only of what became later, and not of what has just begun', () => {
    expect(told('untoll', {}, running(was)).filing_cutoff).toEqual(was);
    expect(told('untoll', {}, running(is), {}).filing_cutoff).toEqual(is);
  });

  test('of no other act', () => {
    const counted = running(is);
    expect(told('submit', {}, counted)).toBe(counted);
  });
});

describe('A pause takes time from', () => {
  const accepted = { status: 'payment', acceptedAt: at('2024-09-05T09:00') } as const;
  const began = (name: DeadlineName, facts: Partial<Facts>, policy: Policy = aksu2024) => {
    const all = draft({ deadlines: {}, ...facts });
    return isoInBeijing(
      beganAt(name, { ...all, deadlines: runningDeadlines(all, policy, calendar2024) }, policy),
    ).slice(0, 16);
  };

  test('the payment since its window opened, or since the acceptance where that came later', () => {
    expect(began('payment_due', accepted)).toBe('2024-09-10T00:00');
    expect(began('payment_due', { ...accepted, acceptedAt: at('2024-09-10T11:00') })).toBe('2024-09-10T11:00');
  });

  test('the payment since the acceptance, where the days after that count', () => {
    expect(began('payment_due', { ...accepted, acceptedAt: at('2024-09-13T17:00') })).toBe('2024-09-13T17:00');
    expect(began('payment_due', accepted, { ...aksu2024, payment: null, materials: null })).toBe('2024-09-05T09:00');
  });

  test('the payment since the acceptance, though its window has not opened by then', () => {
    const brief: Policy = { ...aksu2024, payment: ruled({ opens: '2024-09-14T00:00', due: '2024-09-14T12:00' }) };
    const facts = { ...accepted, acceptedAt: at('2024-09-13T17:00'), materialsAt: at('2024-09-10T09:00') };
    expect(began('payment_due', facts, brief)).toBe('2024-09-13T17:00');
  });

  test.each([
    ['publicity_period', 'the posting'],
    ['correction_due', 'the return'],
    ['notice_period', 'the start of the notice'],
  ] as const)('no %s without %s', (name, what) => {
    expect(() => beganAt(name, draft(), aksu2024)).toThrow(what);
  });

  test('what is owed before the audit since it was reported', () => {
    const stages = { ...aksu2024.stages, paymentBeforeAudit: ruled(true) };
    const policy: Policy = {
      ...aksu2024,
      stages,
      payment: ruled({ opens: '2024-08-01T00:00', due: '2024-09-05T24:00' }),
    };
    const facts = { status: 'payment', acceptedAt: null, reportedAt: at('2024-08-20T09:00') } as const;
    expect(began('payment_due', facts, policy)).toBe('2024-08-20T09:00');
  });

  test('both fee and originals since the first of their windows opened', () => {
    const policy: Policy = { ...aksu2024, materials: ruled({ opens: '2024-09-08T00:00', due: '2024-09-15T24:00' }) };
    expect(began('payment_due', accepted, policy)).toBe('2024-09-08T00:00');
    expect(began('payment_due', { ...accepted, materialsAt: at('2024-09-08T09:00') }, policy)).toBe('2024-09-10T00:00');
  });

  const fee = { fees: { deputy_senior: 10_000 }, workingDays: 3 };
  const window = { opens: '2024-09-18T00:00', due: '2024-09-30T24:00' };
  const defended = { ...accepted, status: 'defense_payment', paidAt: at('2024-09-12T09:00') } as const;

  test('the defense fee since its window opened, or since all before it was done', () => {
    const withWindow: Policy = { ...aksu2024, defenseFee: ruled({ ...fee, window }) };
    expect(began('defense_fee_due', { ...defended, materialsAt: at('2024-09-11T09:00') }, withWindow)).toBe(
      '2024-09-18T00:00',
    );
    expect(began('defense_fee_due', { ...defended, materialsAt: at('2024-09-19T09:00') }, withWindow)).toBe(
      '2024-09-19T09:00',
    );
    const without: Policy = { ...aksu2024, defenseFee: ruled({ ...fee, window: null }) };
    expect(began('defense_fee_due', { ...defended, materialsAt: at('2024-09-11T09:00') }, without)).toBe(
      '2024-09-12T09:00',
    );
    expect(began('defense_fee_due', defended, aksu2024)).toBe('2024-09-12T09:00');
  });

  test('the defense fee since all was done, where the days after that count', () => {
    const late: Policy = { ...aksu2024, defenseFee: ruled({ ...fee, window: { ...window, due: '2024-09-18T12:00' } }) };
    expect(began('defense_fee_due', { ...defended, materialsAt: at('2024-09-14T09:00') }, late)).toBe(
      '2024-09-14T09:00',
    );
  });
});
