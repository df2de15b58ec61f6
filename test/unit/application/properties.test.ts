import fc from 'fast-check';
import { properAct } from '../../../prover/properAct.js';
import { type DeadlineName, deadlineNames } from '../../../rules/application/deadlines.js';
import { decide, isRefusal } from '../../../rules/application/decide.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts } from '../../../rules/application/facts.js';
import { arrivingEvents, findLaw, isFinal, lawsIn, personEvents, roles } from '../../../rules/application/lifecycle.js';
import { dueTransitions, judge, nextDue } from '../../../rules/application/timers.js';
import { hour, instantOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { policyFor } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const step = fc.record({
  event: fc.constantFrom(...personEvents),
  role: fc.constantFrom(...roles.filter((role) => role !== 'timer')),
  hours: fc.integer({ min: 0, max: 200 }),
});
/** Mostly allowed acts: one of the present status's rows, picked by index, by one of its roles. */
const likely = fc.record({
  pick: fc.nat(),
  allowedRoles: fc.nat(),
  hours: fc.integer({ min: 0, max: 90 }),
  upheld: fc.boolean(),
});

const begin = instantOf(aksu2024.filing.opens.value);

interface Walk {
  readonly facts: Facts;
  readonly at: number;
  readonly trail: readonly Facts[];
}

function letPass({ facts, at, trail }: Walk, policy: Policy): Walk {
  const states = [...trail];
  let state = facts;
  for (const transition of dueTransitions(facts, policy, calendar2024, at)) {
    state = evolve(state, transition);
    states.push(state);
  }
  return { facts: state, at, trail: states };
}

function walkUnder(
  policy: Policy,
  steps: readonly { pick: number; allowedRoles: number; hours: number; upheld: boolean }[],
): Walk {
  let walk: Walk = { facts: draft(), at: begin, trail: [draft()] };
  for (const { pick, allowedRoles, hours, upheld } of steps) {
    walk = letPass({ ...walk, at: walk.at + hours * hour }, policy);
    // A sanction may end anything at any time: walks that it ends early would find little else.
    const rows = lawsIn(walk.facts.status).filter(([event, law]) => !law.when && event !== 'disqualify');
    const [event, law] = rows[pick % Math.max(rows.length, 1)] ?? [];
    if (!event || !law) continue;
    const role = law.allowedRoles[allowedRoles % law.allowedRoles.length];
    const data = event === 'resolve_objection' && upheld ? { outcome: 'upheld' as const } : {};
    const cast = { office: allowedRoles % 2 ? 'office-1' : 'office-2' };
    const act = properAct(walk.facts, event, policy, walk.at, { data, people: cast, ...(role ? { role } : {}) });
    const outcome = decide(walk.facts, act, policy, calendar2024, walk.at);
    if (isRefusal(outcome)) continue;
    const facts = evolve(walk.facts, outcome);
    walk = { ...walk, facts, trail: [...walk.trail, facts] };
  }
  return walk;
}

function dueOf(facts: Facts, name: DeadlineName): number | undefined {
  return facts.deadlines[name]?.due;
}

describe.each([
  ['the 2024 notice', aksu2024],
  ['one that sends corrections through the unit', policyFor('correction_review', aksu2024)],
])('Any sequence of acts under %s', (_name, policy) => {
  const likelyWalk = (steps: Parameters<typeof walkUnder>[1]) => walkUnder(policy, steps);

  test('numbers its transitions without a gap, and what has ended stays ended', () => {
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 40 }), (steps) => {
        const { trail } = likelyWalk(steps);
        trail.forEach((facts, index) => {
          expect(facts.seq).toBe(index);
          if (index > 0) expect(isFinal(trail[index - 1]?.status ?? 'lapsed')).toBe(false);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('never shortens a deadline somebody has been told, as long as it runs', () => {
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 40 }), (steps) => {
        const { trail } = likelyWalk(steps);
        for (let index = 1; index < trail.length; index += 1) {
          for (const name of deadlineNames) {
            const [before, after] = [trail[index - 1], trail[index]].map((facts) => facts && dueOf(facts, name));
            if (before !== undefined && after !== undefined) expect(after).toBeGreaterThanOrEqual(before);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('never leaves an application without a turn or a date: whatever is open, somebody can move it or a deadline will', () => {
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 40 }), (steps) => {
        const { facts } = likelyWalk(steps);
        if (isFinal(facts.status)) return;
        const movable = lawsIn(facts.status).some(
          ([event, law]) => law.next !== 'stays' && !law.when && !arrivingEvents.includes(event),
        );
        expect(movable || nextDue(facts, policy, calendar2024) !== null).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('only what the table allows moves anything, whoever tries', () => {
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 20 }), step, (steps, { event, role, hours }) => {
        const { facts, at } = likelyWalk(steps);
        const act = properAct(facts, event, policy, at + hours * hour, { role });
        const outcome = decide(facts, act, policy, calendar2024, act.receivedAt);
        if (!isRefusal(outcome)) expect(findLaw(facts.status, event)?.allowedRoles).toContain(role);
      }),
      { numRuns: 500 },
    );
  });

  test('is judged the same whether the deadline or the message was seen first', () => {
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 25 }), step, (steps, { event, role, hours }) => {
        const { facts, at } = likelyWalk(steps);
        const act = properAct(facts, event, policy, at + hours * hour, { role });
        const messageFirst = judge(facts, act, policy, calendar2024, act.receivedAt);
        const passed = dueTransitions(facts, policy, calendar2024, act.receivedAt).reduce(evolve, facts);
        expect(judge(passed, act, policy, calendar2024, act.receivedAt)).toEqual(messageFirst);
      }),
      { numRuns: 500 },
    );
  });

  test('is judged without the clock: the same facts and act always come to the same', () => {
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 25 }), (steps) => {
        expect(likelyWalk(steps)).toEqual(likelyWalk(steps));
      }),
      { numRuns: 50 },
    );
  });
});
