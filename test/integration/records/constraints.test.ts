import { randomUUID } from 'node:crypto';
import { openApplication } from '../../../records/application/openApplication.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { isAlreadyThere } from '../../../records/databaseErrors.js';
import { lifecycle, statuses } from '../../../rules/application/lifecycle.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { finalize, newDraft, openedAt, snapshot } from './world.js';

let own: TestDatabase;
let database: Database;
let applicationId: string;

beforeAll(async () => {
  own = await createDatabase('constraints');
  database = openDatabase(own.url);
  await finalize(database);
  applicationId = (await snapshot(database, 'unit_review')).played.facts.applicationId;
});
afterAll(async () => {
  await closeDatabase(database);
  await own.drop();
});

const hash = 'a'.repeat(64);
/** A row to be kept, where the set-up makes none. */
const samples: Readonly<Record<string, string>> = {
  dossier_versions: `INSERT INTO dossier_versions SELECT id, '${hash}', '{}', now() FROM applications LIMIT 1`,
  policy_versions: `INSERT INTO policy_versions VALUES ('aksu-2024', 1, '{"version": 1}', 'a', now(), 'r', NULL, '{}')
    ON CONFLICT DO NOTHING`,
  sanctions: `INSERT INTO sanctions (id, subject, person_id, basis, decided_on, clause, expires_on)
    SELECT gen_random_uuid(), 'person', id, 'b', '2024-01-01', 'c', '2029-01-01' FROM users LIMIT 1`,
};
const refusals: readonly (readonly [what: string, statement: string, constraint: RegExp])[] = [
  ['a status the law does not know', "UPDATE applications SET status = 'lost'", /applications_(status|facts)/],
  ['a row that disagrees with its facts', 'UPDATE applications SET seq = seq + 1', /applications_facts/],
  [
    'a department outside 逐级审核',
    "UPDATE applications SET department_id = 'department-1'",
    /applications_department/,
  ],
  ['ten submissions', 'UPDATE applications SET submissions = 10', /applications_submissions/],
  ['a unit nobody knows', "UPDATE applications SET unit_id = 'nobody'", /applications_(facts|unit_id_fkey)/],
  [
    'a unit clerk without a unit',
    "INSERT INTO role_bindings (id, person_id, role) VALUES (gen_random_uuid(), 'office-clerk', 'unit')",
    /role_bindings_unit/,
  ],
  [
    'an office bound to a department',
    "INSERT INTO role_bindings (id, person_id, role, department_id) VALUES (gen_random_uuid(), 'office-clerk', 'office', 'department-1')",
    /role_bindings_department/,
  ],
  [
    'the same binding twice',
    "INSERT INTO role_bindings (id, person_id, role, campaign_id) VALUES (gen_random_uuid(), 'office-clerk', 'office', 'aksu-2024')",
    /role_bindings_person_id/,
  ],
  [
    'a role nobody holds',
    "INSERT INTO role_bindings (id, person_id, role) VALUES (gen_random_uuid(), 'office-clerk', 'timer')",
    /role_bindings_role/,
  ],
  [
    'a department twice in a chain',
    "INSERT INTO unit_chain VALUES ('unit-1', 1, 'department-1')",
    /unit_chain_unit_id_department_id/,
  ],
  ['a policy under another number', 'UPDATE campaigns SET policy_version = 7', /campaigns_policy_version/],
  [
    'a policy confirmed by who changed it',
    `INSERT INTO policy_versions VALUES ('aksu-2024', 1, '{"version": 1}', 'a', now(), 'r', 'a', '{}')`,
    /second_person/,
  ],
  [
    'a sanction against nobody',
    "INSERT INTO sanctions VALUES (gen_random_uuid(), 'person', NULL, NULL, 'b', '2024-01-01', 'c', '2029-01-01')",
    /sanctions_subject/,
  ],
  [
    'a sanction confirmed by the person who proposed it',
    `INSERT INTO sanctions (id, subject, person_id, basis, decided_on, clause, expires_on, proposed_by, decided_by)
     SELECT gen_random_uuid(), 'person', id, 'b', '2024-01-01', 'c', '2029-01-01', 'x', 'x' FROM users LIMIT 1`,
    /sanctions_second_person/,
  ],
  ['an outcome without an answer', "UPDATE intakes SET outcome = 'done', answer = NULL", /intakes_outcome/],
  ['free text without its hash', 'UPDATE intakes SET free_text_hash = NULL', /intakes_free_text/],
  [
    'a letter sent at no time',
    `INSERT INTO outbox (application_id, seq, kind, role, scope, key, detail, state) SELECT id, 1, 'k', 'unit', 's', 'k', '{}', 'sent' FROM applications LIMIT 1`,
    /outbox_sent/,
  ],
  [
    'an empty document',
    `INSERT INTO documents SELECT gen_random_uuid(), id, 'other', NULL, 'f', 'm', 0, '${hash}', 'u', now(), NULL FROM applications LIMIT 1`,
    /documents_size/,
  ],
  ['a hash that is none', "UPDATE applications SET last_hash = 'x'", /applications_last_hash/],
];

