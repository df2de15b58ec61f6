import { isDemoRequested, readEnvironment } from '../../../config/environment.js';
import { closeDatabase, openDatabase } from '../../../records/database.js';
import { seed } from '../../../simulation/demo/seed.js';
import { installation } from '../../support/demo.js';

const requires = (variables: Record<string, string>) => isDemoRequested(readEnvironment(variables));

test('the embedded database gets the demo, a configured one only on request', () => {
  expect(requires({})).toBe(true);
  expect(requires({ PINGSHEN_DEMO: 'false' })).toBe(false);
  expect(requires({ DATABASE_URL: 'postgres://db.example/own' })).toBe(false);
  expect(requires({ DATABASE_URL: 'postgres://db.example/own', PINGSHEN_DEMO: 'true' })).toBe(true);
  expect(requires({ PINGSHEN_DEMO: '' })).toBe(true);
  expect(() => readEnvironment({ PINGSHEN_DEMO: 'maybe' })).toThrow('PINGSHEN_DEMO');
});

test('an empty database gets no demo when it is switched off', async () => {
  const place = await installation('no-demo');
  const db = openDatabase(place.input.databaseUrl);
  try {
    expect((await seed({ ...place.input, demo: false })).accounts).toEqual([]);
    expect(await db.campaign.count()).toBe(0);
    expect(await db.unit.count()).toBe(0);
  } finally {
    await closeDatabase(db);
    await place.remove();
  }
});
