import { properAct } from '../../../../prover/properAct.js';
import type { ActData } from '../../../../rules/application/act.js';
import { decide, isRefusal } from '../../../../rules/application/decide.js';
import { evolve } from '../../../../rules/application/evolve.js';
import type { Facts } from '../../../../rules/application/facts.js';
import type { EventName } from '../../../../rules/application/lifecycle.js';
import { dueTransitions, nextDue } from '../../../../rules/application/timers.js';
import { day, hour, instantOf, isoInBeijing } from '../../../../rules/calendar/instant.js';
import { alarmsOf } from '../../../../rules/notifications/alarms.js';
import { remindersIn } from '../../../../rules/notifications/reminders.js';
import { amendmentFor } from '../../../../rules/policy/amendedTo.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { policyFor, runStory, type StoryStep, stories } from '../../../../simulation/story/story.js';
import { calendar2024, draft } from '../../../support/facts.js';

const played = (steps: readonly StoryStep[], policy: Policy = aksu2024) =>
  runStory(draft(), steps, policy, calendar2024);
const at = (written: string) => Date.parse(`${written}:00+08:00`);

function act(facts: Facts, event: EventName, when: number, policy: Policy, data: Partial<ActData> = {}) {
  const outcome = decide(facts, properAct(facts, event, policy, when, { data }), policy, calendar2024, when);
  if (isRefusal(outcome)) throw new Error(`${event}: ${outcome.code}: ${outcome.message}`);
  return evolve(facts, outcome);
}

describe('An amendment takes nothing from anybody who is under way', () => {
  const { value: payment } = aksu2024.payment;
  const harsher: Policy = {
    ...aksu2024,
    version: 2,
    maxSubmissions: { ...aksu2024.maxSubmissions, value: 2 },
    payment: { ...aksu2024.payment, value: { ...payment, due: '2024-09-12T24:00' } },
    materials: { ...aksu2024.materials, value: { ...payment, due: '2024-09-12T24:00' } },
    correction: { ...aksu2024.correction, value: { days: 1, count: 'calendar' } },
    resultNoticeWorkingDays: { ...aksu2024.resultNoticeWorkingDays, value: 5 - 2 },
    defense: { ...aksu2024.defense, noticeDays: { ...aksu2024.defense.noticeDays, value: 1 } },
    filing: { ...aksu2024.filing, committee: { ...aksu2024.filing.committee, value: '2024-08-26T18:00' } },
  };
  function amended(facts: Facts, when: number): Facts {
    const data = amendmentFor(
      { policy: aksu2024, calendar: calendar2024 },
      { policy: harsher, calendar: calendar2024 },
      facts,
    );
    return act(facts, 'amend_policy', when, harsher, data);
  }

  test('not the end of a payment window that has not begun for them', () => {
    const { facts, at: last } = played(stories.committee_audit);
    const accepted = act(amended(facts, last + hour), 'accept', at('2024-08-20T09:00'), harsher);
    expect(accepted.deadlines.payment_due).toMatchObject({ due: at('2024-09-16T00:00') });
  });

  test('nor a submission', () => {
    const steps: readonly StoryStep[] = ['return_for_correction', 'resubmit'];
    const { facts, at: last } = played([...stories.committee_audit, ...steps]);
    const returned = act(amended(facts, last + hour), 'return_for_correction', last + 2 * hour, harsher);
    expect(returned).toMatchObject({ status: 'correction', submissions: 2 });
    expect(isoInBeijing(returned.deadlines.correction_due?.due ?? 0)).toBe(
      isoInBeijing(last + 2 * hour + 3 * day).replace(/T.*/, 'T00:00:00.000+08:00'),
    );
  });

  test('nor a day of the notice', () => {
    const { facts, at: last } = played(stories.review);
    const passed = act(amended(facts, last + hour), 'record_tally', at('2024-09-26T17:00'), harsher);
    expect(passed.deadlines.notice_period).toMatchObject({ due: at('2024-10-11T00:00'), days: 5 });
  });

  test('nor a cutoff of those who have the application after them', () => {
    const { facts, at: last } = played(['submit', 'post_publicity', 'wait']);
    const recommended = act(amended(facts, last + hour), 'recommend', last + 2 * hour, harsher);
    expect(recommended.deadlines.filing_cutoff).toMatchObject({ due: instantOf('2024-08-30T18:00') });
  });

  test.each([
    ['payment', { payment: false }, 'payment'],
    ['payment', { payment: false, materials: false }, 'defense'],
    ['payment', { payment: false, materials: false, defense: false }, 'review'],
    ['defense', { defense: false }, 'review'],
    ['defense', { payment: false }, 'defense'],
  ] as const)('nobody in %s waits for what is no longer asked: %j leads to %s', (from, off, to) => {
    const { facts, at: last } = played(stories[from]);
    expect(facts.status).toBe(from);
    const stages = { ...aksu2024.stages };
    for (const [stage, value] of Object.entries(off)) {
      Object.assign(stages, { [stage]: { ...aksu2024.stages[stage as keyof typeof stages], value } });
    }
    const without: Policy = { ...aksu2024, version: 2, stages };
    const after = act(facts, 'amend_policy', last + hour, without, { version: 2 });
    expect(after.status).toBe(to);
    if (to !== 'payment') expect(after.deadlines.payment_due).toBeUndefined();
  });

  test('and what it improves holds', () => {
    const kinder: Policy = { ...aksu2024, version: 2, maxSubmissions: { ...aksu2024.maxSubmissions, value: 4 } };
    const present = { policy: aksu2024, calendar: calendar2024 };
    expect(amendmentFor(present, { policy: kinder, calendar: calendar2024 }, draft())).toEqual({ version: 2 });
  });
});