describe('the database refuses', () => {
  test.each(refusals)('%s', async (_what, statement, constraint) => {
    await expect(database.pool.query(statement)).rejects.toThrow(constraint);
  });

  const kept = ['events', 'campaign_events', 'dossier_versions', 'policy_versions', 'sanctions'];

  test.each([
    ['events', 'at = now()'],
    ['dossier_versions', `frozen = '{"name": "another"}'`],
    ['policy_versions', `policy = '{"version": 2}'`],
    ['sanctions', `expires_on = '2030-01-01'`],
  ])('to change or remove what is kept in %s', async (table, change) => {
    await database.pool.query(samples[table] ?? 'SELECT');
    const refusal = /append-only|not changed afterwards/;
    await expect(database.pool.query(`UPDATE ${table} SET ${change}`)).rejects.toThrow(refusal);
    await expect(database.pool.query(`DELETE FROM ${table}`)).rejects.toThrow(refusal);
  });

  test.each(kept)('to let the product switch off what keeps %s, or take the table away', async (table) => {
    const attacks = [
      `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
      `TRUNCATE ${table} CASCADE`,
      `DROP TABLE ${table}`,
      `ALTER TABLE ${table} ADD COLUMN more text`,
      `DROP TRIGGER ${table === 'sanctions' ? 'sanctions_kept' : `${table}_append_only`} ON ${table}`,
      `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`,
      'SET session_replication_role = replica',
    ];
    for (const attack of attacks) {
      await expect(database.pool.query(attack)).rejects.toThrow(/must be owner|permission denied/);
    }
  });

  test('an event without an application', async () => {
    const copy = `INSERT INTO events SELECT copied.* FROM events AS original,
      jsonb_populate_record(NULL::events, to_jsonb(original) || '{"application_id": "${randomUUID()}"}') AS copied`;
    await expect(database.pool.query(copy)).rejects.toThrow(/events_application_id_fkey/);
  });

  test('a second open application of a person in a campaign, until the first has ended', async () => {
    const first = await newDraft(database);
    const second = { ...first, applicationId: randomUUID() };
    await openApplication(database, { facts: first, openedAt });
    const again = openApplication(database, { facts: second, openedAt });
    await expect(again).rejects.toThrow(/applications_one_open/);
    await again.catch((error: unknown) => expect(isAlreadyThere(error)).toBe(true));
    await database.pool.query(
      `UPDATE applications SET status = 'withdrawn', facts = jsonb_set(facts, '{status}', '"withdrawn"') WHERE id = $1`,
      [first.applicationId],
    );
    await openApplication(database, { facts: second, openedAt });
  });
});

async function constraintText(name: string): Promise<string> {
  const text = 'SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = $1';
  return (await database.pool.query<{ text: string }>(text, [name])).rows[0]?.text ?? '';
}

test('the statuses of the table are the statuses of the law', async () => {
  const known = [...(await constraintText('applications_status')).matchAll(/'(\w+)'::text/g)].map(([, name]) => name);
  expect(known.toSorted()).toEqual([...statuses].toSorted());
});

test('only applications that have not ended count as open', async () => {
  const text = "SELECT indexdef AS text FROM pg_indexes WHERE indexname = 'applications_one_open'";
  const { rows } = await database.pool.query<{ text: string }>(text);
  const ended = [...(rows[0]?.text ?? '').matchAll(/'(\w+)'::text/g)].map(([, name]) => name);
  expect(ended.toSorted()).toEqual(statuses.filter((status) => lifecycle[status].final).toSorted());
  expect(applicationId).toBeTruthy();
});
