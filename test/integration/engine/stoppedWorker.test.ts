import type { DeadlineName } from '../../../rules/application/deadlines.js';
import type { EventName } from '../../../rules/application/lifecycle.js';
import { stories } from '../../../simulation/story/story.js';
import { draft } from '../../support/facts.js';
import { pastOf } from '../records/world.js';
import { openWorld, type Placed, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('stopped_worker', { wallClock: true });
});
afterAll(() => world.end());

const cases = [
  { story: stories.superior_review, deadline: 'filing_cutoff', event: 'forward', met: 'committee_audit' },
  { story: stories.correction, deadline: 'correction_due', event: 'resubmit', met: 'committee_audit' },
  {
    story: [...stories.payment, 'receive_materials'],
    deadline: 'payment_due',
    event: 'confirm_payment',
    met: 'defense',
  },
] as const;

interface Queued {
  readonly placed: Placed;
  readonly act: Awaited<ReturnType<World['register']>>;
  readonly met: string;
}

/** An application 5 s ahead of its deadline, with an act registered `late` ms after the due instant. */
async function queued({ story, deadline, event, met }: (typeof cases)[number], late: number): Promise<Queued> {
  const due = dueOf(deadline, pastOf(draft(), story).facts);
  const placed = await world.place(story, due - 5_000);
  return { placed, act: await world.register(placed, event satisfies EventName, due + late), met };
}

function dueOf(name: DeadlineName, { deadlines }: ReturnType<typeof pastOf>['facts']): number {
  const due = deadlines[name]?.due;
  if (due === undefined) throw new Error(`${name} does not run`);
  return due;
}

test('with the worker stopped for a minute over the deadline, every act registered before it counts and none after it', async () => {
  const inTime = await Promise.all(cases.map((each) => queued(each, -1)));
  const tooLate = await Promise.all(cases.map((each, index) => queued(each, index)));
  await world.stopWorker();
  await world.env.sleep(65_000);
  await world.startWorker();
  for (const { placed, act, met } of inTime) {
    expect(await world.untilAnswered(placed, act)).toMatchObject({ kind: 'answered', answer: { status: met } });
  }
  for (const { placed, act } of tooLate) {
    expect((await world.untilAnswered(placed, act)).kind).toMatch(/refused|gone/);
    expect((await world.facts(placed)).status).toBe('lapsed');
    expect(await world.events(placed)).not.toContain(act.event);
  }
}, 180_000);
