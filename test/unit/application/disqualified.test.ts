import { properAct } from '../../../prover/properAct.js';
import { decide } from '../../../rules/application/decide.js';
import {
  arrivingEvents,
  isFinal,
  lifecycle,
  personEvents,
  roles,
  type Status,
  statuses,
} from '../../../rules/application/lifecycle.js';
import { dueTransitions } from '../../../rules/application/timers.js';
import { hour } from '../../../rules/calendar/instant.js';
import { letterRequestsOf } from '../../../rules/notifications/transitionLetters.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { policyFor, runStory, type StoryStep, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

function sanctioned(status: Status, more: readonly StoryStep[] = []) {
  const policy = policyFor(status, aksu2024);
  const { facts, at } = runStory(draft(), [...stories[status], ...more], policy, calendar2024);
  const act = properAct(facts, 'disqualify', policy, at + hour, { role: 'timer' });
  return { policy, at, outcome: decide(facts, act, policy, calendar2024, act.receivedAt) };
}

const running = statuses.filter((status) => !isFinal(status));

describe('A sanction that stands', () => {
  test.each(running)('ends an application in %s, and no deadline of it runs on', (status) => {
    const { outcome, policy, at } = sanctioned(status);
    expect(outcome).toMatchObject({ event: 'disqualify', from: status, to: 'disqualified', deadlines: {} });
    if (!('event' in outcome)) throw new Error('it was refused');
    const ended = {
      ...draft(),
      ...outcome.changes,
      status: outcome.to,
      seq: outcome.seq,
      deadlines: outcome.deadlines,
    };
    expect(dueTransitions(ended, policy, calendar2024, at + 10_000 * hour)).toEqual([]);
    expect(letterRequestsOf(outcome).map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'disqualified applicant',
      'disqualified unit',
    ]);
  });

  test.each(running)('does so in %s while the deadlines stand still as well', (status) => {
    expect(sanctioned(status, ['toll', 'approve_toll']).outcome).toMatchObject({ to: 'disqualified' });
  });

  test.each(['unit_publicity', 'public_notice'] as const)('and in %s with an objection open', (status) => {
    const objection: StoryStep = { event: 'raise_objection', role: 'supervisor' };
    expect(sanctioned(status, [objection]).outcome).toMatchObject({ to: 'disqualified' });
  });

  test.each(statuses.filter(isFinal))('changes nothing of one that has ended as %s', (status) => {
    const { outcome } = sanctioned(status);
    expect(['already_final', 'deadline_passed']).toContain('code' in outcome && outcome.code);
  });

  test('comes from the register: nobody has a button or a route for it, in no role', () => {
    expect(arrivingEvents).toEqual(['amend_policy', 'disqualify']);
    expect(personEvents).not.toContain('disqualify');
    for (const status of running) {
      const policy = policyFor(status, aksu2024);
      const { facts, at } = runStory(draft(), stories[status], policy, calendar2024);
      for (const role of roles.filter((one) => one !== 'timer')) {
        const act = properAct(facts, 'disqualify', policy, at + hour, { role });
        const outcome = decide(facts, act, policy, calendar2024, act.receivedAt);
        expect(outcome).toMatchObject({ code: 'role_not_allowed' });
      }
      expect(lifecycle[status].events).not.toHaveProperty('disqualify');
    }
  });
});
