import { changePolicy } from '../../../records/campaign/campaigns.js';
import { addWorkingDays, type Calendar } from '../../../rules/calendar/calendar.js';
import { endOfDay, hour, instantOf, localDateOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { stories } from '../../../simulation/story/story.js';
import { calendar2024 } from '../../support/facts.js';
import { openWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('amended_calendar_in_time');
});
afterAll(() => world.end());

test('a refused amendment leaves no policy behind; the one that is taken later is what acts are judged by', async () => {
  const placed = await world.place(stories.committee_audit, instantOf('2024-08-12T10:00'));
  const by = { changedBy: 'office-clerk', changedAt: placed.at, reason: '补正期限' };
  const { correction } = aksu2024;
  const policy = { ...aksu2024, version: 2, correction: { ...correction, value: { ...correction.value, days: 5 } } };
  await changePolicy(world.db, { campaignId: aksu2024.id, policy, calendar: calendar2024, ...by });
  const amendment = await world.register(placed, 'amend_policy', await world.now(placed), { data: { version: 2 } });
  // The caller saw less than the workflow has: only the handler refuses, after it has read the policy.
  const stale = { ...amendment, key: 'stale', expectedSeq: placed.facts.seq - 1 };
  const refused = await world.engine.act(placed.number, stale, placed.facts.seq - 1);
  expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'stale_page' } });

  const correct = async () => {
    const act = await world.register(placed, 'return_for_correction', await world.now(placed));
    expect(await world.dispatch(placed, act)).toMatchObject({ kind: 'answered' });
    return (await world.facts(placed)).deadlines.correction_due?.days;
  };
  expect(await correct()).toBe(correction.value.days);
  expect(await world.dispatch(placed, amendment)).toMatchObject({ kind: 'answered' });
  const again = await world.register(placed, 'resubmit', await world.now(placed));
  expect(await world.dispatch(placed, again)).toMatchObject({ kind: 'answered' });
  expect(await correct()).toBe(5);
});

test('an application waits for the day of its new calendar, and nothing happens on the old day', async () => {
  const placed = await world.place(stories.unit_publicity);
  const played = placed.facts.deadlines.publicity_period;
  if (!played) throw new Error('it runs');
  const lastDay = localDateOf(played.due - 1);
  const dayOff = { kind: 'holiday', name: '临时放假', source: 'national' } as const;
  const calendar: Calendar = {
    ...calendar2024,
    version: 'a day off',
    days: { ...calendar2024.days, [lastDay]: dayOff },
  };
  const due = endOfDay(addWorkingDays(calendar, lastDay, 1).last);
  const by = { changedBy: 'office-clerk', changedAt: placed.at, reason: '临时放假' };
  await changePolicy(world.db, { campaignId: aksu2024.id, policy: { ...aksu2024, version: 3 }, calendar, ...by });

  const data = { version: 3, calendar: { version: calendar.version, alone: true } };
  const act = await world.register(placed, 'amend_policy', await world.now(placed), { data });
  expect(await world.dispatch(placed, act)).toMatchObject({ kind: 'answered' });
  const { publicity_period } = (await world.facts(placed)).deadlines;
  expect(publicity_period).toMatchObject({ due, moved: [{ from: played.due, to: due, why: 'calendar' }] });

  await world.moveTo(placed, played.due + hour);
  expect((await world.facts(placed)).status).toBe('unit_publicity');
  await world.moveTo(placed, due + hour);
  expect((await world.facts(placed)).status).toBe('recommendation');
  expect((await world.events(placed)).slice(-2)).toEqual(['amend_policy', 'publicity_ended']);
});
