import { coveringPaths } from '../../../prover/coveringPaths.js';
import { subjectOf } from '../../../prover/proof.js';
import { pathTo, type Visited } from '../../../prover/visited.js';
import { hashOf } from '../../../records/application/eventHash.js';
import { registerAct } from '../../../records/application/intakes.js';
import type { Act } from '../../../rules/application/act.js';
import type { Facts } from '../../../rules/application/facts.js';
import { arrivingEvents } from '../../../rules/application/lifecycle.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { calendar2024, deputySenior } from '../../support/facts.js';
import { freeText, freeTextHash } from '../records/world.js';
import { openWorld, type Placed, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('conformance');
});
afterAll(() => world.end());

/** How many paths are driven: those that take most rows of the law come first. */
const DRIVEN = 12;
const once = { pauses: 1, extensions: 1, amendments: 0, objections: 1, absences: 1 };
const candidate = { profile: deputySenior, chain: ['department-1'] };
const subject = { ...subjectOf(aksu2024, once, [candidate]), calendar: calendar2024 };

/** What is decided elsewhere reaches an application through its campaign, which these paths have none of. */
const sentByPeople = (state: Visited) =>
  pathTo(state).every(({ from }) => from?.step.kind !== 'act' || !arrivingEvents.includes(from.step.act.event));

const paths = coveringPaths(subject, sentByPeople).slice(0, DRIVEN);

/** The ids of a search, and those of the application that is driven. */
function actOf(act: Act, { applicantId, campaignId }: Facts): Act {
  const { personId, scope } = act.actor;
  const actor = {
    ...act.actor,
    personId: personId === 'applicant-1' ? applicantId : personId,
    scope: scope === 'campaign-1' ? campaignId : scope,
  };
  return { ...act, actor, freeTextHash };
}

const whereabouts = ({ status, seq, deadlines, submissions, tolledSince }: Facts) => ({
  status,
  seq,
  submissions,
  tolledSince,
  due: Object.fromEntries(Object.values(deadlines).map(({ name, due }) => [name, due])),
});

async function send(placed: Placed, act: Act): Promise<void> {
  const { db } = world;
  const registered = await registerAct(db, { applicationId: placed.id, act, freeText, bodyHash: hashOf(act.data) });
  if (registered.kind === 'closed') throw new Error('the intake is closed for that instant');
  const outcome = await world.untilAnswered(placed, registered.intake.act);
  expect(outcome).toMatchObject({ kind: 'answered' });
}

/** Waits until what fell due has been carried out; a workflow that never does so fails by the time limit of its test. */
async function settled(placed: Placed, seq: number): Promise<void> {
  while ((await world.facts(placed)).seq < seq);
}

test('there are paths that take most rows of the law', () => {
  expect(paths).toHaveLength(DRIVEN);
});

test.each(paths.map((end, index) => [index + 1, end.facts.status, end] as const))(
  'the workflow goes path %i, to %s, as the law does',
  async (_number, _status, end) => {
    const [start, ...steps] = pathTo(end);
    const placed = await world.place([], start?.at);
    for (const { from, at, facts } of steps) {
      if (from?.step.kind === 'act') await send(placed, actOf(from.step.act, placed.facts));
      else await world.moveTo(placed, at);
      await settled(placed, facts.seq);
      expect(whereabouts(await world.facts(placed))).toEqual(whereabouts(facts));
    }
  },
);
