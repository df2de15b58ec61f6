import { deadlineNames } from '../../../rules/application/deadlines.js';
import { evolve } from '../../../rules/application/evolve.js';
import { events, isFinal, statuses } from '../../../rules/application/lifecycle.js';
import { remindersIn } from '../../../rules/notifications/reminders.js';
import { calendar, policy } from '../../../simulation/rehearsal/campaign.js';
import { lawAgreesWithPlan } from '../../../simulation/rehearsal/checks/asPlanned.js';
import { plans } from '../../../simulation/rehearsal/plans/allPlans.js';
import { plannedInstant } from '../../../simulation/rehearsal/plans/plannedInstant.js';
import { buildScenario } from '../../../simulation/rehearsal/scenario.js';

const { cases, expected } = buildScenario(200);

test('every plan is what the law makes of it: each refusal and the end', () => {
  for (const reported of expected)
    expect([reported.testCase.name, ...lawAgreesWithPlan({ expected: reported })]).toEqual([reported.testCase.name]);
});

test('every plan is told in the order of time, under a name of its own', () => {
  for (const { name, steps } of plans) {
    const instants = steps.map(({ at }) => plannedInstant(at, policy.year));
    expect([name, instants]).toEqual([name, instants.toSorted((a, b) => a - b)]);
  }
  expect(new Set(plans.map(({ name }) => name)).size).toBe(plans.length);
});

/** Decided for a campaign or in the register of sanctions: comes to no application by a plan of its own. */
const arriving = ['amend_policy', 'disqualify'];
/** Where corrections go through the unit; those of the rehearsed campaign go to the committee. */
const elsewhere = { status: 'correction_review', events: ['forward_correction', 'return_correction'] };

test('the plans reach every status, every final one as an end, and use every event of the law', () => {
  const transitions = expected.flatMap((reported) => reported.transitions);
  const reached = new Set(['draft', ...transitions.map(({ to }) => to)]);
  expect(statuses.filter((status) => !reached.has(status))).toEqual([elsewhere.status]);
  const ends = new Set(plans.map((plan) => plan.ends));
  expect(statuses.filter((status) => isFinal(status) && !ends.has(status))).toEqual([]);
  const used = new Set(transitions.map(({ event }) => event));
  expect(events.filter((event) => !used.has(event))).toEqual([...elsewhere.events, ...arriving]);
});

test('every deadline comes due for somebody', () => {
  const keys = expected.flatMap((reported) => reported.transitions.map(({ key }) => key));
  expect(deadlineNames.filter((name) => !keys.some((key) => key.startsWith(`timer:${name}:`)))).toEqual([]);
});

test('two hundred candidates of every level, track and kind of employer come from twelve units', () => {
  expect(new Set(cases.map(({ unit }) => unit.id)).size).toBe(12);
  const kinds = (of: 'level' | 'track' | 'employerKind') => new Set(cases.map(({ plan }) => plan.candidate[of])).size;
  expect([kinds('level'), kinds('track'), kinds('employerKind')]).toEqual([3, 3, 3]);
});

test('nobody acts at the very instant of a reminder, whose order nobody could foretell', () => {
  const clashes = expected.flatMap(({ testCase, opening, transitions }) => {
    const acts = new Set(testCase.plan.steps.map(({ at }) => plannedInstant(at, policy.year)));
    let facts = opening;
    const snapshots = [opening, ...transitions.map((transition) => (facts = evolve(facts, transition)))];
    return snapshots.flatMap((snapshot) => remindersIn(snapshot, policy)).filter(({ at }) => acts.has(at));
  });
  expect(clashes).toEqual([]);
});

test('the last conferral is in October, after the second meeting', () => {
  const last = Math.max(...expected.flatMap((reported) => reported.transitions.map(({ at }) => at)));
  expect(new Date(last).toISOString()).toBe('2024-10-23T16:00:00.000Z');
  expect(calendar.officialYears).toContain(2024);
});
