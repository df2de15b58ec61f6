import { properAct } from '../../../prover/properAct.js';
import type { Act, ActData, Transition } from '../../../rules/application/act.js';
import { aheadOfClock, decide, isRefusal, mayAct } from '../../../rules/application/decide.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts } from '../../../rules/application/facts.js';
import { type EventName, findLaw, lawsIn, type Status, statuses } from '../../../rules/application/lifecycle.js';
import { addDays, endOfDay, hour, instantOf, localDateOf } from '../../../rules/calendar/instant.js';
import { deadlineLabelFor } from '../../../rules/candidate/labelsOfTrack.js';
import { alarmsOf } from '../../../rules/notifications/alarms.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { policyFor, runStory, type StoryStep, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const played = (story: readonly StoryStep[], policy: Policy = aksu2024) =>
  runStory(draft(), story, policy, calendar2024);
const outcomeOf = (facts: Facts, act: Act, policy: Policy = aksu2024, now = act.receivedAt) =>
  decide(facts, act, policy, calendar2024, now);
const later = ({ lastAt }: Facts) => (lastAt ?? 0) + hour;
const proper = (facts: Facts, event: EventName, more: Partial<Act> = {}, policy: Policy = aksu2024): Act => ({
  ...properAct(facts, event, policy, later(facts)),
  ...more,
});
const inReview = played(stories.unit_review).facts;

describe('An act is not decided', () => {
  test('when it is registered more than two seconds ahead of the clock', () => {
    const now = instantOf('2024-08-01T10:00');
    expect([now - hour, now, now + 2_000].map((at) => aheadOfClock(at, now))).toEqual([null, null, null]);
    const refusal = { code: 'clock_ahead', clause: '收件时间规则' };
    expect(aheadOfClock(now + 2_001, now)).toMatchObject(refusal);
    expect(aheadOfClock(now + 2_001, now)?.message).toMatch(/\p{Script=Han}/u);
    const act = proper(inReview, 'post_publicity');
    expect(outcomeOf(inReview, act, aksu2024, act.receivedAt - 2_001)).toMatchObject(refusal);
    expect(outcomeOf(inReview, act, aksu2024, act.receivedAt - 2_000)).toMatchObject({ to: 'unit_publicity' });
  });

  test('when it was made on a page of another state', () => {
    const made = (expectedSeq: number | null) =>
      outcomeOf(inReview, proper(inReview, 'post_publicity', { expectedSeq }));
    for (const seq of [inReview.seq - 1, inReview.seq + 1])
      expect(made(seq)).toMatchObject({ code: 'stale_page', clause: '收件时间规则' });
    for (const seq of [inReview.seq, null]) expect(made(seq)).toMatchObject({ to: 'unit_publicity' });
  });

  test.each(['due', 'at', 'was'])('when its “%s” is a part of a millisecond', (name) => {
    const refusal = { code: 'instant_inexact', clause: '收件时间规则' };
    const act = proper(inReview, 'post_publicity');
    expect(
      outcomeOf(inReview, { ...act, receivedAt: act.receivedAt + 0.5 }, aksu2024, act.receivedAt + 1),
    ).toMatchObject(refusal);
    const withData = (value: unknown) => outcomeOf(inReview, { ...act, data: { [name]: value } as ActData });
    for (const value of [1.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN]) expect(withData(value)).toMatchObject(refusal);
    for (const value of [1, null, '2024-08-01']) expect(isRefusal(withData(value))).toBe(false);
  });

  test('but a number that is no instant may be a part of one', () => {
    const act = proper(inReview, 'post_publicity', { data: { amount: 1.5 } as unknown as ActData });
    expect(isRefusal(outcomeOf(inReview, act))).toBe(false);
  });
});

test('no outcome is no refusal', () => {
  expect(isRefusal(null)).toBe(false);
});

