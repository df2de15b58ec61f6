import { properAct } from '../../../../prover/properAct.js';
import type { ActData } from '../../../../rules/application/act.js';
import { explain } from '../../../../rules/application/deadline.js';
import { isRefusal } from '../../../../rules/application/decide.js';
import { evolve } from '../../../../rules/application/evolve.js';
import type { Facts } from '../../../../rules/application/facts.js';
import {
  type EventName,
  isFinal,
  personEvents,
  type Status,
  statuses,
} from '../../../../rules/application/lifecycle.js';
import { openDraft } from '../../../../rules/application/opening.js';
import { dueTransitions, judge, nextDue } from '../../../../rules/application/timers.js';
import { campaignCalendar } from '../../../../rules/calendar/campaignCalendar.js';
import { isoInBeijing } from '../../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { province2025 } from '../../../../rules/policy/campaigns/province2025.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { policyFor, runStory, stories } from '../../../../simulation/story/story.js';
import { calendar2024, deputySenior, draft } from '../../../support/facts.js';

const at = (written: string) => Date.parse(`${written}:00+08:00`);
/** Cutoffs: applicants 06-13 17:00, units 06-27 17:00, departments 07-11 17:00, the committee 07-18 17:00. */
const policy: Policy = province2025;
const calendar = campaignCalendar(policy);
const { filing } = policy;

function opened(): Facts {
  const identity = { applicationId: 'a', campaignId: policy.id, applicantId: 'applicant-1', unitId: 'unit-1' };
  return openDraft({ ...identity, chain: ['department-1'], profile: deputySenior }, policy, calendar);
}

function act(facts: Facts, event: EventName, when: string, data: Partial<ActData> = {}, office = 'office-1'): Facts {
  const passed = dueTransitions(facts, policy, calendar, at(when)).reduce(evolve, facts);
  const given = properAct(passed, event, policy, at(when), { data, people: { office } });
  const outcome = judge(passed, given, policy, calendar, at(when));
  if (isRefusal(outcome)) throw new Error(`${event}: ${outcome.code}: ${outcome.message}`);
  return evolve(passed, outcome);
}
const cutoff = ({ deadlines }: Facts) => {
  const deadline = deadlines.filing_cutoff;
  if (!deadline) throw new Error('no cutoff runs');
  return { due: isoInBeijing(deadline.due).slice(0, 16), whose: deadline.whose?.stage, clause: deadline.clause };
};

const submitted = () => act(opened(), 'submit', '2025-06-02T09:00');

describe('Each hat has its own cutoff', () => {
  test('on the way up', () => {
    expect(cutoff(opened())).toEqual({ due: '2025-06-13T17:00', whose: 'applicant', clause: filing.applicant?.clause });
    expect(cutoff(submitted())).toEqual({ due: '2025-06-27T17:00', whose: 'unit', clause: filing.unit?.clause });
  });

  test('and on the way back: an applicant has the applicants’ again, and not the unit’s', () => {
    const returned = act(submitted(), 'return_to_applicant', '2025-06-10T09:00');
    expect(cutoff(returned)).toEqual({ due: '2025-06-13T17:00', whose: 'applicant', clause: filing.applicant?.clause });
  });

  test('where it has passed, the policy’s days from the return, by that clause', () => {
    const returned = act(submitted(), 'return_to_applicant', '2025-06-16T09:00');
    expect(cutoff(returned)).toEqual({
      due: '2025-06-20T00:00',
      whose: 'applicant',
      clause: filing.afterReturn.clause,
    });
    const again = act(returned, 'submit', '2025-06-19T09:00');
    expect(cutoff(again)).toMatchObject({ due: '2025-06-27T17:00', whose: 'unit' });
  });

  test('but never beyond the cutoff of the committee', () => {
    const posted = act(submitted(), 'post_publicity', '2025-06-03T09:00');
    const superior = act(posted, 'recommend', '2025-06-20T09:00');
    expect(cutoff(superior)).toMatchObject({ due: '2025-07-11T17:00', whose: 'chain' });
    const back = act(superior, 'return_to_unit', '2025-07-10T09:00');
    expect(cutoff(back)).toMatchObject({ due: '2025-07-16T00:00', whose: 'unit' });
    const late = act(act(back, 'keep_publicity', '2025-07-15T09:00'), 'recommend', '2025-07-15T10:00');
    expect(cutoff(late)).toEqual({ due: '2025-07-18T17:00', whose: 'committee', clause: filing.committee.clause });
  });

  test('what an extension added to one is added to those after it', () => {
    const asked = act(opened(), 'extend', '2025-06-03T09:00', {
      deadline: 'filing_cutoff',
      due: at('2025-06-16T17:00'),
    });
    const extended = act(asked, 'approve_extension', '2025-06-03T10:00', {}, 'office-2');
    const unit = act(extended, 'submit', '2025-06-16T16:00');
    expect(cutoff(unit)).toMatchObject({ due: '2025-06-30T17:00', whose: 'unit' });
    expect(unit.deadlines.filing_cutoff?.moved).toMatchObject([{ why: 'extension' }]);
  });

  test('an extension asked for one is nobody else’s', () => {
    const asked = act(submitted(), 'extend', '2025-06-03T09:00', {
      deadline: 'filing_cutoff',
      due: at('2025-07-01T17:00'),
    });
    expect(act(asked, 'return_to_applicant', '2025-06-10T09:00').pendingExtension).toBeNull();
  });

  test('every cutoff says whose it is', () => {
    const deadline = opened().deadlines.filing_cutoff;
    expect(deadline && explain(deadline)).toMatchObject({
      zh: expect.stringMatching(/^个人提交截止：/),
      en: expect.stringMatching(/^Cutoff for applicants: /),
    });
  });
});

