import { dispatch } from '../../../engine/dispatch.js';
import type { Outcome } from '../../../engine/engine.js';
import { findApplication } from '../../../records/application/applications.js';
import { findIntake } from '../../../records/application/intakes.js';
import type { Act } from '../../../rules/application/act.js';
import type { DeadlineName } from '../../../rules/application/deadlines.js';
import type { EventName, Status } from '../../../rules/application/lifecycle.js';
import { hour } from '../../../rules/calendar/instant.js';
import type { StoryStep } from '../../../simulation/story/story.js';
import { stories } from '../../../simulation/story/story.js';
import { draft } from '../../support/facts.js';
import { pastOf } from '../records/world.js';
import { openWorld, type Placed, quiet, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('deadlines');
});
afterAll(() => world.end());

/** Each deadline, the act that meets it, and the statuses after it was met and after it was missed. */
const cases: readonly {
  deadline: DeadlineName;
  story: readonly StoryStep[];
  event: EventName;
  met: Status;
  missed: Status;
}[] = [
  {
    deadline: 'filing_cutoff',
    story: stories.superior_review,
    event: 'forward',
    met: 'committee_audit',
    missed: 'lapsed',
  },
  {
    deadline: 'correction_due',
    story: stories.correction,
    event: 'resubmit',
    met: 'committee_audit',
    missed: 'lapsed',
  },
  {
    deadline: 'payment_due',
    story: [...stories.payment, 'receive_materials'],
    event: 'confirm_payment',
    met: 'defense',
    missed: 'lapsed',
  },
  {
    deadline: 'publicity_period',
    story: stories.unit_publicity,
    event: 'raise_objection',
    met: 'unit_publicity',
    missed: 'recommendation',
  },
  {
    deadline: 'notice_period',
    story: stories.public_notice,
    event: 'raise_objection',
    met: 'public_notice',
    missed: 'conferred',
  },
];

/** An application `before` ms ahead of a deadline. */
async function near(
  story: readonly StoryStep[],
  deadline: DeadlineName,
  before: number,
): Promise<Placed & { due: number }> {
  const due = pastOf(draft(), story).facts.deadlines[deadline]?.due;
  if (due === undefined) throw new Error(`${deadline} does not run`);
  return { ...(await world.place(story, due - before)), due };
}

/** The product's answer, also where the deadline has ended the workflow by now. */
async function answerTo(placed: Placed, { key }: Act): Promise<Outcome> {
  const { db, engine } = world;
  const [application, intake] = await Promise.all([
    findApplication(db, placed.id),
    findIntake(db, { applicationId: placed.id, key }),
  ]);
  if (!application || !intake) throw new Error('the act is not registered');
  const clock = () => world.now(placed);
  const metrics = { clockAhead: { inc: () => undefined } };
  return await dispatch({ db, engine, clock, clockOffset: placed.offset, logger: quiet, metrics }, application, intake);
}

describe('An act registered a millisecond before, at, and a millisecond after the due instant', () => {
  test.each(cases)(
    '$deadline by $event: only the first is in time',
    async ({ deadline, story, event, met, missed }) => {
      for (const late of [0, 1]) {
        const placed = await near(story, deadline, 1_900);
        const act = await world.register(placed, event, placed.due + late);
        expect(await answerTo(placed, act)).toMatchObject({
          kind: 'refused',
          refusal: { code: 'deadline_passed', deadline: { name: deadline, due: placed.due } },
        });
        await world.moveTo(placed, placed.due + hour);
        expect((await world.facts(placed)).status).toBe(missed);
      }
      const placed = await near(story, deadline, 1_900);
      const act = await world.register(placed, event, placed.due - 1);
      expect(await world.dispatch(placed, act)).toMatchObject({ kind: 'answered', answer: { status: met } });
      await world.moveTo(placed, placed.due + hour);
      expect((await world.facts(placed)).status).toBe(met);
    },
  );
});

describe('A queue in front of the engine', () => {
  test.each(cases)('$deadline: an act registered in time and dispatched a minute later counts', async (each) => {
    const placed = await near(each.story, each.deadline, 900);
    const act = await world.register(placed, each.event, placed.due - 1);
    await world.moveTo(placed, placed.due + 60_000);
    expect((await world.facts(placed)).status).toBe(each.met);
    expect(await world.dispatch(placed, act)).toMatchObject({ kind: 'answered', answer: { status: each.met } });
    const events = await world.events(placed);
    expect(events.filter((event) => event === each.event)).toHaveLength(1);
  });

  test('once a deadline has closed the intake, nobody can be registered with an earlier instant', async () => {
    const placed = await near(stories.correction, 'correction_due', 900);
    await world.moveTo(placed, placed.due + 5_000);
    expect((await world.facts(placed)).status).toBe('lapsed');
    await expect(world.register(placed, 'withdraw', placed.due - 1)).rejects.toThrow('closed');
  });
});

describe('Moved deadlines', () => {
  test('an extension approved by a second person moves the timer, and the correction is in time after the old date', async () => {
    const placed = await world.place([...stories.correction, 'extend']);
    const old = placed.facts.deadlines.correction_due?.due ?? 0;
    const approval = await world.register(placed, 'approve_extension', await world.now(placed), {
      people: { office: 'office-2' },
    });
    expect(await world.dispatch(placed, approval)).toMatchObject({ kind: 'answered' });
    await world.moveTo(placed, old + hour);
    expect((await world.facts(placed)).status).toBe('correction');
    const act = await world.register(placed, 'resubmit', await world.now(placed));
    expect(await world.dispatch(placed, act)).toMatchObject({
      kind: 'answered',
      answer: { status: 'committee_audit' },
    });
  });

  test('while tolled nothing lapses; resumed, the date is a day later for each day begun', async () => {
    const placed = await world.place([...stories.correction, 'toll', 'approve_toll']);
    const old = placed.facts.deadlines.correction_due?.due ?? 0;
    await world.moveTo(placed, old + 2 * hour);
    expect((await world.facts(placed)).status).toBe('correction');
    const act = await world.register(placed, 'untoll', await world.now(placed));
    await world.dispatch(placed, act);
    const { deadlines, status } = await world.facts(placed);
    expect(status).toBe('correction');
    expect(deadlines.correction_due?.due).toBeGreaterThan(old + 24 * hour);
    await world.moveTo(placed, (deadlines.correction_due?.due ?? 0) + 2_000);
    expect((await world.facts(placed)).status).toBe('lapsed');
  });
});

describe('Reminders', () => {
  test('a correction is reminded 24 and 4 hours before it is due, once each, and then lapses with a letter', async () => {
    const placed = await world.place(stories.correction);
    const due = placed.facts.deadlines.correction_due?.due ?? 0;
    await world.moveTo(placed, due + hour);
    const letters = await world.db.outbox.findMany({ where: { applicationId: placed.id }, orderBy: { id: 'asc' } });
    const kinds = letters.map(({ kind, role }) => `${kind} ${role}`).sort();
    expect(kinds).toEqual(['lapsed applicant', 'lapsed unit', 'reminder applicant', 'reminder applicant']);
  });
});
