import { deadlineNames } from '../../../rules/application/deadlines.js';
import { evolve } from '../../../rules/application/evolve.js';
import { type EventName, events, isFinal, statuses } from '../../../rules/application/lifecycle.js';
import { remindersIn } from '../../../rules/notifications/reminders.js';
import { shippedPolicies } from '../../../rules/policy/campaigns/shipped.js';
import { waitsForRecommendation } from '../../../rules/sanctions/sanctionedUnit.js';
import { lawAgreesWithPlan } from '../../../simulation/rehearsal/checks/asPlanned.js';
import { derivedScenario } from '../../../simulation/rehearsal/derived/derivedScenario.js';
import { expectedLetters } from '../../../simulation/rehearsal/model/expectedLetters.js';
import { plans } from '../../../simulation/rehearsal/plans/allPlans.js';
import { plannedInstant } from '../../../simulation/rehearsal/plans/plannedInstant.js';
import { buildScenario } from '../../../simulation/rehearsal/scenario.js';

const { cases, expected, campaign } = buildScenario(200);
const { policy, calendar } = campaign;
const others = shippedPolicies.filter(({ id }) => id !== policy.id).map((each) => derivedScenario(each, 'levels'));

test('the rules agree with every plan of every notice: each refusal and the end', () => {
  for (const reported of [...expected, ...others.flatMap((one) => one.expected)])
    expect([reported.testCase.name, ...lawAgreesWithPlan({ expected: reported })]).toEqual([reported.testCase.name]);
});

test('the steps of every plan are in order, and its name is unique', () => {
  for (const { name, steps } of plans) {
    const instants = steps.map(({ at }) => plannedInstant(at, policy.year));
    expect([name, instants]).toEqual([name, instants.toSorted((a, b) => a - b)]);
  }
  expect(new Set(plans.map(({ name }) => name)).size).toBe(plans.length);
});

/** Events that follow from decisions about the campaign or a sanction, not from a plan. */
const arriving = ['amend_policy', 'disqualify'];
/** What the campaign of 2024 has no plan for, as it does not have it: it is played with the other notices. */
const elsewhere = {
  statuses: ['defense_payment', 'entrusted'],
  deadlines: ['defense_fee_due'],
  events: [
    'forward_correction',
    'confirm_defense_fee',
    'defense_fee_due',
    'send_entrustment',
    'record_entrusted_result',
    'confirm_entrusted_result',
  ],
};
test('the other notices play what the first does not have', () => {
  const transitions = others.flatMap((one) => one.expected.flatMap((reported) => reported.transitions));
  const played = new Set(transitions.map(({ event }) => event));
  expect(elsewhere.events.filter((event) => !played.has(event as EventName))).toEqual([]);
  expect(elsewhere.statuses.filter((status) => !transitions.some(({ to }) => to === status))).toEqual([]);
  const late = others
    .flatMap((one) => one.cases.map(({ plan }) => plan.name))
    .filter((name) => name === 'returned_late');
  expect(late.length).toBeGreaterThan(0);
  const keys = transitions.map(({ key }) => key);
  expect(elsewhere.deadlines.filter((name) => !keys.some((key) => key.startsWith(`timer:${name}:`)))).toEqual([]);
});

test('somewhere the office accepts one who fails the conditions, once it gives its reasons', () => {
  const accepted = others.flatMap(({ expected }) =>
    expected.filter(({ transitions }) => transitions.some(({ changes }) => changes.conditionsWaived)),
  );
  expect(accepted.map(({ testCase }) => testCase.name)).toEqual(['accepted_as_an_exception']);
  const verdicts = accepted.flatMap(({ testCase, verdicts }) =>
    testCase.plan.steps.flatMap(({ event }, index) => (event === 'accept' ? [verdicts[index]] : [])),
  );
  expect(verdicts).toEqual(['free_text_missing', null]);
});

test('in place of a unit under sanction the department recommends and declines, and is told that they wait', () => {
  const decided = expected.filter(({ testCase }) => testCase.copy === 0 && testCase.plan.unitSanctioned);
  expect(
    decided.map(({ transitions }) =>
      transitions.flatMap(({ event, from, actor }) => (waitsForRecommendation(from) ? [`${actor.role} ${event}`] : [])),
    ),
  ).toEqual([['department recommend'], ['department decline']]);
  for (const one of decided) {
    const letters = expectedLetters(one).map((key) => key.replace(/^\d+\./, ''));
    expect(letters).toContain('recommendation_barred.department');
    expect(letters).not.toContain('publicity_ended.unit');
  }
});

test('the plans reach every status, every final one as an end, and use every event of the law', () => {
  const transitions = expected.flatMap((reported) => reported.transitions);
  const reached = new Set(['draft', ...transitions.map(({ to }) => to)]);
  expect(statuses.filter((status) => !reached.has(status))).toEqual(elsewhere.statuses);
  const ends = new Set(plans.map((plan) => plan.ends));
  expect(statuses.filter((status) => isFinal(status) && !ends.has(status))).toEqual([]);
  const used = new Set(transitions.map(({ event }) => event));
  expect(events.filter((event) => !used.has(event))).toEqual([...elsewhere.events, ...arriving]);
});

test('every deadline fires in some plan', () => {
  const keys = expected.flatMap((reported) => reported.transitions.map(({ key }) => key));
  expect(deadlineNames.filter((name) => !keys.some((key) => key.startsWith(`timer:${name}:`)))).toEqual(
    elsewhere.deadlines,
  );
});

test('two hundred candidates of every level, track and kind of employer come from thirteen units', () => {
  expect(new Set(cases.map(({ unit }) => unit.id)).size).toBe(13);
  const kinds = (of: 'level' | 'track' | 'employerKind') => new Set(cases.map(({ plan }) => plan.candidate[of])).size;
  expect([kinds('level'), kinds('track'), kinds('employerKind')]).toEqual([3, 3, 3]);
});

test('no step falls on the instant of a reminder, since their order would be undefined', () => {
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
