import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { keys } from '../../config/keys.js';
import { createPayloadCodec } from '../../config/payloadCodec.js';
import { until } from '../../ops/process/ports.js';
import { findDossier } from '../../records/dossier/dossiers.js';
import type { Facts } from '../../rules/application/facts.js';
import { openDraft } from '../../rules/application/opening.js';
import { ask, insist, type Reply } from '../../simulation/chaos/traffic/apiClient.js';
import { calendar, noticed } from '../../simulation/chaos/traffic/campaigns.js';
import { bodyOf, type Step } from '../../simulation/chaos/traffic/paths.js';
import {
  candidate,
  createStaff,
  departmentId,
  type Person,
  type Staff,
  unitId,
} from '../../simulation/chaos/traffic/people.js';
import { hear, requestedTitle } from '../../simulation/hurried/bodies.js';
import { evidenceIn, fillDossier } from '../../simulation/hurried/dossier.js';
import { sessionHeader } from '../../simulation/hurried/provenSession.js';
import { sampleIdNumber } from '../../simulation/samples/idNumber.js';
import { startRefusingServer } from '../integration/mail/refusingServer.js';
import { deputySenior } from '../support/facts.js';
import { type Kept, keptByEngine } from './support/secrets.js';
import { type Servers, sharedServers } from './support/servers.js';
import { startTestStack, type TestStack } from './support/testStack.js';

/** Values only the database may hold, each so unusual that it occurs nowhere by chance. */
const secret = {
  name: '欧阳麒麟骥',
  idNumber: sampleIdNumber(7, '1985-11-23', 'female'),
  phone: '13987650123',
  summary: '主持龟兹风电塔筒摆振抑制',
  returned: '学历证明与档案记载有出入',
  defect: '毕业证书骑缝章缺失一半',
  answer: '已赴母校补盖骑缝章',
  voucher: 'VCH-778899-QZ',
  place: '多浪河畔第十九会议室',
  deferred: '两位委员途中车辆抛锚',
  objection: '获奖证书疑为他人所得',
  objector: '司马青鸾',
  contact: '0997-8675309',
  upheld: '经查获奖人确非本人',
  refused: '越权尝试所写的理由',
  fileName: '欧阳的身份证.pdf',
} as const;

const secretNames = Object.keys(secret);
/** What nobody can read who has the database and the files, but not the keys. */
const encrypted = ['idNumber', 'phone', 'summary', 'contact'];

let servers: Servers;
let testStack: TestStack;
let staff: Staff;
let applicant: Person;
let smtp: Awaited<ReturnType<typeof startRefusingServer>>;
let kept: Kept;

beforeAll(async () => {
  [servers, smtp] = await Promise.all([sharedServers('personal_data'), startRefusingServer()]);
  testStack = await startTestStack(servers, { smtpUrl: smtp.smtpUrl });
  staff = await createStaff(testStack.db, [{ policy: noticed, calendar }]);
  await live();
  await writeToBrokenDisk();
  const codec = createPayloadCodec((await keys(testStack.dataDir)).payload);
  kept = await keptByEngine(testStack.client, codec);
}, 180_000);
afterAll(async () => {
  await testStack?.close();
  await smtp?.stop();
  await servers?.close();
});

const url = () => testStack.apis[0]?.url ?? '';