describe('An audit whose date has passed is told', () => {
  test('of every application that reaches it', () => {
    const { facts } = played([...stories.committee_audit, 'return_for_correction']);
    const late = act({ ...facts, deadlines: {} }, 'resubmit', at('2024-09-11T09:00'), aksu2024);
    const [alert] = remindersIn(late, aksu2024);
    expect(alert).toMatchObject({ kind: 'audit_overdue', to: 'office' });
    expect(alert?.at).toBeGreaterThan(late.lastAt ?? 0);
    expect((alert?.at ?? 0) - (late.lastAt ?? 0)).toBeLessThan(1000);
  });
});

describe('No state is without an end or an alarm', () => {
  const standing: readonly (readonly [string, readonly StoryStep[], number])[] = [
    ['objection', ['submit', 'post_publicity', 'raise_objection'], 15],
    ['objection', [...stories.public_notice, 'confirm_unit_posting', { event: 'raise_objection', role: 'office' }], 15],
    ['pause', ['submit', 'toll', 'approve_toll'], 7],
    ['correction_review', stories.correction_review, 3],
    ['defense', stories.defense, 60],
    ['review', stories.review, 90],
    ['posting', stories.public_notice, 3],
  ];

  test.each(standing)('%s: %j', (kind, steps, days) => {
    const policy = policyFor('correction_review', aksu2024);
    const via = steps === stories.correction_review ? policy : aksu2024;
    const { facts, at: last } = played(steps, via);
    const alarm = alarmsOf(facts, via).find((one) => one.kind === kind);
    const end = isoInBeijing(last + (days + 1) * day).replace(/T.*/, 'T00:00:00.000+08:00');
    expect(isoInBeijing(alarm?.at ?? 0)).toBe(end);
    expect(facts.overdueAt).toBe(alarm?.at);
    const told = remindersIn(facts, via)
      .filter((one) => one.kind === `${kind}_overdue`)
      .map(({ to }) => to);
    expect(told).toEqual(
      { posting: ['unit', 'office'], correction_review: ['unit', 'unit', 'office', 'supervisor'] }[kind] ?? [
        'office',
        'supervisor',
      ],
    );
  });

  test('it goes silent once it is over', () => {
    const { facts } = played([...stories.public_notice, 'confirm_unit_posting']);
    expect(facts.overdueAt).toBeNull();
    expect(played(['submit', 'toll', 'approve_toll', 'untoll']).facts.overdueAt).toBeNull();
  });
});

describe('By policy the conferral waits for the posting of the unit', () => {
  const waiting: Policy = { ...aksu2024, conferralAwaitsPosting: { ...aksu2024.conferralAwaitsPosting, value: true } };

  test('and comes with its confirmation when the period is over', () => {
    const { facts } = played(stories.public_notice, waiting);
    const late = (facts.deadlines.notice_period?.due ?? 0) + 5 * day;
    expect(nextDue(facts, waiting, calendar2024)).toBeNull();
    expect(dueTransitions(facts, waiting, calendar2024, late)).toEqual([]);
    const posted = act(facts, 'confirm_unit_posting', late, waiting);
    expect(dueTransitions(posted, waiting, calendar2024, late)).toMatchObject([{ to: 'conferred', at: late }]);
  });

  test('and otherwise does not', () => {
    const { facts } = played(stories.public_notice);
    expect(nextDue(facts, aksu2024, calendar2024)).toBe(facts.deadlines.notice_period?.due);
  });
});