test('a publicity that is extended past the cutoff moves the cutoff as far', () => {
  const { facts } = runStory(draft(), ['submit', 'post_publicity'], aksu2024, calendar2024, at('2024-08-22T08:00'));
  const story = runStory(
    facts,
    [{ event: 'extend', data: { deadline: 'publicity_period', due: at('2024-09-04T00:00') } }],
    aksu2024,
    calendar2024,
    at('2024-08-23T08:00'),
  );
  const { facts: extended } = runStory(story.facts, ['approve_extension'], aksu2024, calendar2024, story.at, {
    office: 'office-2',
  });
  expect(extended.deadlines.filing_cutoff).toMatchObject({
    due: at('2024-09-04T18:00'),
    moved: [{ from: at('2024-08-30T18:00'), why: 'extension' }],
  });
  const [ended] = dueTransitions(extended, aksu2024, calendar2024, at('2024-09-04T00:00'));
  expect(ended).toMatchObject({ to: 'recommendation', deadlines: { filing_cutoff: { due: at('2024-09-04T18:00') } } });
});

describe('What has lapsed', () => {
  /** Where a deadline can make an application lapse. */
  const lapsing = statuses
    .filter((status) => !isFinal(status))
    .flatMap((status): { from: Status; facts: Facts }[] => {
      const own = policyFor(status, aksu2024);
      const { facts } = runStory(draft(), stories[status], own, calendar2024);
      const due = nextDue(facts, own, calendar2024);
      const all = due === null ? [] : dueTransitions(facts, own, calendar2024, at('2025-12-31T00:00'));
      const lapsed = all.find(({ to }) => to === 'lapsed');
      return lapsed ? [{ from: lapsed.from, facts: all.reduce(evolve, facts) }] : [];
    });

  test.each(lapsing)('in $from refuses whatever comes with the deadline that passed and its clause', ({ facts }) => {
    for (const event of personEvents) {
      const late = properAct(facts, event, aksu2024, at('2026-01-01T00:00'));
      const outcome = judge(facts, late, aksu2024, calendar2024, late.receivedAt);
      if (!isRefusal(outcome)) throw new Error(`${event} is allowed`);
      if (outcome.code === 'role_not_allowed' || outcome.code === 'not_yours') continue;
      const passed = facts.passed?.deadline;
      expect({ event, code: outcome.code, clause: outcome.clause, deadline: outcome.deadline }).toEqual({
        event,
        code: 'deadline_passed',
        clause: passed?.clause,
        deadline: passed,
      });
    }
  });
});

describe('An instant of a part of a millisecond', () => {
  test.each([
    ['submit', {}, 0.5],
    ['extend', { deadline: 'filing_cutoff', due: at('2024-09-02T18:00') + 0.25 } as const, 0],
  ] as const)('is refused: %s', (event, data, more) => {
    const given = { ...properAct(draft(), event, aksu2024, at('2024-08-01T09:00'), { data }) };
    const act = { ...given, receivedAt: given.receivedAt + more };
    expect(judge(draft(), act, aksu2024, calendar2024, act.receivedAt)).toMatchObject({ code: 'instant_inexact' });
  });
});
