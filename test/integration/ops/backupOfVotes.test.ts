import path from 'node:path';
import { createApp } from '../../../api/createApp.js';
import { Arrivals } from '../../../api/http/arrivals.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { restoreBackup } from '../../../ops/backups/restoreBackup.js';
import { writeBackup } from '../../../ops/backups/writeBackup.js';
import { until } from '../../../ops/process/ports.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { productDatabase } from '../../../ops/servers/productDatabase.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { provenSession } from '../../../simulation/hurried/provenSession.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { callerWith } from '../../support/office.js';
import { testServices } from '../../support/services.js';
import { fillBallot, motionAt, submitPapers } from '../../support/voter.js';
import { type MeetingSetup, openMeetingSetup } from '../meeting/meetingSetup.js';

let setup: MeetingSetup;
let place: Awaited<ReturnType<typeof throwawayFolder>>;
let target: TestDatabase;
let restored: Database;

beforeAll(async () => {
  [place, setup, target] = await Promise.all([
    throwawayFolder(),
    openMeetingSetup('backed_up_votes', { size: 3, count: 2 }),
    createDatabase('restored_votes', { empty: true }),
  ]);
  for (const member of setup.members) await setup.attend(member);
  await setup.meet('open_session');
}, 120_000);
afterAll(async () => {
  if (restored) await closeDatabase(restored);
  await setup?.api.close();
  await target?.drop();
  await place?.remove();
});

const rowsOf = async (db: Database, table: string, motionId: string) =>
  (await db.pool.query(`SELECT * FROM ${table} WHERE motion_id = $1 ORDER BY 1, 2`, [motionId])).rows;
const motionRow = async (db: Database, id: string) =>
  (await db.pool.query('SELECT * FROM motions WHERE id = $1', [id])).rows[0];

test('a vote that was open at the backup is void after a restore and voted again; one that was counted stays as it is', async () => {
  const { api, meetingId, members } = setup;
  const [counted, open] = [
    await setup.motionOf(setup.applications[0] ?? ''),
    await setup.motionOf(setup.applications[1] ?? ''),
  ];
  const handIn = async (motionId: string, member: number) => {
    const as = members[member]?.as ?? setup.chair.as;
    const cast = await fillBallot(as, meetingId, motionId, 'agree');
    expect((await submitPapers(api.app, motionId, cast)).status).toBe(202);
    return cast;
  };
  await setup.act(counted, 'open');
  for (const member of members.keys()) await handIn(counted, member);
  await setup.act(counted, 'close');
  await setup.act(open, 'open');
  const early = await handIn(open, 0);
  await fillBallot(members[1]?.as ?? setup.chair.as, meetingId, open, 'disagree');
  expect(await rowsOf(api.db, 'ballot_tokens', open)).toHaveLength(2);

  const given = { file: path.join(place.folder, 'backup.age'), keyFile: path.join(place.folder, 'backup.key') };
  const source = { databaseUrl: api.reached?.databaseUrl ?? '', dataDir: api.deps.dataDir };
  await writeBackup(source, given, () => undefined);
  const dataDir = path.join(place.folder, 'restored');
  await restoreBackup({ ownerUrl: target.ownerUrl, dataDir }, given);
  const { pathname } = new URL(target.ownerUrl);
  const productUrl = Object.assign(new URL(testServices.productDatabaseUrl), { pathname }).href;
  restored = openDatabase(await productDatabase({ url: target.ownerUrl, productUrl }), { dataDir });

  // What was counted is there with its papers; of what was open there is neither key nor paper.
  expect(await motionRow(restored, counted)).toEqual(await motionRow(api.db, counted));
  for (const table of ['ballots', 'receipts', 'ballot_tokens'])
    expect(await rowsOf(restored, table, counted)).toEqual(await rowsOf(api.db, table, counted));
  expect(await motionRow(restored, open)).toMatchObject({ state: 'void', voided_by: 'void', sealed_keys: null });
  for (const table of ['ballots', 'receipts', 'ballot_tokens']) expect(await rowsOf(restored, table, open)).toEqual([]);

  // The committee votes again, under new keys; what was handed in before counts for nothing.
  const app = createApp({ ...api.deps, db: restored, dataDir, arrivals: new Arrivals(), metrics: createMetrics() });
  const people = await Promise.all(
    members.map(async ({ personId }) => callerWith(app, await provenSession(restored, personId))),
  );
  const [chair] = people;
  if (!chair) throw new Error('a committee has a chair');
  const listed = await chair.get(`/api/meetings/${meetingId}/motions`).expect(200);
  const again = listed.body.items.filter((motion: { round: number }) => motion.round === 2);
  expect(again).toMatchObject([{ application: { id: setup.applications[1] }, state: 'waiting' }]);
  const round2: string = again[0].id;
  await chair
    .post(`${motionAt(meetingId, round2)}/actions/open`)
    .send({})
    .expect(200);
  expect((await submitPapers(app, open, early)).status).toBeGreaterThanOrEqual(400);
  expect((await submitPapers(app, round2, early)).status).toBeGreaterThanOrEqual(400);
  for (const as of people) {
    const cast = await fillBallot(as, meetingId, round2, 'disagree');
    expect((await submitPapers(app, round2, cast)).status).toBe(202);
  }
  await chair
    .post(`${motionAt(meetingId, round2)}/actions/close`)
    .send({})
    .expect(200);
  const isCounted = async () => (await motionRow(restored, round2)).state === 'closed';
  expect(await until(isCounted, { timeoutMs: 20_000 })).toBe(true);
  expect(await motionRow(restored, round2)).toMatchObject({ agree: 0, disagree: 3, abstain: 0, not_cast: 0 });
}, 120_000);
