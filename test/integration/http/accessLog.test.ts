import { randomUUID } from 'node:crypto';
import readWorkbook from 'read-excel-file/node';
import type { Response } from 'supertest';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { routes } from '../../../api/routes.js';
import type { Database } from '../../../records/database.js';
import { insertPlan } from '../../../records/defense/defensePlans.js';
import { noteState } from '../../../records/defense/defenseSessions.js';
import { inTransaction } from '../../../records/inTransaction.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { evidenceFile } from '../../portal/support/evidenceFile.js';
import { committee, type Member, seatCommittee } from '../../support/committee.js';
import { type Caller, callerWith, campaignId, createOffice, type Name, type Office } from '../../support/office.js';
import { sessionFor } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { completeDossier, completeEvidence } from '../../unit/rules/completeDossier.js';

let api: TestApi;
let office: Office;
let applicant: { readonly id: string; readonly as: Caller; readonly key: string };
let members: readonly (Member & { readonly as: Caller })[];
let id: string;
let own: string;
let hash: string;
let documentId: string;

const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };
const { idNumber = '', phone = '' } = completeDossier.basicInformation ?? {};

beforeAll(async () => {
  api = await startTestApi({ name: 'access_log', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
  applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  const { as } = applicant;
  id = (await as.post('/api/applications').send(draft).expect(201)).body.id;
  own = `/api/applications/${id}`;
  await as.patch(own).send({ sections: completeDossier }).expect(200);
  for (const { kind, year } of completeEvidence) {
    const { fileName, content } = evidenceFile(kind, year);
    const query = { kind, fileName, ...(year === null ? {} : { year }) };
    const sent = as.post(`${own}/documents`).query(query).type('application/octet-stream').send(content);
    documentId = (await sent.expect(201)).body.id;
  }
  await as.post(`${own}/actions/submit`).send({}).expect(200);
  hash = (await as.get(own).expect(200)).body.dossierHash;
  const seated = await seatCommittee(api.db, { campaignId, size: 3 });
  members = seated.map((member) => ({ ...member, as: callerWith(api.app, member.key) }));
}, 60_000);
afterAll(() => api.close());

type Reads = (as: Caller) => PromiseLike<Response>;
/** Every route that shows a dossier or a file of one, as the test below proves. */
const readings: Readonly<Record<string, Reads>> = {
  'get /api/applications/{id}/dossier': (as) => as.get(`${own}/dossier`),
  'get /api/applications/{id}/submissions/diff': (as) => as.get(`${own}/submissions/diff?from=${hash}&to=${hash}`),
  'get /api/applications/{id}/documents/{documentId}': (as) => as.get(`${own}/documents/${documentId}`),
};
/** The others that are in the log, each with a test of its own: that of invitations in directory/imports.test.ts, rosters below, proofs of exemption in acts/ledger.test.ts, and papers in papers/papers.test.ts. */
const others = [
  'get /api/campaigns/{id}/rosters/{roster}',
  'post /api/campaigns/{id}/rosters/{roster}',
  'get /api/directory-imports/{id}/sheets',
  'get /api/applications/{id}/documents/{documentId}/pages/{page}',
  'get /api/campaigns/{id}/fee-register/{payCode}/proof',
  'get /api/applications/{id}/papers/{kind}',
  'get /api/campaigns/{id}/papers/{kind}',
  'post /api/campaigns/{id}/papers/{kind}',
  'get /api/applications/{id}/archive',
  'get /api/paper-batches/{id}/file',
  'post /api/applications/{id}/identity',
  'get /api/applications/{id}/objections',
  'post /api/applications/{id}/objections/{objectionId}/contact',
  'get /api/applications/{id}/objections/{objectionId}/evidence/{evidenceId}',
];

const entries = async (personId: string) =>
  (
    await api.db.pool.query<{ kind: string; object: string | null; subject_id: string; address: string }>(
      'SELECT kind, object, subject_id, address FROM access_log WHERE person_id = $1 ORDER BY at',
      [personId],
    )
  ).rows;

/** What each way of reading answers somebody. */
const statusesFor = async (as: Caller) =>
  Object.fromEntries(
    await Promise.all(Object.entries(readings).map(async ([route, read]) => [route, (await read(as)).status])),
  );
const all = (status: number) => Object.fromEntries(Object.keys(readings).map((route) => [route, status]));

describe('Who reads a dossier', () => {
  test('goes by routes that are in the log: those that answer a form or a file, and no other', () => {
    const nameOf = ({ method, path }: (typeof routes)[number]) => `${method} ${path}`;
    const logged = routes.filter(({ reads }) => reads).map(nameOf);
    expect(logged.toSorted()).toEqual([...Object.keys(readings), ...others].toSorted());
    // Minutes, papers of a campaign, exported records, ledgers, reports of fees, drafts of a policy, notices and templates hold no dossier; nobody but oneself reads one's own data.
    const harmless =
      /minutes|\/day-closes\/|\/fee-report\/|\/export$|\/ledger\.beancount$|^\/api\/me\/|^\/api\/campaign-drafts\/|^\/api\/campaigns\/\{id\}\/(?:files|papers)\/|^\/api\/directory-imports\/templates\//;
    const files = routes
      .filter(({ roles, answers, path }) => roles !== 'public' && answers[200] === 'file' && !harmless.test(path))
      .map(nameOf);
    expect(files.filter((file) => !logged.includes(file))).toEqual([]);
  });

  const readers: readonly Name[] = ['unit', 'department', 'office', 'secondOffice', 'supervisor'];
  test.each(readers)('%s reads it, and one entry tells of each reading, however often it is repeated', async (name) => {
    expect(await statusesFor(office.as(name))).toEqual(all(200));
    const written = await entries(office.ids[name]);
    expect(written.map(({ kind, object }) => `${kind} ${object}`).toSorted()).toEqual(
      [`dossier ${hash}`, `dossier ${hash}..${hash}`, `file ${documentId}`].toSorted(),
    );
    expect(written.every(({ subject_id, address }) => subject_id === applicant.id && address !== null)).toBe(true);
    await statusesFor(office.as(name));
    // Two entries where the clock began another ten minutes in between.
    const again = await entries(office.ids[name]);
    expect(new Set(again.map(({ kind, object }) => `${kind} ${object}`)).size).toBe(written.length);
  });

  test.each([
    ['stranger', 404],
    ['otherUnit', 404],
    ['otherDepartment', 404],
    ['finance', 403],
    ['operator', 403],
    ['expert', 403],
    ['chair', 403],
  ] as const)('%s does not, and nothing is written', async (name, status) => {
    const { 'get /api/applications/{id}/documents/{documentId}': file, ...forms } = await statusesFor(office.as(name));
    expect(Object.values(forms)).toEqual([status, status]);
    expect(file).toBe(404);
    expect(await entries(office.ids[name])).toEqual([]);
  });
});

describe('An expert reads a dossier', () => {
  const judge = () => {
    const [, member] = members;
    if (!member) throw new Error('the committee has members');
    return member;
  };
  const refused = { ...all(403), 'get /api/applications/{id}/documents/{documentId}': 404 };
  const readable = async (as: Caller) => (await as.get(own).expect(200)).body.dossierReadable;

  test('from the publication of their session to its end, and not that of another panel', async () => {
    const { as, expertId } = judge();
    const startsAt = Date.parse('2024-10-21T08:30:00+08:00');
    const plan = { specialty: 'mechanical_electronic', room: '旧楼', startsAt, minutes: 1, applications: [id] };
    const sessionId = await inTransaction(api.db, (statements) =>
      insertPlan(statements, {
        campaignId,
        plan: { ...plan, panel: [expertId], leader: expertId },
        criteria: aksu2024.reviewCommittee.criteria.value,
        by: 'test',
        at: startsAt,
      }),
    );
    expect(await statusesFor(as)).toEqual(refused);
    await noteState(api.db.pool, { id: sessionId, state: 'published' });
    expect(await statusesFor(as)).toEqual(all(200));
    expect(await readable(as)).toBe(true);
    expect(await statusesFor(members[2]?.as ?? as)).toEqual(refused);
    expect(await readable(members[2]?.as ?? as)).toBe(false);
    await noteState(api.db.pool, { id: sessionId, state: 'closed' });
    expect(await statusesFor(as)).toEqual(refused);
  });

  test('from the convening of their meeting until its minutes are signed, and never when they are recused', async () => {
    const { as, expertId } = judge();
    const {
      rows: [meeting],
    } = await api.db.pool.query<{ id: string }>(
      `INSERT INTO meetings (campaign_id, committee, committee_name, held_on, begins, place, convened_by, convened_at)
       VALUES ($1, $2, '评委会', '2024-10-21', '09:30', '三楼会议室', 'test', now()) RETURNING id`,
      [campaignId, committee],
    );
    await api.db.pool.query(`INSERT INTO motions (meeting_id, application_id, ordinal) VALUES ($1, $2, 1)`, [
      meeting?.id,
      id,
    ]);
    expect(await statusesFor(as)).toEqual(all(200));
    expect(await statusesFor(members[0]?.as ?? as)).toEqual(all(200));
    await api.db.recusal.create({
      data: {
        id: randomUUID(),
        campaignId,
        expertId,
        applicationId: id,
        requestedByRole: 'office',
        requestedBy: 'test',
        reason: '同事',
        requestedAt: new Date(),
        outcome: 'granted',
        decidedBy: 'test',
        decidedAt: new Date(),
      },
    });
    expect(await statusesFor(as)).toEqual(all(404));
  });
});

describe('An ID number and a telephone', () => {
  const lists = ['', '/dossier', '/timeline', '/submissions', '/reexamination', '/defense-averages', '/policy'];

  test('are masked in every answer to everybody but the candidate, in files of lists too', async () => {
    const names: readonly Name[] = [
      'unit',
      'department',
      'office',
      'finance',
      'supervisor',
      'operator',
      'expert',
      'chair',
    ];
    const shown: string[] = [];
    for (const name of names) {
      const paths = [...lists.map((path) => `${own}${path}`), '/api/applications', '/api/applications?format=csv'];
      const answers = await Promise.all(paths.map((path) => office.as(name).get(path)));
      shown.push(...answers.map(({ text }) => text ?? ''));
    }
    expect(shown.filter((text) => /(?<!\d)\d{17}[\dXx](?![\da-f])|(?<!\d)1[3-9]\d{9}(?!\d)/.test(text))).toEqual([]);
    const { body } = await office.as('office').get(`${own}/dossier`).expect(200);
    expect(body.sections.basicInformation.idNumber).toBe(`${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`);
    expect(body.sections.basicInformation.phone).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    const { body: mine } = await applicant.as.get(`${own}/dossier`).expect(200);
    expect(mine.sections.basicInformation).toMatchObject({ idNumber, phone });
  });

  const ask = (name: Name, reason = '核对身份') => office.as(name).post(`${own}/identity`).send({ reason });

  test('are shown to the roles the policy names, who say why, and the candidate sees that they were', async () => {
    expect((await ask('office').expect(200)).body).toEqual({ idNumber, phone });
    // It lies with the unit now, which checks who its people are; the department's turn has not come.
    expect((await ask('unit').expect(200)).body).toEqual({ idNumber, phone });
    await ask('department').expect(409);
    await ask('supervisor').expect(403);
    await ask('stranger').expect(404);
    await office.as('office').post(`${own}/identity`).send({}).expect(422);
    await ask('office', '另一个理由').expect(200);
    const { body } = await applicant.as.get('/api/me/readings').query({ limit: 200 }).expect(200);
    const reasons = body.items.filter(({ kind }: { kind: string }) => kind === 'identity');
    expect(reasons.map(({ reason }: { reason: string }) => reason).toSorted()).toEqual(
      ['核对身份', '核对身份', '另一个理由'].toSorted(),
    );
  });
});

describe('A roster', () => {
  const roster = `/api/campaigns/${campaignId}/rosters/applicants`;
  const sheetIn = async (sent: ReturnType<Caller['get']>) => {
    const collected = sent.buffer(true).parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
    const { body, headers } = await collected.expect(200);
    const [{ sheet = '', data: [head = [], ...rows] = [] } = {}] = await readWorkbook(body);
    const cells = rows.map((row) => Object.fromEntries(row.map((cell, index) => [String(head[index]), cell])));
    return { sheet, cells, headers };
  };
  const readings = async (personId: string) =>
    (
      await api.db.pool.query(
        `SELECT kind, subject_id AS subject, reason FROM access_log WHERE person_id = $1 AND object = 'roster applicants' ORDER BY at`,
        [personId],
      )
    ).rows;

  test('holds what the form says, in Chinese, with the ID number masked, and each reading is in the log', async () => {
    const { sheet, cells, headers } = await sheetIn(office.as('office').get(roster));
    expect(sheet).toBe('申报人员花名册');
    expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain('申报人员花名册 2024-08-12.xlsx');
    expect(cells).toHaveLength(1);
    expect(cells[0]).toMatchObject({
      序号: 1,
      身份证号: `${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`,
      联系电话: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
      出生年月: `${idNumber.slice(6, 10)}.${idNumber.slice(10, 12)}`,
      工作单位: '单位1',
      主管部门: '主管部门department-1',
      申报级别: '副高级',
      参加工作时间: expect.any(Date),
    });
    expect(await readings(office.ids.office)).toEqual([{ kind: 'dossier', subject: applicant.id, reason: null }]);
  });

  test('holds whole ID numbers, as text, for who may read them and says why', async () => {
    await office.as('secondOffice').post(roster).send({}).expect(422);
    const { cells } = await sheetIn(office.as('secondOffice').post(roster).send({ reason: '报送人社部门' }));
    expect(cells[0]).toMatchObject({ 身份证号: idNumber, 联系电话: phone });
    expect(await readings(office.ids.secondOffice)).toEqual([
      { kind: 'identity', subject: applicant.id, reason: '报送人社部门' },
    ]);
  });

  test('is for those whose people stand in it, and lists of results for the office', async () => {
    expect((await sheetIn(office.as('unit').get(roster))).cells).toHaveLength(1);
    expect((await sheetIn(office.as('otherUnit').get(roster))).cells).toEqual([]);
    expect((await sheetIn(office.as('otherDepartment').get(roster))).cells).toEqual([]);
    // It lies with the unit, and nobody else's turn it is.
    await office.as('department').post(roster).send({ reason: '核对' }).expect(403);
    for (const name of ['applicant', 'expert', 'finance', 'supervisor', 'operator'] as const)
      await office.as(name).get(roster).expect(403);
    await office.as('unit').get(roster.replace('applicants', 'results')).expect(403);
    await office.as('office').get(roster.replace('applicants', 'nothing')).expect(404);
    for (const name of ['results', 'filing', 'conferred'])
      expect((await sheetIn(office.as('office').get(roster.replace('applicants', name)))).cells).toEqual([]);
  });
});

describe('The log', () => {
  test('is read by supervisors only, a page at a time, narrowed down by kind and person', async () => {
    const supervisor = office.as('supervisor');
    await office.as('office').get('/api/access-log').expect(403);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: object = { limit: 3, q: applicant.id, kind: 'dossier', ...(cursor === '' ? {} : { cursor }) };
      const { body }: Response = await supervisor.get('/api/access-log').query(query).expect(200);
      expect(body.items.every(({ kind }: { kind: string }) => kind === 'dossier')).toBe(true);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(6);
    await supervisor.get('/api/access-log?cursor=x').expect(422);
  });

  test('does not tell candidates which experts read, but that experts did', async () => {
    const { body } = await applicant.as.get('/api/me/readings').query({ limit: 200 }).expect(200);
    const items: { roles: string[]; name: string | null }[] = body.items;
    const experts = items.filter(({ roles }) => roles.includes('expert'));
    expect(experts.length).toBeGreaterThan(0);
    expect(experts.every(({ name }) => name === null)).toBe(true);
    expect(items.filter(({ roles }) => roles.includes('office')).every(({ name }) => name !== null)).toBe(true);
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|personId/);
  });

  test('keeps sign-ins and failures, of addresses without an account too', async () => {
    const email = office.emailOf('finance');
    const signIn = (body: object) => callerWith(api.app, 'nobody').post('/api/auth/sign-in').send(body);
    await signIn({ email, password: 'wrong' }).expect(401);
    await signIn({ email: 'nobody@example.cn', password: 'wrong' }).expect(401);
    await signIn({ email, password: '评审测试-2024' }).expect(200);
    const { rows } = await api.db.pool.query(
      `SELECT kind, person_id, subject_id FROM access_log WHERE kind LIKE 'sign_in%' ORDER BY at`,
    );
    const finance = office.ids.finance;
    expect(rows).toEqual([
      { kind: 'sign_in_failed', person_id: null, subject_id: finance },
      { kind: 'sign_in_failed', person_id: null, subject_id: null },
      { kind: 'sign_in', person_id: finance, subject_id: finance },
    ]);
    expect(JSON.stringify(rows)).not.toContain('@');
  });

  test('keeps roles given and taken', async () => {
    const operator = office.as('operator');
    const { id: personId } = await office.hire([]);
    const path = `/api/people/${personId}/roles`;
    const { body } = await operator.post(path).send({ role: 'finance', campaignId }).expect(200);
    await operator.delete(`${path}/${body.roles[0].id}`).expect(204);
    const { rows } = await api.db.pool.query(
      'SELECT kind, roles, person_id, campaign_id FROM access_log WHERE subject_id = $1 ORDER BY at',
      [personId],
    );
    const by = { roles: ['finance'], person_id: office.ids.operator, campaign_id: campaignId };
    expect(rows).toEqual([
      { kind: 'role_granted', ...by },
      { kind: 'role_removed', ...by },
    ]);
  });

  test('is never changed', async () => {
    for (const statement of ['UPDATE access_log SET address = NULL', 'DELETE FROM access_log', 'TRUNCATE access_log'])
      await expect(api.db.pool.query(statement)).rejects.toThrow(/append-only|permission denied/);
  });

  test('that cannot be written means that nothing is shown', async () => {
    const refusing = {
      ...api.db.pool,
      connect: api.db.pool.connect.bind(api.db.pool),
      query: (query: { readonly name?: string }, ...rest: never[]) =>
        query.name === 'add_access'
          ? Promise.reject(new Error('the log is full'))
          : (api.db.pool.query as (...given: unknown[]) => unknown).call(api.db.pool, query, ...rest),
    };
    const db = new Proxy(api.db, {
      get: (target, name) => (name === 'pool' ? refusing : Reflect.get(target, name, target)),
    }) as Database;
    const app = createApp({ ...api.deps, db, metrics: createMetrics() });
    const as = callerWith(app, await sessionFor(api.db, office.ids.office));
    for (const read of [
      ...Object.values(readings),
      (one: Caller) => one.post(`${own}/identity`).send({ reason: '核对' }),
    ]) {
      const { status, text } = await read(as);
      expect(status).toBe(500);
      expect(text ?? '').not.toMatch(/basicInformation|\*{4}|PNG/);
    }
    await callerWith(app, 'nobody')
      .post('/api/auth/sign-in')
      .send({ email: office.emailOf('finance'), password: '评审测试-2024' })
      .expect(500);
  });
});
