import { properAct } from '../../../prover/properAct.js';
import { deadlineNames } from '../../../rules/application/deadlines.js';
import { decide, isRefusal, mayAct } from '../../../rules/application/decide.js';
import type { Facts } from '../../../rules/application/facts.js';
import {
  type EventName,
  eventLabels,
  events,
  findLaw,
  isFinal,
  lifecycle,
  type Next,
  personEvents,
  roles,
  type Status,
  statuses,
} from '../../../rules/application/lifecycle.js';
import { choosers } from '../../../rules/application/next.js';
import { hour, startOfDay } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import {
  periodOpens,
  policyFor,
  runStory,
  type StoryResult,
  type StoryStep,
  stories,
} from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

/** What has to have happened in the same status before an event makes sense. */
const preludes: Partial<Record<EventName, readonly StoryStep[]>> = {
  resolve_objection: ['raise_objection'],
  approve_extension: ['extend'],
  approve_toll: ['toll'],
  untoll: ['toll', 'approve_toll'],
  call_off_defense: ['schedule_defense'],
  score_defense: ['schedule_defense'],
  mark_absent: ['schedule_defense'],
  record_entrusted_result: ['send_entrustment'],
  confirm_entrusted_result: ['send_entrustment', 'record_entrusted_result'],
};
const returned: readonly StoryStep[] = ['submit', 'post_publicity', 'wait', 'recommend', 'return_to_unit'];

/** A correction that changes what was published waits for its publicity. */
const republished = stories.correction_publicity.slice(0, -1);

function snapshotIn(status: Status, event: EventName): StoryResult {
  const prelude = findLaw(status, event) ? (preludes[event] ?? []) : [];
  const special = { keep_publicity: { unit_review: returned }, post_publicity: { correction_review: republished } };
  const own = special[event as keyof typeof special] as Partial<Record<Status, readonly StoryStep[]>> | undefined;
  const story = own?.[status] ?? stories[status];
  return runStory(draft(), [...story, ...prelude], policyFor(status, aksu2024), calendar2024);
}

function at({ facts, at: last }: StoryResult, event: EventName): number {
  const windowed = ['committee_audit', 'payment'].includes(facts.status)
    ? periodOpens(event, facts.profile, aksu2024)
    : 0;
  const noticed = facts.noticeFrom === null ? 0 : startOfDay(facts.noticeFrom);
  return Math.max(last + hour, facts.defenseAt ?? 0, windowed, noticed);
}

function possible(next: Next, from: Status): readonly Status[] {
  return next === 'stays' ? [from] : typeof next === 'string' ? [next] : next.of;
}

/** Extending needs a deadline to extend; where none runs, the law's answer is that refusal. */
function nothingToExtend(facts: Facts, event: EventName): boolean {
  return event === 'extend' && Object.keys(facts.deadlines).length === 0;
}

const cases = statuses.flatMap((status) => personEvents.map((event) => ({ status, event })));

describe('Every event in every status by every role', () => {
  const tellable = cases.filter(
    ({ status, event }) => !(event === 'approve_extension' && Object.keys(lifecycle[status].deadlines).length === 0),
  );

  test.each(tellable)(
    '$event in $status is allowed to those the table names and refused to all others',
    ({ status, event }) => {
      const policy = policyFor(status, aksu2024);
      const played = snapshotIn(status, event);
      const law = findLaw(status, event);
      for (const role of roles.filter((candidate) => candidate !== 'timer')) {
        const bySecond = ['approve_extension', 'approve_toll', 'confirm_entrusted_result'].includes(event);
        const second = bySecond ? { office: 'office-2', operator: 'operator-2' } : {};
        const act = properAct(played.facts, event, policy, at(played, event), { role, people: second });
        const outcome = decide(played.facts, act, policy, calendar2024, act.receivedAt);
        if (law?.allowedRoles.includes(role) && !nothingToExtend(played.facts, event)) {
          expect(outcome).toMatchObject({ event, from: status, seq: played.facts.seq + 1 });
          if (isRefusal(outcome)) throw new Error(outcome.message);
          expect(possible(law.next, status)).toContain(outcome.to);
          expect(mayAct(played.facts, event, act.actor, policy, calendar2024, act.receivedAt)).toBeNull();
        } else {
          expect(isRefusal(outcome)).toBe(true);
          if (isRefusal(outcome)) expect(outcome.clause).not.toBe('');
        }
      }
    },
  );

  test.each(cases.filter(({ status, event }) => !findLaw(status, event)))(
    '$event in $status is refused as not now, with the way it stands',
    ({ status, event }) => {
      const policy = policyFor(status, aksu2024);
      const played = runStory(draft(), stories[status], policy, calendar2024);
      const role = roles.find((candidate) => statuses.some((s) => findLaw(s, event)?.allowedRoles.includes(candidate)));
      if (!role) throw new Error('an event of a person has a role');
      const act = properAct(played.facts, event, policy, at(played, event), { role });
      const outcome = decide(played.facts, act, policy, calendar2024, act.receivedAt);
      const codes = ['event_not_allowed', 'already_final', 'deadline_passed', 'not_yours'];
      expect(codes).toContain(isRefusal(outcome) ? outcome.code : 'allowed');
    },
  );
});

