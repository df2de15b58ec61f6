import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import { createSigner, isSignedBy } from '../../../config/signingKeys.js';
import { verifyFile } from '../../../ops/verify/verifyFile.js';
import { openingHash } from '../../../records/application/eventHash.js';
import { lookUpApplication } from '../../../records/application/lookUpApplication.js';
import { documentFile } from '../../../records/dossier/documentFile.js';
import type { FaultName, RecordKind } from '../../../records/proof/fault.js';
import { presentHeads } from '../../../records/proof/presentHeads.js';
import { readRecord } from '../../../records/proof/readRecord.js';
import { noteCheck, recordState } from '../../../records/proof/recordChecks.js';
import { recordFault } from '../../../records/proof/recordFault.js';
import { allSignedHeads } from '../../../records/proof/signedHeads.js';
import { personOwner } from '../../../records/sealed/sealedDossier.js';
import { day, isoInBeijing, localDateOf } from '../../../rules/calendar/instant.js';
import { stories } from '../../../simulation/story/story.js';
import { checkMoved, checkRecord, signedLines } from '../../../worker/proof/checkRecords.js';
import { startRecordChecks } from '../../../worker/proof/recordChecks.js';
import { headsFault, reasonToSign, signedText, signHeads } from '../../../worker/proof/signHeads.js';
import { endOf } from '../../support/clock.js';
import { completeRecord, passDate } from '../../support/completeRecord.js';
import { campaignId, createOffice, type Name, type Office } from '../../support/office.js';
import {
  type CoveredTable,
  columnsOf,
  coveredTables,
  openTampering,
  type Tampering,
  uncoveredTables,
} from '../../support/tampering.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
let owner: Tampering;
/** A conferred application with a frozen form, a file and a revocation that is proposed; and one nobody touches. */
let id: string;
let other: string;
beforeAll(async () => {
  const at = isoInBeijing(endOf('conferred') + day);
  api = await startTestApi({ name: 'record_proof', at, worker: false });
  office = await createOffice(api);
  id = await office.application(stories.conferred);
  other = await office.application(stories.conferred);
  owner = await openTampering(api);
  await completeRecord(api, office, id);
});
afterAll(async () => {
  await owner.close();
  await api.close();
});

/** An exported file, as text. */
async function officeFile(file: string, name: Name = 'supervisor'): Promise<string> {
  return (await office.as(name).get(file).buffer(true).expect(200)).text;
}

const fault = async (kind: RecordKind = 'application', subject = kind === 'campaign' ? campaignId : id) =>
  (await recordFault(api.db, kind, subject, api.deps.dataDir))?.what ?? null;

const tampered = (statement: string, look: () => Promise<void>) =>
  owner.tampered(statement.replaceAll('$id', `'${id}'`), look);

test('a record as it was made holds', async () => {
  expect([
    await fault(),
    await fault('application', other),
    await fault('campaign'),
    await fault('sanctions', 'all'),
  ]).toEqual([null, null, null, null]);
});

test('every table is either covered or named as one that is not', async () => {
  const tables = await owner.tables();
  expect(tables.filter((table) => !(table in coveredTables) && !uncoveredTables.has(table))).toEqual([]);
});

