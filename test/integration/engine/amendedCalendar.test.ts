import { changePolicy } from '../../../records/campaign/campaigns.js';
import { addWorkingDays, type Calendar } from '../../../rules/calendar/calendar.js';
import { endOfDay, hour, localDateOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { stories } from '../../../simulation/story/story.js';
import { calendar2024 } from '../../support/facts.js';
import { openWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('amended_calendar_in_time');
});
afterAll(() => world.end());

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
  await changePolicy(world.db, { campaignId: aksu2024.id, policy: { ...aksu2024, version: 2 }, calendar, ...by });

  const data = { version: 2, calendar: { version: calendar.version, alone: true } };
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