describe('The table itself', () => {
  test.each(statuses)('%s can be reached by its story', (status) => {
    expect(runStory(draft(), stories[status], policyFor(status, aksu2024), calendar2024).facts.status).toBe(status);
  });

  test('a final status has no events and no deadlines, every other has a turn and a way on', () => {
    for (const status of statuses) {
      const law = lifecycle[status];
      expect(Object.keys(law.events).length > 0).toBe(!isFinal(status));
      expect(law.turn === null).toBe(isFinal(status));
    }
  });

  test('every event stands in the table and has words in both languages', () => {
    for (const event of events) {
      expect(statuses.some((status) => findLaw(status, event))).toBe(true);
      expect(eventLabels[event].zh).toMatch(/\p{Script=Han}/u);
      expect(eventLabels[event].en).toMatch(/^[A-Z]/);
    }
  });

  test('every deadline of a status has exactly one event that its passing is', () => {
    for (const status of statuses) {
      const rows = Object.values(lifecycle[status].events) as { when?: string }[];
      const passing = rows.flatMap(({ when }) => (when ? [when] : []));
      expect(passing.sort()).toEqual([...lifecycle[status].deadlines].sort());
    }
  });

  test('every deadline runs in some status', () => {
    expect(new Set(statuses.flatMap((status) => lifecycle[status].deadlines))).toEqual(new Set(deadlineNames));
  });

  test('every chooser is used', () => {
    const used = statuses.flatMap((status) =>
      Object.values(lifecycle[status].events).flatMap((law) => {
        const { next } = law as { next: Next };
        return typeof next === 'object' ? [next.choose] : [];
      }),
    );
    expect(new Set(used)).toEqual(new Set(Object.keys(choosers)));
  });
});

describe('Who may not', () => {
  test("a clerk never acts on the clerk's own application", () => {
    const { facts, at: last } = runStory(draft(), ['submit'], aksu2024, calendar2024);
    const act = properAct(facts, 'post_publicity', aksu2024, last + hour, { people: { unit: 'applicant-1' } });
    expect(decide(facts, act, aksu2024, calendar2024, act.receivedAt)).toMatchObject({ code: 'own_application' });
  });

  test("another unit's clerk, another level's department and another campaign's office are refused", () => {
    const attempts = [
      ['submit', 'post_publicity', 'unit', 'unit-2'],
      ['superior_review', 'forward', 'department', 'department-2'],
      ['committee_audit', 'accept', 'office', 'another-campaign'],
    ] as const;
    for (const [status, event, role, scope] of attempts) {
      const { facts, at: last } = runStory(
        draft(),
        status === 'submit' ? ['submit'] : stories[status],
        aksu2024,
        calendar2024,
      );
      const act = { ...properAct(facts, event, aksu2024, last + hour), actor: { role, personId: 'x', scope } };
      expect(decide(facts, act, aksu2024, calendar2024, act.receivedAt)).toMatchObject({ code: 'not_yours' });
    }
  });

  test('nobody may pretend to be a deadline', () => {
    expect(personEvents).not.toContain('filing_cutoff');
    expect(personEvents).not.toContain('notice_ended');
  });
});