/** One application from draft to disqualification, with every free text in between and some refusals. */
async function live(): Promise<void> {
  applicant = await candidate(testStack.db, secret.name);
  const asking = { person: applicant, path: '/api/applications', body: { campaignId: noticed.id, ...requestedTitle } };
  const id = String((await insist(url(), { ...asking, key: randomUUID() })).body.id);
  await fillDossier(testStack.db, id, evidenceIn(testStack.dataDir));
  await fillIn(id);
  const act = async (person: Person, step: Exclude<Step, 'wait'>, expected = 200): Promise<Reply> => {
    const { facts } = await testStack.db.application.findUniqueOrThrow({ where: { id } });
    const event = typeof step === 'string' ? step : step.event;
    const path = `/api/applications/${id}/actions/${event}`;
    const body = bodyOf(step, facts as unknown as Facts);
    const reply = await insist(url(), { person, path, body, key: randomUUID() });
    expect([event, reply.status, reply.body.detail]).toEqual([event, expected, reply.body.detail]);
    return reply;
  };
  const printed = (event: Exclude<Step, object | 'wait'>, more: object) => ({
    event,
    body: (facts: Facts) => ({ ...bodyOf(event, facts), ...more }),
  });
  await act(applicant, 'submit');
  await act(staff.unit, printed('return_to_applicant', { reason: secret.returned }));
  await act(applicant, 'submit');
  await act(staff.unit, 'post_publicity');
  await act(staff.unit, printed('recommend', { reason: secret.returned }));
  await act(staff.department, 'forward');
  await act(staff.unit, printed('refuse', { reason: secret.refused }), 403);
  await act(staff.office, printed('refuse', { reason: secret.refused, name: secret.name }), 422);
  const defects = [{ section: 'education', field: 'entries.0', text: secret.defect }];
  await act(staff.office, printed('return_for_correction', { reason: secret.returned, defects }));
  const answers = ({ defects: open }: Facts) => open.map((defect) => ({ defect, text: secret.answer }));
  await act(applicant, { event: 'resubmit', body: (facts) => ({ answers: answers(facts) }) });
  await act(staff.office, 'accept');
  await act(staff.finance, printed('confirm_payment', { amount: 1, voucher: secret.voucher }), 422);
  await act(staff.finance, printed('confirm_payment', { voucher: secret.voucher }));
  await act(staff.office, 'receive_materials');
  await act(staff.office, printed('schedule_defense', { place: secret.place }));
  await hear(testStack.db, id);
  await act(staff.office, 'score_defense');
  await act(staff.office, printed('defer', { reason: secret.deferred }));
  await act(staff.secondOffice, 'enter_tally');
  await act(staff.office, 'record_tally');
  const { objector: name, contact } = secret;
  await act(staff.supervisor, printed('raise_objection', { reason: secret.objection, name, contact }));
  const upheld = ({ objections }: Facts) => ({
    objectionId: objections[0]?.id,
    outcome: 'upheld',
    reason: secret.upheld,
  });
  await act(staff.supervisor, { event: 'resolve_objection', body: upheld });
  // The mail server refuses letters and repeats the address in its reply.
  expect(await until(async () => smtp.refused() > 0, { timeoutMs: 30_000 })).toBe(true);
  expect(
    await until(async () => testStack.lines.some((line) => line.includes('letter not sent')), { timeoutMs: 30_000 }),
  ).toBe(true);
}

/** The same requests to a database that refuses every write and names the row, as PostgreSQL does. */
async function writeToBrokenDisk(): Promise<void> {
  const other = await candidate(testStack.db, secret.name);
  const opening = { person: other, path: '/api/applications', body: { campaignId: noticed.id, ...requestedTitle } };
  const id = String((await insist(url(), { ...opening, key: randomUUID() })).body.id);
  const tables = ['intakes', 'dossiers', 'documents'];
  const alter = (how: string) => Promise.all(tables.map((table) => servers.asOwner?.(`ALTER TABLE ${table} ${how}`)));
  await alter('ADD CONSTRAINT broken_disk CHECK (false) NOT VALID');
  const path = `/api/applications/${id}`;
  const statuses = [
    await ask(url(), { person: other, path: `${path}/actions/withdraw`, body: { reason: secret.refused }, key: 'a' }),
    await ask(url(), {
      person: other,
      path,
      body: { sections: { workSummary: { text: secret.summary } } },
      key: 'b',
      method: 'PATCH',
    }),
    await upload(id, other),
  ].map(({ status }) => status);
  await alter('DROP CONSTRAINT broken_disk');
  expect(statuses).toEqual([500, 500, 500]);
}

function upload(id: string, { key }: Person): Promise<Response> {
  const path = `/api/applications/${id}/documents?kind=id_card&fileName=${encodeURIComponent(secret.fileName)}`;
  const headers = { ...sessionHeader(key), 'content-type': 'application/octet-stream' };
  const body = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
  return fetch(`${url()}${path}`, { method: 'POST', headers, body });
}

/** Saves a form and uploads a document; then sends a form and an address that are refused. */
async function fillIn(id: string): Promise<void> {
  const patch = async (sections: object, expected: number) => {
    const asking = { person: applicant, path: `/api/applications/${id}`, body: { sections }, key: randomUUID() };
    const { status, body } = await ask(url(), { ...asking, method: 'PATCH' });
    expect({ status, body }).toMatchObject({ status: expected });
  };
  const { basicInformation } = (await findDossier(testStack.db, id))?.dossier ?? {};
  const { name, idNumber, phone } = secret;
  await patch({ basicInformation: { ...basicInformation, name, idNumber, phone, gender: 'female' } }, 200);
  await patch({ workSummary: { text: secret.summary } }, 200);
  await patch({ basicInformation: { ...basicInformation, name: `${name}\u0000`, idNumber } }, 422);
  expect((await upload(id, applicant)).status).toBe(201);
  const headers = sessionHeader(applicant.key);
  await fetch(`${url()}/api/nothing?name=${encodeURIComponent(name)}&idNumber=${idNumber}`, { headers });
}

