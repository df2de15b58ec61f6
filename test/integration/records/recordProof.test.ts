import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import request from 'supertest';
import { keep, takeIn } from '../../../api/documents/storage.js';
import { createSigner, isSignedBy } from '../../../config/signingKeys.js';
import { verifyFile } from '../../../ops/verify/verifyFile.js';
import { hashOf, openingHash } from '../../../records/application/eventHash.js';
import { ensureCampaignState } from '../../../records/campaign/campaignState.js';
import { recordCampaignEvent } from '../../../records/campaign/recordCampaignEvent.js';
import { proposeSanction } from '../../../records/conferral/sanctionRegister.js';
import { addSanction } from '../../../records/conferral/sanctions.js';
import { documentFile } from '../../../records/dossier/documentFile.js';
import { addDocument, type StoredDocument } from '../../../records/dossier/documents.js';
import { dossierHash } from '../../../records/dossier/dossierHash.js';
import { freezeDossier } from '../../../records/dossier/dossiers.js';
import type { FaultName, RecordKind } from '../../../records/proof/fault.js';
import { presentHeads } from '../../../records/proof/presentHeads.js';
import { readRecord } from '../../../records/proof/readRecord.js';
import { knownFault, noteCheck, recordState } from '../../../records/proof/recordChecks.js';
import { recordFault } from '../../../records/proof/recordFault.js';
import { day, isoInBeijing } from '../../../rules/calendar/instant.js';
import { dueOnCampaign } from '../../../rules/campaign/decideCampaign.js';
import { stories } from '../../../simulation/story/story.js';
import { checkMoved, checkRecord, signedLines } from '../../../worker/proof/checkRecords.js';
import { startRecordChecks } from '../../../worker/proof/recordChecks.js';
import { headsFault, reasonToSign, signedText, signHeads } from '../../../worker/proof/signHeads.js';
import { endOf } from '../../support/clock.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
/** A conferred application with a frozen form, a file and a revocation that is proposed; and one nobody touches. */
let id: string;
let other: string;
beforeAll(async () => {
  const at = isoInBeijing(endOf('conferred') + day);
  api = await startTestApi({ name: 'record_proof', at, worker: false });
  office = await createOffice(api);
  id = await office.application(stories.conferred);
  other = await office.application(stories.conferred);
  const { db, deps } = api;
  // Who owns the database drops its checks and unique indexes first.
  await db.pool.query(`DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT conname, conrelid::regclass AS relation FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.relation, one.conname); END LOOP; END $$`);
  const uploadedAt = await deps.clock();
  const arrived = await takeIn(deps.dataDir, Readable.from([Buffer.from('%PDF-1.4 a certificate of education')]));
  await keep(deps.dataDir, arrived);
  const document: StoredDocument = {
    id: randomUUID(),
    applicationId: id,
    kind: 'work_summary',
    year: null,
    fileName: '学历证书.pdf',
    mediaType: 'application/pdf',
    size: arrived.size,
    sha256: arrived.sha256,
    uploadedBy: office.ids.applicant,
    uploadedAt,
  };
  await addDocument(db, document);
  const frozen = { dossier: {}, documents: [document] };
  const hash = dossierHash(frozen.dossier, frozen.documents);
  await freezeDossier(db, { applicationId: id, hash, frozen, at: uploadedAt });
  const { applicantId } = await db.application.findUniqueOrThrow({ where: { id } });
  await proposeSanction(db, {
    subject: 'person',
    personId: applicantId,
    unitId: null,
    ground: 'fraud',
    basis: '处理决定〔2024〕1号',
    clause: '通知 五（一）',
    decidedOn: '2024-12-01',
    startsOn: '2024-12-01',
    expiresOn: '2029-11-30',
    campaignId,
    applicationId: id,
    revokes: true,
    reason: '材料不实',
    by: office.ids.office,
    at: uploadedAt,
  });
  const state = await ensureCampaignState(db, campaignId);
  const dated = state && dueOnCampaign(state.facts, uploadedAt);
  if (!dated) throw new Error('a date of the campaign has passed');
  const words = { reason: '年度评审的一段话' };
  const transition = { ...dated, freeTextHash: hashOf(words) };
  await recordCampaignEvent(db, { campaignId, transition, notify: false });
  await db.pool.query(
    `INSERT INTO campaign_intakes (campaign_id, key, event, actor_role, actor_id, received_at, data, policy_version, free_text,
       free_text_hash, body_hash) VALUES ($1, $2, $3, 'timer', 'timer', now(), '{}', 1, $4, $5, $5)`,
    [campaignId, transition.key, transition.event, JSON.stringify(words), hashOf(words)],
  );
  const sanction = { basis: '决定', decidedOn: '2024-01-01', clause: '通知 五', expiresOn: '2027-01-01' } as const;
  await addSanction(db, { ...sanction, subject: 'unit', unitId: 'unit-2' });
});
afterAll(() => api.close());