describe('What is not possible now is refused with the reason', () => {
  const refusalOf = (facts: Facts, event: EventName, policy: Policy = aksu2024) => {
    const outcome = outcomeOf(facts, proper(facts, event, {}, policy), policy);
    if (!isRefusal(outcome)) throw new Error(`${event} is possible`);
    return outcome;
  };

  test('a deadline that led here, for what was possible before it; anything else is out of turn', () => {
    const { facts } = played(stories.recommendation);
    expect(refusalOf(facts, 'resolve_objection')).toMatchObject({
      code: 'deadline_passed',
      deadline: { name: 'publicity_period' },
    });
    expect(refusalOf(facts, 'accept')).toMatchObject({ code: 'event_not_allowed', deadline: null });
    const { facts: further } = played(stories.superior_review);
    expect(refusalOf(further, 'resolve_objection')).toMatchObject({ code: 'event_not_allowed', deadline: null });
  });

  test('after a lapse the deadline that passed, whatever is tried', () => {
    const { facts } = played(stories.lapsed);
    for (const event of ['resubmit', 'accept', 'submit'] as const)
      expect(refusalOf(facts, event)).toMatchObject({ code: 'deadline_passed', deadline: { name: 'correction_due' } });
  });

  test('an end, or another’s turn, in words that name the status', () => {
    const { facts: ended } = played(stories.conferred);
    expect(refusalOf(ended, 'accept')).toMatchObject({ code: 'already_final' });
    for (const [facts, event, zh, en] of [
      [ended, 'accept', '取得资格', 'Conferred'],
      [inReview, 'accept', '单位审核', 'Unit review'],
    ] as const) {
      const { message, messageEn } = refusalOf(facts, event);
      expect([message, messageEn]).toEqual([expect.stringContaining(zh), expect.stringContaining(en)]);
    }
  });

  test('the fee’s deadline is called by what was asked for on its side of the audit', () => {
    const stages = { ...aksu2024.stages, paymentBeforeAudit: fromNotice(true, '通知 五') };
    const before: Policy = { ...aksu2024, stages };
    const arrived = stories.committee_audit;
    const early = played([...arrived, 'wait'], before).facts;
    const late = played([...arrived, 'confirm_payment', 'accept', 'wait'], before).facts;
    const labels = (
      [
        [early, 'before'],
        [late, 'after'],
      ] as const
    ).map(([facts, side]) => {
      const { message, deadline } = refusalOf(facts, 'accept', before);
      if (!deadline) throw new Error('no deadline');
      const { zh } = deadlineLabelFor(deadline, facts.profile, before, side);
      expect(message).toContain(zh);
      return zh;
    });
    expect(new Set(labels).size).toBe(2);
  });
});