/** The rows of each table that are changed, one column at a time, and the record that shows it. */
const changed: Readonly<Record<CoveredTable, readonly [where: string, kind: RecordKind]>> = {
  events: ['application_id = $id AND seq = 2', 'application'],
  applications: ['id = $id', 'application'],
  intakes: ['application_id = $id AND key = (SELECT min(key) FROM intakes WHERE application_id = $id)', 'application'],
  documents: ['application_id = $id', 'application'],
  dossier_versions: ['application_id = $id', 'application'],
  certificates: ['application_id = $id', 'application'],
  sanctions: ['application_id = $id', 'sanctions'],
  policy_versions: [`campaign_id = '${campaignId}'`, 'campaign'],
  campaigns: [`id = '${campaignId}'`, 'campaign'],
  campaign_states: [`campaign_id = '${campaignId}'`, 'campaign'],
  campaign_events: ['seq = 2', 'campaign'],
  campaign_intakes: ['true', 'campaign'],
  register_entries: ["scope = 'application:' || $id AND seq = 1", 'application'],
};
test.each(Object.entries(changed))('a change of any column of %s is found', async (table, [where, kind]) => {
  const unseen: string[] = [];
  const subject = kind === 'sanctions' ? 'all' : undefined;
  for (const { column, forged } of await columnsOf(owner, table as CoveredTable)) {
    await tampered(`UPDATE ${table} SET ${column} = ${forged} WHERE ${where}`, async () => {
      if ((await fault(kind, subject)) === null) unseen.push(column);
      if (kind === 'application' && (await fault('application', other)) !== null) unseen.push(`${column}, elsewhere`);
    });
  }
  expect(unseen).toEqual([]);
  expect(await fault(kind, subject)).toBeNull();
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
  ['DELETE FROM campaign_events WHERE seq = 1', 'campaign', 'chain'],
  ['DELETE FROM campaign_events WHERE seq = 2', 'campaign', 'facts'],
  [
    "INSERT INTO campaign_events SELECT copied.* FROM campaign_events AS entry, jsonb_populate_record(entry, jsonb_build_object('seq', 9, 'key', 'forged')) AS copied WHERE entry.seq = 2",
    'campaign',
    'chain',
  ],
  ["UPDATE campaign_states SET status = 'closed' WHERE seq = 2", 'campaign', 'facts'],
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
    const known = async (of: string) => (await lookUpApplication(api.db, of))?.fault?.what ?? null;
    await checkMoved(deps(), lines);
    expect([await known(rewritten), await known(other)]).toEqual([null, null]);
    const { openedAt } = await api.db.application.findUniqueOrThrow({ where: { id: other } });
    const opening = { ...(await readRecord(api.db, other))?.opening, unitId: 'unit-2' };
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

  test('the worker signs them at the start, at each event of a campaign, and after a day', async () => {
    await owner.tampered('DELETE FROM signed_heads', async () => {
      await rm(path.join(api.deps.dataDir, 'heads'), { recursive: true });
      let now = await api.deps.clock();
      const checks = startRecordChecks({ ...deps(), clock: () => now }, { interval: 20 });
      const reasons = async () => (await allSignedHeads(api.db)).map(({ reason }) => reason);
      await until(async () => (await reasons()).length === 1);
      const { seq } = await passDate(api);
      await until(async () => (await reasons()).length === 2);
      now += day;
      await until(async () => (await reasons()).length === 3);
      await checks.stop();
      expect(await reasons()).toEqual(['start', `campaign ${campaignId} ${seq}`, 'daily']);
      expect(await signedLines(deps())).toEqual(await allSignedHeads(api.db));
      const text = await officeFile(`/api/campaigns/${campaignId}/export`);
      expect(JSON.parse(text).heads).toHaveLength(3);
    });
    await rm(path.join(api.deps.dataDir, 'heads'), { recursive: true });
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
    return (
      await office
        .as('operator')
        .post(path)
        .send({ reason: '系统停机', until: localDateOf(await api.deps.clock()) })
    ).body.code;
  };
  const fault = { what: 'chain', at: 'event 1' } as const;
  await noteCheck(api.db.pool, { kind: 'application', subject: held, at: 0, fault, files: false });
  expect([await act(held), await act(free)]).toEqual(['record_broken', undefined]);
});

test('the record of a campaign and a certificate verify offline, without a name or a text in the campaign’s', async () => {
  await api.db.recordCheck.deleteMany();
  const { keys } = (await request(api.app).get('/api/proof/keys').expect(200)).body;
  const campaign = await officeFile(`/api/campaigns/${campaignId}/export`);
  expect(await verifyFile('campaign', campaign, keys)).toMatchObject({ difference: null, unknown: [] });
  for (const secret of ['张三', '一段往事', '单位1', '材料不实']) expect(campaign).not.toContain(secret);
  const certificate = await officeFile(`/api/applications/${other}/certificate/export`);
  expect(await verifyFile('certificate', certificate, keys)).toMatchObject({ difference: null, unknown: [] });
});

test('the record of a certificate verifies without the points of each expert, for who may not see them', async () => {
  const { keys } = (await request(api.app).get('/api/proof/keys').expect(200)).body;
  const path = `/api/applications/${other}/certificate/export`;
  expect(await officeFile(path, 'office')).toMatch(/"points":\d+/);
  for (const name of ['unit', 'department', 'finance'] as const) {
    const held = await officeFile(path, name);
    expect(held).not.toMatch(/"points"|expertId/);
    const { difference, unknown } = await verifyFile('certificate', held, keys);
    expect({ difference, unknown }).toEqual({ difference: null, unknown: [expect.stringContaining('score_defense')] });
  }
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
  const { applicantId } = await api.db.application.findUniqueOrThrow({ where: { id } });
  await writeFile(await documentFile(api.deps, { owner: personOwner(applicantId), sha256 }), 'exchanged');
  expect(await fault()).toBe('file');
  await office.as('office').get(`/api/applications/${id}/documents/${document}`).expect(503);
});

async function until(reached: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500 && !(await reached()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await reached()).toBe(true);
}
