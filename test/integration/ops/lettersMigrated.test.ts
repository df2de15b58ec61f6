import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../../../ops/migrations/migrate.js';
import { migrationsOnDisk } from '../../../ops/migrations/schemaEngine.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { createDatabase } from '../../support/database.js';

const joining = '20261125010500_letters_about_other_matters';
const [draw, expert] = ['5f0f6f1e-0000-4000-8000-000000000001', '5f0f6f1e-0000-4000-8000-000000000002'];

/** What an installation holds as it is brought up to date: only the columns these letters hang on. */
const held = `
  SET session_replication_role = replica;
  INSERT INTO campaigns (id, title, state, policy, policy_version, calendar, calendar_version, created_at)
    VALUES ('c', '年度评审', 'open', '{}', 1, '{"version": "v"}', 'v', '2024-07-01Z');
  INSERT INTO campaign_events (campaign_id, seq, key, event, actor_role, actor_id, at, from_status, to_status, data, changes, prev_hash, hash)
    VALUES ('c', 2, 'k', 'announce', 'office', 'o', '2024-07-15T01:00:00.250Z', 'planned', 'announced', '{}', '{}', 'a', 'b');
  INSERT INTO campaign_letters (campaign_id, seq, role, scope, state, attempts, last_error, sent_at) VALUES
    ('c', 2, 'unit', 'unit-1', 'sent', 1, NULL, '2024-07-15T01:01:00Z'),
    ('c', 2, 'unit', 'unit-2', 'parked', 8, 'EENVELOPE 550', NULL);
  INSERT INTO experts (id, person_id, specialties, rank, employer_name, valid_from, valid_until)
    VALUES ('${expert}', 'person-1', '{chemical}', 'senior', '大学', '2024-01-01', '2027-01-01');
  INSERT INTO draws (id, campaign_id, committee, state, seed_hash, sealed_seed, committed_by, committed_at)
    VALUES ('${draw}', 'c', 'engineering', 'committed', repeat('a', 64), 's', 'o', '2024-09-01T00:00:00Z');
  INSERT INTO committee_members (campaign_id, committee, expert_id, position, ordinal, specialty, draw_id)
    VALUES ('c', 'engineering', '${expert}', 'alternate', 2, 'chemical', '${draw}');
  INSERT INTO invitation_letters (campaign_id, committee, expert_id, kind) VALUES ('c', 'engineering', '${expert}', 'drawn')`;

test('letters that waited or were parked before all of them came into one outbox still do, with what they tell and whom', async () => {
  const database = await createDatabase('letters_migrated', { empty: true });
  const { folder, remove } = await throwawayFolder();
  const { baseDir, migrationDirectories } = await migrationsOnDisk();
  for (const { path: name } of migrationDirectories.filter((one) => one.path < joining)) {
    await mkdir(path.join(folder, name), { recursive: true });
    await cp(path.join(baseDir, name), path.join(folder, name), { recursive: true });
  }
  await cp(path.join(baseDir, 'migration_lock.toml'), path.join(folder, 'migration_lock.toml'));
  await migrate(database.url, folder);
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query(held);
  expect(await migrate(database.url)).toContain(joining);
  const { rows } = await client.query(
    'SELECT campaign_id, kind, role, scope, personal, key, detail, state, attempts, last_error FROM outbox ORDER BY id',
  );
  await client.end();
  await remove();
  await database.drop();
  const announced = { campaign_id: 'c', kind: 'campaign_announce', role: 'unit', personal: false };
  const at = Date.parse('2024-07-15T01:00:00.250Z');
  expect(rows).toEqual([
    {
      ...announced,
      scope: 'unit-1',
      key: 'campaign:c.2.unit.unit-1',
      detail: { at },
      state: 'sent',
      attempts: 1,
      last_error: null,
    },
    {
      ...announced,
      scope: 'unit-2',
      key: 'campaign:c.2.unit.unit-2',
      detail: { at },
      state: 'parked',
      attempts: 8,
      last_error: 'EENVELOPE 550',
    },
    {
      campaign_id: 'c',
      kind: 'invitation_drawn',
      role: 'expert',
      scope: 'person-1',
      personal: true,
      key: `invitation_drawn:c.engineering.${expert}`,
      detail: { at: Date.parse('2024-09-01T00:00:00Z'), position: 'alternate', ordinal: 2 },
      state: 'pending',
      attempts: 0,
      last_error: null,
    },
  ]);
});