const fault = async (kind: RecordKind = 'application', subject = kind === 'campaign' ? campaignId : id) =>
  (await recordFault(api.db, kind, subject, api.deps.dataDir))?.what ?? null;

/** Runs a statement as somebody who owns the database, then undoes it. */
async function tampered(statement: string, look: () => Promise<void>): Promise<void> {
  const { pool } = api.db;
  const tables = [
    ...new Set([...statement.matchAll(/(?:UPDATE|DELETE FROM|INSERT INTO) (\w+)/g)].map(([, table]) => table)),
  ];
  const connection = await pool.connect();
  try {
    await connection.query("SET session_replication_role = 'replica'");
    for (const table of tables) await connection.query(`CREATE TEMP TABLE kept_${table} AS TABLE ${table}`);
    const { rowCount } = await connection.query(statement.replaceAll('$id', `'${id}'`));
    expect(rowCount).toBeGreaterThan(0);
    await look();
  } finally {
    for (const table of tables) {
      await connection.query(`DELETE FROM ${table}`);
      await connection.query(`INSERT INTO ${table} TABLE kept_${table}`);
      await connection.query(`DROP TABLE kept_${table}`);
    }
    await connection.query("SET session_replication_role = 'origin'");
    connection.release();
  }
}

/** The columns of a table that a check covers, with a statement that changes each. */
const columns: Readonly<Record<string, readonly string[]>> = {
  events: [
    'seq',
    'law',
    'key',
    'event',
    'actor_role',
    'actor_id',
    'at',
    'from_status',
    'to_status',
    'data',
    'changes',
    'deadlines',
    'prev_hash',
    'hash',
    'free_text_hash',
    'actor_scope',
  ],
  applications: [
    'campaign_id',
    'unit_id',
    'department_id',
    'applicant_id',
    'level',
    'track',
    'employer_kind',
    'specialty',
    'status',
    'seq',
    'due',
    'submissions',
    'facts',
    'opening',
    'last_hash',
    'opened_at',
  ],
  intakes: ['free_text', 'free_text_hash', 'key', 'data', 'received_at', 'actor_id', 'event'],
  documents: ['kind', 'year', 'file_name', 'media_type', 'size', 'sha256', 'uploaded_by', 'uploaded_at', 'removed_at'],
  dossier_versions: ['hash', 'frozen', 'frozen_at'],
  certificates: ['campaign_id', 'ordinal', 'number', 'conferred_on'],
  sanctions: ['basis', 'state', 'clause', 'decided_on', 'expires_on', 'person_id', 'revokes', 'proposed_by'],
};
const policyColumns = ['policy', 'calendar', 'changed_by', 'changed_at', 'reason', 'confirmed_by', 'version'];
const changeOf = (table: string, column: string, where: string) =>
  `UPDATE ${table} SET ${column} = (jsonb_populate_record(NULL::${table}, jsonb_build_object('${column}',
     CASE jsonb_typeof(to_jsonb(${table}) -> '${column}')
       WHEN 'number' THEN to_jsonb((to_jsonb(${table}) ->> '${column}')::int + 100)
       WHEN 'boolean' THEN to_jsonb(NOT (to_jsonb(${table}) ->> '${column}')::bool)
       WHEN 'object' THEN (to_jsonb(${table}) -> '${column}') || '{"forged": true}'
       ELSE CASE WHEN (SELECT udt_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '${table}' AND column_name = '${column}')
         IN ('timestamptz', 'date') THEN to_jsonb('2024-01-02T03:04:05.678Z'::text)
         WHEN (SELECT udt_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '${table}' AND column_name = '${column}') IN ('int2', 'int4')
         THEN '7'::jsonb
         ELSE to_jsonb('forged'::text) END END))).${column} WHERE ${where}`;