const found = (texts: readonly string[]) =>
  Object.entries({ ...secret, email: applicant.email, key: applicant.key }).flatMap(([what, value]) =>
    texts.some((text) => text.includes(value)) ? [what] : [],
  );

test('what the test looks for is in the database: it was written', async () => {
  const { rows } = await testStack.db.pool.query<{ all: string }>(
    `SELECT concat((SELECT json_agg(row) FROM intakes row), (SELECT json_agg(row) FROM dossiers row),
            (SELECT json_agg(row) FROM users row), (SELECT json_agg(row) FROM documents row)) AS all`,
  );
  const missing = Object.keys(secret).filter((what) => !found(rows.map(({ all }) => all)).includes(what));
  expect(missing).toEqual(
    [...encrypted, 'refused'].toSorted((a, b) => secretNames.indexOf(a) - secretNames.indexOf(b)),
  );
});

test('numbers, contacts and forms are in no table, and no file lies readable', async () => {
  const { rows: tables } = await testStack.db.pool.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const dump: string[] = [];
  for (const { name } of tables) {
    const { rows } = await testStack.db.pool.query<{ row: string }>(`SELECT row::text FROM ${name} AS row`);
    dump.push(...rows.map(({ row }) => row));
  }
  const folder = path.join(testStack.dataDir, 'documents');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(1);
  dump.push(...(await Promise.all(files.map((file) => readFile(path.join(file.parentPath, file.name), 'latin1')))));
  // The search reaches every table: names are not encrypted, and found.
  expect(found(dump)).toEqual(expect.arrayContaining(['name', 'returned', 'fileName']));
  expect(found(dump).filter((what) => encrypted.includes(what))).toEqual([]);
  expect(dump.filter((text) => text.includes('%PDF'))).toEqual([]);
});

test('whoever may see an application finds it by the whole ID number, and by no part of it', async () => {
  const look = async (q: string): Promise<unknown> => {
    const answer = await fetch(`${url()}/api/applications?q=${q}`, { headers: sessionHeader(staff.office.key) });
    return ((await answer.json()) as { items: unknown }).items;
  };
  expect(await look(secret.idNumber)).toEqual([expect.objectContaining({ applicantName: secret.name })]);
  expect(await look(secret.idNumber.slice(0, 17))).toEqual([]);
});

test('people download their own data, readable, without who objected; nobody gets those of others', async () => {
  const dataOf = async ({ key }: Person) =>
    await (await fetch(`${url()}/api/me/data`, { headers: sessionHeader(key) })).text();
  const own = found([await dataOf(applicant)]);
  const theirs = ['name', 'idNumber', 'phone', 'summary', 'returned', 'defect', 'answer', 'fileName'];
  expect(own).toEqual(expect.arrayContaining(theirs));
  expect(own.filter((what) => ['objection', 'objector', 'contact', 'voucher'].includes(what))).toEqual([]);
  expect(found([await dataOf(staff.unit)])).toEqual([]);
});

test('nothing that people wrote, and no name, number or address, enters the engine, even without encryption', () => {
  // The search reaches every workflow: allowed values are found there.
  for (const known of ['dossierHash', 'drainOutbox', applicant.id]) {
    expect(kept.plain.some((text) => text.includes(known))).toBe(true);
  }
  expect(found(kept.plain)).toEqual([]);
});

test('nor any line that worker and API log at their most talkative', () => {
  for (const known of ['"part":"worker"', '"part":"api"', 'letter not sent', 'broken_disk', applicant.id]) {
    expect(testStack.lines.filter((line) => line.includes(known))).not.toEqual([]);
  }
  expect(found(testStack.lines)).toEqual([]);
});

test('encrypted, the engine does not even hold the names of the facts', () => {
  const identity = { applicationId: 'a', campaignId: 'c', applicantId: 'p', unitId, chain: [departmentId] };
  const facts = Object.keys(openDraft({ ...identity, profile: deputySenior }, noticed, calendar));
  const played = facts.filter((name) => name.length > 8 && kept.stored.some((text) => text.includes(name)));
  expect(played).toEqual([]);
  const missing = facts.filter((name) => !kept.plain.some((text) => text.includes(`"${name}"`)));
  expect(missing).toEqual([]);
});
