import { properAct } from '../../../prover/properAct.js';
import { explain } from '../../../rules/application/deadline.js';
import { decide, isRefusal } from '../../../rules/application/decide.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts } from '../../../rules/application/facts.js';
import { type EventName, isFinal } from '../../../rules/application/lifecycle.js';
import { dueTransitions, judge, nextDue } from '../../../rules/application/timers.js';
import { type Instant, isoInBeijing } from '../../../rules/calendar/instant.js';
import { letterRequestsOf } from '../../../rules/notifications/transitionLetters.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { policyFor, runStory, type StoryResult, type StoryStep, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const viaUnit = policyFor('correction_review', aksu2024);
const played = (story: readonly StoryStep[], policy: Policy = viaUnit): StoryResult =>
  runStory(draft(), story, policy, calendar2024);
const year = Date.parse('2025-08-01T00:00:00+08:00');

/** An act at an instant, after the deadlines that had come due. */
function acted(facts: Facts, event: EventName, at: Instant): Facts {
  const outcome = judge(facts, properAct(facts, event, viaUnit, at), viaUnit, calendar2024, at);
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return evolve(facts, outcome);
}

/** Returned by the committee on 08-12 at ten, handed in to the unit on 08-14 at the last minute. */
function inReview(): Facts {
  const { facts } = played(stories.committee_audit);
  const returned = acted(facts, 'return_for_correction', Date.parse('2024-08-12T10:00:00+08:00'));
  return acted(returned, 'resubmit', Date.parse('2024-08-14T23:59:59.999+08:00'));
}

describe('Where corrections go through the unit', () => {
  test('the applicant has until the last millisecond of the second day to hand in to the unit', () => {
    const { facts } = played(stories.correction);
    const due = facts.deadlines.correction_due?.due ?? Number.NaN;
    const outcome = (at: Instant) => judge(facts, properAct(facts, 'resubmit', viaUnit, at), viaUnit, calendar2024, at);
    expect(outcome(due - 1)).toMatchObject({ to: 'correction_review', deadlines: {} });
    for (const late of [due, due + 1]) {
      expect(outcome(late)).toMatchObject({ code: 'deadline_passed', deadline: { name: 'correction_due', due } });
    }
  });

  test('nothing lapses while the unit has it, be it for a year', () => {
    const facts = inReview();
    expect(nextDue(facts, viaUnit, calendar2024)).toBeNull();
    expect(dueTransitions(facts, viaUnit, calendar2024, year)).toEqual([]);
    expect(acted(facts, 'forward_correction', year).status).toBe('committee_audit');
  });

  test('it counts as a submission when the unit passes it on, with the version the applicant handed in', () => {
    const before = played(stories.correction).facts;
    const { facts, at } = played(stories.correction_review);
    expect(facts).toMatchObject({ submissions: before.submissions, status: 'correction_review' });
    expect(facts.dossierHash).not.toBe(before.dossierHash);
    const forwarded = acted(facts, 'forward_correction', at + 1);
    expect(forwarded).toMatchObject({ submissions: before.submissions + 1, dossierHash: facts.dossierHash });
  });

  test('what the unit returns has two days anew from that day, which the deadline says, and all defects open', () => {
    const at = Date.parse('2024-08-20T09:00:00+08:00');
    const facts = acted(inReview(), 'return_correction', at);
    const deadline = facts.deadlines.correction_due;
    if (!deadline) throw new Error('the correction is due');
    expect(isoInBeijing(deadline.due)).toBe('2024-08-23T00:00:00.000+08:00');
    expect(explain(deadline).zh).toContain('自2024-08-20次日起算2日');
    expect(facts.defects.length).toBeGreaterThan(0);
    const again = (receivedAt: Instant) =>
      judge(facts, properAct(facts, 'resubmit', viaUnit, receivedAt), viaUnit, calendar2024, receivedAt);
    expect(again(deadline.due - 1)).toMatchObject({ to: 'correction_review' });
    for (const late of [deadline.due, deadline.due + 1]) expect(again(late)).toMatchObject({ code: 'deadline_passed' });
    expect(dueTransitions(facts, viaUnit, calendar2024, deadline.due)).toMatchObject([{ to: 'lapsed' }]);
  });

  test('the unit says why it returns it', () => {
    const { facts, at } = played(stories.correction_review);
    const act = { ...properAct(facts, 'return_correction', viaUnit, at + 1), freeTextHash: null };
    expect(decide(facts, act, viaUnit, calendar2024, at + 1)).toMatchObject({
      code: 'free_text_missing',
      field: 'reason',
    });
  });

  test('a return on the first day takes nothing of an extension the applicant had, and the next round has none of it', () => {
    const asked = played([...stories.correction, 'extend']);
    const granted = runStory(asked.facts, ['approve_extension'], viaUnit, calendar2024, asked.at, {
      office: 'office-2',
    });
    const extended = granted.facts.deadlines.correction_due;
    const review = runStory(granted.facts, ['resubmit'], viaUnit, calendar2024, granted.at);
    const returned = acted(review.facts, 'return_correction', review.at + 1);
    expect(returned.deadlines.correction_due).toEqual(extended);
    const forwarded = runStory(returned, ['resubmit', 'forward_correction'], viaUnit, calendar2024, review.at);
    const nextRound = acted(forwarded.facts, 'return_for_correction', forwarded.at + 1);
    expect(nextRound.deadlines.correction_due).toMatchObject({ moved: [] });
  });

  test('the applicant may withdraw, and nobody else moves it', () => {
    const { facts, at } = played(stories.correction_review);
    expect(acted(facts, 'withdraw', at + 1).status).toBe('withdrawn');
    for (const event of ['resubmit', 'accept', 'return_for_correction'] as const) {
      const act = properAct(facts, event, viaUnit, at + 1);
      expect(decide(facts, act, viaUnit, calendar2024, at + 1)).toMatchObject({ code: 'event_not_allowed' });
    }
  });

  test('three submissions are three arrivals, however often the unit returned it', () => {
    const round: readonly StoryStep[] = ['resubmit', 'return_correction', 'resubmit', 'forward_correction'];
    const twice = played([...stories.correction, ...round, 'return_for_correction', ...round]);
    expect(twice.facts).toMatchObject({ status: 'committee_audit', submissions: aksu2024.maxSubmissions.value });
    const act = properAct(twice.facts, 'return_for_correction', viaUnit, twice.at + 1);
    expect(decide(twice.facts, act, viaUnit, calendar2024, twice.at + 1)).toMatchObject({
      code: 'submissions_used_up',
    });
  });

  test('unit, applicant and office hear of each step', () => {
    const letters = (story: readonly StoryStep[]) => {
      const [last] = played(story).transitions.slice(-1);
      return last && letterRequestsOf(last).map(({ kind, to }) => `${kind} ${to}`);
    };
    const review = stories.correction_review;
    expect(letters(review)).toEqual(['resubmitted applicant', 'correction_to_review unit']);
    expect(letters([...review, 'forward_correction'])).toEqual(['correction_forwarded applicant', 'arrived office']);
    expect(letters([...review, 'return_correction'])).toEqual(['correction_returned applicant']);
  });
});

describe('Elsewhere', () => {
  test('a policy that says no sends corrections to the committee', () => {
    expect(aksu2024.correctionViaUnit.value).toBe(false);
    const { facts } = played([...stories.correction, 'resubmit'], aksu2024);
    expect(facts).toMatchObject({ status: 'committee_audit', submissions: 2 });
    expect(facts).not.toHaveProperty('correctionMet');
    expect(isFinal('correction_review')).toBe(false);
  });
});