const first: Readonly<Record<string, string>> = {
  events: 'application_id = $id AND seq = 2',
  applications: 'id = $id',
  intakes: `application_id = $id AND key = (SELECT min(key) FROM intakes WHERE application_id = $id)`,
  sanctions: 'application_id = $id',
};
const own = (table: string) => first[table] ?? 'application_id = $id';

test('a record as it was made holds', async () => {
  expect([
    await fault(),
    await fault('application', other),
    await fault('campaign'),
    await fault('sanctions', 'all'),
  ]).toEqual([null, null, null, null]);
});

test.each(Object.entries(columns).flatMap(([table, names]) => names.map((name) => [table, name])))(
  'a change of %s.%s is found',
  async (table = '', column = '') => {
    await tampered(changeOf(table, column, own(table)), async () => {
      expect(await fault()).not.toBeNull();
      expect(await fault('application', other)).toBeNull();
    });
    expect(await fault()).toBeNull();
  },
);

test.each(policyColumns)('a change of policy_versions.%s is found', async (column) => {
  await tampered(changeOf('policy_versions', column, `campaign_id = '${campaignId}'`), async () => {
    expect(await fault('campaign')).not.toBeNull();
  });
});

const rows: readonly (readonly [statement: string, kind: RecordKind, what: FaultName])[] = [
  ['DELETE FROM events WHERE application_id = $id AND seq = 2', 'application', 'chain'],
  [
    'DELETE FROM events WHERE application_id = $id AND seq = (SELECT max(seq) FROM events WHERE application_id = $id)',
    'application',
    'chain',
  ],
  [
    "INSERT INTO events SELECT copied.* FROM events AS entry, jsonb_populate_record(entry, jsonb_build_object('seq', 99, 'key', 'forged')) AS copied WHERE entry.application_id = $id AND entry.seq = 2",
    'application',
    'chain',
  ],
  [
    'DELETE FROM intakes WHERE application_id = $id AND key = (SELECT min(key) FROM intakes WHERE application_id = $id)',
    'application',
    'words',
  ],
  [
    "INSERT INTO intakes SELECT copied.* FROM intakes AS intake, jsonb_populate_record(intake, jsonb_build_object('id', gen_random_uuid(), 'key', 'forged')) AS copied WHERE intake.application_id = $id LIMIT 1",
    'application',
    'intake',
  ],
  ['DELETE FROM documents WHERE application_id = $id', 'application', 'register'],
  [
    "INSERT INTO documents SELECT copied.* FROM documents AS document, jsonb_populate_record(document, jsonb_build_object('id', gen_random_uuid())) AS copied WHERE document.application_id = $id",
    'application',
    'register',
  ],
  ['DELETE FROM dossier_versions WHERE application_id = $id', 'application', 'register'],
  [
    "INSERT INTO dossier_versions SELECT copied.* FROM dossier_versions AS form, jsonb_populate_record(form, jsonb_build_object('hash', repeat('a', 64))) AS copied WHERE form.application_id = $id",
    'application',
    'form',
  ],
  ['DELETE FROM certificates WHERE application_id = $id', 'application', 'certificate'],
  ['DELETE FROM sanctions WHERE application_id = $id', 'application', 'register'],
  [
    "INSERT INTO sanctions SELECT copied.* FROM sanctions AS sanction, jsonb_populate_record(sanction, jsonb_build_object('id', gen_random_uuid(), 'revokes', false)) AS copied WHERE sanction.application_id = $id",
    'application',
    'register',
  ],
  ['DELETE FROM sanctions WHERE unit_id IS NOT NULL', 'sanctions', 'register'],
  ["UPDATE campaign_events SET at = at + interval '1 day' WHERE seq = 1", 'campaign', 'chain'],
  ['DELETE FROM campaign_events WHERE seq = 1', 'campaign', 'facts'],
  ["UPDATE campaign_states SET status = 'closed' WHERE seq = 1", 'campaign', 'facts'],
  ["UPDATE campaign_intakes SET free_text = '{}' WHERE true", 'campaign', 'words'],
  ['DELETE FROM campaign_intakes WHERE true', 'campaign', 'words'],
  ['DELETE FROM policy_versions WHERE true', 'campaign', 'policy'],
  [
    "INSERT INTO policy_versions SELECT copied.* FROM policy_versions AS present, jsonb_populate_record(present, jsonb_build_object('version', 9)) AS copied",
    'campaign',
    'register',
  ],
  [
    "UPDATE register_entries SET row_hash = repeat('b', 64) WHERE scope = 'application:' || $id",
    'application',
    'register',
  ],
  ["DELETE FROM register_entries WHERE scope = 'application:' || $id", 'application', 'register'],
  ['UPDATE campaigns SET policy = policy || \'{"version": 2}\' WHERE true', 'campaign', 'policy'],
];
test.each(rows)('%s is found', async (statement, kind, what) => {
  await tampered(statement, async () => {
    expect(await fault(kind, kind === 'application' ? id : kind === 'campaign' ? campaignId : 'all')).toBe(what);
  });
});