describe('A transition changes', () => {
  /** Acts that leave an application where it is. */
  const staying: Readonly<Partial<Record<Status, readonly StoryStep[]>>> = {
    correction: ['extend', 'toll', 'approve_toll'],
    review: ['defer'],
    public_notice: ['confirm_unit_posting'],
  };
  const kept = statuses.map((status) => policyFor(status, aksu2024));
  const all: readonly { readonly before: Facts; readonly transition: Transition; readonly policy: Policy }[] =
    statuses.flatMap((status, index) => {
      const policy = kept[index] ?? aksu2024;
      let before = draft();
      const stays = [...stories[status], ...(staying[status] ?? [])];
      return played(stays, policy).transitions.map((transition) => {
        const one = { before, transition, policy };
        before = evolve(before, transition);
        return one;
      });
    });

  test('since when it is in its status, when it comes to another one', () => {
    for (const { transition } of all) {
      const { from, to, at, changes } = transition;
      expect(changes.since).toBe(from === to ? undefined : at);
      expect(changes.reviewSince).toBe(from !== to && to === 'review' ? at : undefined);
      expect(changes.lastAt).toBe(at);
    }
    expect(all.some(({ transition: { from, to } }) => from === to)).toBe(true);
  });

  test('the day its result is on notice from, as the meeting decides or it comes to the notice, and never else', () => {
    for (const { transition } of all) {
      const { event, from, to, at, changes } = transition;
      const noticed = (changes.tally !== undefined && event !== 'defer') || (to === 'public_notice' && from !== to);
      expect(changes.noticeFrom).toBe(noticed ? addDays(localDateOf(at), 1) : undefined);
    }
    expect(all.some(({ transition }) => transition.changes.noticeFrom)).toBe(true);
  });

  test('the deadline that led to it, when a deadline did', () => {
    for (const { before, transition } of all) {
      const { from, to, event, changes } = transition;
      const name = findLaw(from, event)?.when;
      expect(changes.passed).toEqual(name ? { deadline: before.deadlines[name], from, to } : undefined);
    }
  });

  test('what is overdue first, and neither that nor the days given after a return where they stay the same', () => {
    for (const { before, transition, policy } of all) {
      const after = evolve(before, transition);
      const ends = alarmsOf(after, policy).map(({ at }) => at);
      expect(after.overdueAt).toBe(ends.length > 0 ? Math.min(...ends) : null);
      for (const name of ['overdueAt', 'filingGrants'] as const)
        if (name in transition.changes) expect(transition.changes[name]).not.toBe(before[name]);
    }
  });

  test('of two things that may be overdue the earlier one: an objection, or the unit’s own posting', () => {
    const overdue = (objectionDays: number, postingDays: number) => {
      const alarms = {
        ...aksu2024.alarms,
        objectionDays: fromNotice(objectionDays, '通知'),
        postingDays: fromNotice(postingDays, '通知'),
      };
      const { facts, at } = played([...stories.public_notice, { event: 'raise_objection', role: 'office' }], {
        ...aksu2024,
        alarms,
      });
      return { is: facts.overdueAt, objection: localDateOf(at), posting: facts.noticeFrom ?? '' };
    };
    const objected = overdue(2, 20);
    expect(objected.is).toBe(endOfDay(addDays(objected.objection, 2)));
    const posted = overdue(20, 2);
    expect(posted.is).toBe(endOfDay(addDays(posted.posting, 2)));
  });
});

describe('What somebody may do is told before they do it', () => {
  test('and is what the decision will be, for whatever does not depend on their words and papers', () => {
    for (const status of statuses) {
      const policy = policyFor(status, aksu2024);
      const { facts } = played(stories[status], policy);
      const at = later(facts);
      for (const [event, { allowedRoles }] of lawsIn(status)) {
        if (allowedRoles.includes('timer')) continue;
        if (event === 'disqualify' || event === 'amend_policy') continue;
        const act = properAct(facts, event, policy, at);
        const told = mayAct(facts, event, act.actor, policy, calendar2024, at, { unitSanctionedUntil: null });
        if (!isRefusal(outcomeOf(facts, act, policy))) expect([event, told]).toEqual([event, null]);
        const stranger = { ...act.actor, personId: 'nobody', scope: 'elsewhere' };
        expect(mayAct(facts, event, stranger, policy, calendar2024, at)?.code ?? null).toBe(
          codeOf(outcomeOf(facts, { ...act, actor: stranger }, policy)),
        );
      }
    }
  });

  test('as what the law has no row for is refused', () => {
    const { actor } = proper(played(stories.committee_audit).facts, 'accept');
    expect(mayAct(inReview, 'accept', actor, aksu2024, calendar2024, later(inReview))).toMatchObject({
      code: 'event_not_allowed',
    });
  });

  test('a sanction of the unit as far as it is known', () => {
    const { facts } = played(stories.recommendation);
    for (const event of ['recommend', 'decline'] as const) {
      const { actor } = proper(facts, event);
      const told = (known?: { readonly unitSanctionedUntil: string | null }) =>
        mayAct(facts, event, actor, aksu2024, calendar2024, later(facts), known);
      expect(told({ unitSanctionedUntil: '2027-08-01' })).toMatchObject({ code: 'sanctioned' });
      expect([told({ unitSanctionedUntil: null }), told()]).toEqual([null, null]);
    }
  });
});

const codeOf = (outcome: ReturnType<typeof decide>) => (isRefusal(outcome) ? outcome.code : null);