test('what gives rights is not shown of a record that does not hold, acts on it stop, and others go on', async () => {
  const { db } = api;
  const { number } = await db.certificate.findUniqueOrThrow({ where: { applicationId: id } });
  const { number: untouched } = await db.certificate.findUniqueOrThrow({ where: { applicationId: other } });
  const nameOf = async (of: string) =>
    (await db.application.findUniqueOrThrow({ where: { id: of }, include: { applicant: true } })).applicant.name;
  const lookUp = async (of: string, called: string) =>
    await request(api.app).post('/api/results').send({ number: of, name: called });
  const [name, otherName] = [await nameOf(id), await nameOf(other)];
  expect((await lookUp(number, name)).status).toBe(200);
  await tampered(
    "UPDATE events SET to_status = 'conferred', data = '{}' WHERE application_id = $id AND seq = 3",
    async () => {
      const refused = await lookUp(number, name);
      expect([refused.status, refused.body.code]).toEqual([503, 'record_broken']);
      expect(refused.body.detail).toContain('暂停办理');
      await office.as('office').get(`/api/applications/${id}/certificate`).expect(503);
      await office.as('supervisor').get(`/api/applications/${id}/dossier`).expect(503);
      expect((await lookUp(untouched, otherName)).status).toBe(200);
      const shown = (await office.as('office').get(`/api/applications/${id}`).expect(200)).body.recordFault;
      expect(shown).toMatchObject({ what: 'chain', at: 'event 3' });
      const { faults } = (await office.as('operator').get('/api/operations/record').expect(200)).body;
      expect(faults).toEqual([expect.objectContaining({ kind: 'application', subject: id, what: 'chain' })]);
    },
  );
});

describe('Signed heads', () => {
  const logged: object[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (fields: object) => void logged.push(fields) };
  const deps = () => {
    const { db, dataDir, clock } = api.deps;
    const metrics = { recordFaults: { inc: () => undefined } };
    return { db, dataDir, clock, signer: createSigner(dataDir), logger: log, metrics };
  };

  test('are written to the database and outside it, and again at an event of a campaign and after a day', async () => {
    const present = await presentHeads(api.db.pool);
    const at = await api.deps.clock();
    const line = await signHeads(deps(), [], { at, reason: 'start' });
    const lines = await signedLines(deps());
    expect(lines).toEqual([line]);
    expect(logged).toEqual([]);
    expect(reasonToSign([], present, at, day)).toBe('start');
    expect(reasonToSign(lines, present, at + day - 1, day)).toBeNull();
    expect(reasonToSign(lines, present, at + day, day)).toBe('daily');
    expect(reasonToSign(lines, [...present, ['campaign', campaignId, 1, 'f'.repeat(64)]], at, day)).toBe(
      `campaign ${campaignId} 1`,
    );
    expect(await signHeads(deps(), [], { at, reason: 'start' })).toBeNull();
    const answer = (await request(api.app).get('/api/proof/heads').expect(200)).body;
    expect(answer).toMatchObject({ ordinal: 1, reason: 'start', heads: present.length, root: line?.root });
    const { keys } = (await request(api.app).get('/api/proof/keys').expect(200)).body;
    expect(isSignedBy(keys, lines[0]?.signature as never, signedText(lines[0] as never))).toBe(true);
  });

  test('find a past that was rewritten to the last hash, and an application that is gone', async () => {
    const lines = await signedLines(deps());
    const rewritten = await office.application(stories.review);
    const known = async (of: string) => (await knownFault(api.db.pool, 'application', of))?.what ?? null;
    await checkMoved(deps(), lines);
    expect([await known(rewritten), await known(other)]).toEqual([null, null]);
    const { openedAt } = await api.db.application.findUniqueOrThrow({ where: { id: other } });
    const opening = { ...(await readRecord(api.db.pool, other))?.opening, unitId: 'unit-2' };
    const forged = openingHash(opening as never, openedAt.getTime());
    await tampered(
      `UPDATE events SET prev_hash = '${forged}', hash = '${'e'.repeat(64)}' WHERE application_id = '${other}'`,
      async () => {
        await checkMoved(deps(), lines);
        expect(await known(other)).toBe('heads');
        expect(logged).toContainEqual(
          expect.objectContaining({ alert: 'record_broken', subject: other, what: 'heads' }),
        );
      },
    );
    await checkRecord(deps(), { kind: 'application', subject: other }, { signed: [], files: false });
    expect(await known(other)).toBeNull();
  });

  test('and a signed line that was changed, or taken from the database', async () => {
    logged.length = 0;
    await tampered(`UPDATE signed_heads SET content = content || '{"reason": "forged"}'`, async () => {
      await signedLines(deps());
      expect(logged).toEqual([{ alert: 'heads_broken', at: 'database' }]);
    });
    const [line] = await signedLines(deps());
    const keys = await deps().signer.publicKeys();
    expect(line && headsFault([line], keys)).toBeNull();
    expect(line && headsFault([{ ...line, at: line.at + 1 }], keys)).toBe('line 1');
    expect(line && headsFault([{ ...line, moved: line.moved.slice(1) }], keys)).toBe('line 1');
  });

  test('in the background every record is checked, and what does not hold is noted', async () => {
    await api.db.recordCheck.deleteMany();
    const checks = startRecordChecks(deps());
    const all = (await api.db.application.count()) + (await api.db.campaign.count()) + 1;
    const unread = { filesCheckedAt: null, kind: 'application' };
    await until(
      async () => (await api.db.recordCheck.count()) === all && !(await api.db.recordCheck.count({ where: unread })),
    );
    await checks.stop();
    const { faults } = await recordState(api.db.pool, 0);
    expect(faults).toEqual([]);
  });
});

test('acts stop on an application whose record does not hold, and on no other', async () => {
  const [held, free] = [await office.application(stories.review), await office.application(stories.review)];
  const act = async (of: string) => {
    const path = `/api/applications/${of}/actions/toll`;
    return (await office.as('operator').post(path).send({ reason: '系统停机' })).body.code;
  };
  const fault = { what: 'chain', at: 'event 1' } as const;
  await noteCheck(api.db.pool, { kind: 'application', subject: held, at: 0, fault, files: false });
  expect([await act(held), await act(free)]).toEqual(['record_broken', undefined]);
});

test('the record of a campaign and a certificate verify offline, without a name or a text in the campaign’s', async () => {
  await api.db.recordCheck.deleteMany();
  const { keys } = (await request(api.app).get('/api/proof/keys').expect(200)).body;
  const exported = async (path: string) => (await office.as('supervisor').get(path).buffer(true).expect(200)).text;
  const campaign = await exported(`/api/campaigns/${campaignId}/export`);
  expect(await verifyFile('campaign', campaign, keys)).toMatchObject({ difference: null, unknown: [] });
  for (const secret of ['张三', '一段往事', '单位1', '材料不实']) expect(campaign).not.toContain(secret);
  const certificate = await exported(`/api/applications/${other}/certificate/export`);
  expect(await verifyFile('certificate', certificate, keys)).toMatchObject({ difference: null });
});

test('a certificate without a conferring event is none', async () => {
  const running = await office.application(stories.lapsed);
  const forged = `INSERT INTO certificates VALUES ('${running}', '${campaignId}', 99, 'AKSU-2024-00099', '2024-12-01')`;
  await tampered(forged, async () => {
    expect((await request(api.app).post('/api/results').send({ number: 'AKSU-2024-00099', name: '' })).status).not.toBe(
      200,
    );
    expect(await fault('application', running)).toBe('certificate');
  });
});

test('a file that was exchanged on the disk is not handed out', async () => {
  const { id: document, sha256 } = await api.db.document.findFirstOrThrow({ where: { applicationId: id } });
  await api.db.recordCheck.deleteMany();
  await office.as('office').get(`/api/applications/${id}/documents/${document}`).expect(200);
  await writeFile(documentFile(api.deps.dataDir, sha256), 'exchanged');
  expect(await fault()).toBe('file');
  await office.as('office').get(`/api/applications/${id}/documents/${document}`).expect(503);
});

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 20));
}
