import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import request from 'supertest';
import { InvestigatorsAnswer, ObjectionListAnswer, ObjectionsAnswer } from '../../../api/objections/answers.js';
import {
  NoticeAnswer,
  NoticesAnswer,
  ObjectionReceipt,
  OwnObjectionAnswer,
} from '../../../api/publicNotices/answers.js';
import { findApplication } from '../../../records/application/applications.js';
import { addObjectionEvidence } from '../../../records/conferral/objectionEvidence.js';
import { readFileOf } from '../../../records/dossier/documentFile.js';
import { objectorOwner } from '../../../records/sealed/sealedContact.js';
import { addDays, day, isoInBeijing, localDateOf, startOfDay } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { sessionHeader } from '../../../simulation/hurried/provenSession.js';
import { type StoryStep, stories } from '../../../simulation/story/story.js';
import { apiAt, endOf } from '../../support/clock.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

// The morning after the meeting: the first day of the public notice.
const met = endOf('public_notice');
const noticeFrom = addDays(localDateOf(met), 1);
const morning = startOfDay(noticeFrom) + 10 * 3_600_000;
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const objection = { name: '王五', contact: '13800001111', reason: '业绩材料与实际不符' };

let api: TestApi;
let office: Office;
let id: string;
beforeAll(async () => {
  api = await startTestApi({
    name: 'public-objection',
    at: isoInBeijing(morning),
    limits: { objectionsFromAddress: 60 },
  });
  office = await createOffice(api);
  id = await office.application(stories.public_notice);
});
afterAll(() => api.close());

const raise = (body: object = objection, key: string = randomUUID(), about = id) =>
  request(api.app).post(`/api/notices/${about}/objections`).set('Idempotency-Key', key).send(body);
const workspace = async (about = id) =>
  ObjectionListAnswer.strict().parse(
    (await office.as('supervisor').get(`/api/applications/${about}/objections`).expect(200)).body,
  ).items;

describe('A public notice', () => {
  test('starts the day after the meeting, not before', async () => {
    const { app } = apiAt(api, met + 60_000);
    await request(app).get(`/api/notices/${id}`).expect(404);
    await request(app).post(`/api/notices/${id}/objections`).send(objection).expect(404);
    expect((await request(app).get('/api/notices').expect(200)).body.items).toEqual([]);
    const { body } = await request(api.app).get(`/api/notices/${id}`).expect(200);
    expect(NoticeAnswer.strict().parse(body)).toMatchObject({
      kind: 'notice_period',
      from: noticeFrom,
      start: { zh: expect.stringContaining(`（${noticeFrom}）起公示`), en: expect.stringContaining(noticeFrom) },
      identity: null,
    });
    const page = await request(api.app).get(`/notices/${id}`).expect(200);
    expect(page.text).toContain('公示起始说明');
  });

  test('is read by programs: under the full name, with its period, by a schema that is linked', async () => {
    const { body, headers } = await request(api.app).get('/api/notices').expect(200);
    const [notice] = NoticesAnswer.strict().parse(body).items;
    expect(notice).toMatchObject({ id, from: noticeFrom, url: `http://pingshen.test/notices/${id}` });
    expect(notice?.name).toMatch(/^张三/);
    expect(notice?.until).toMatch(/T00:00:00.000\+08:00$/);
    expect(headers.link).toContain('/api/notices/schema');
    const schema = await request(api.app).get('/api/notices/schema').expect(200);
    expect(Object.keys(JSON.parse(schema.text).properties)).toEqual(['items', 'next']);
    const page = await request(api.app).get('/notices').expect(200);
    expect(page.text).toContain('href="/api/notices"');
    expect(page.text).toContain('张三');
  });

  test('tells what else Annex 1 publishes only where the policy says so', async () => {
    const rules = aksu2024.reviewCommittee;
    const open = { ...rules, maskPublicNotice: { ...rules.maskPublicNotice, value: false } };
    const write = (policy: object) => api.db.campaign.update({ where: { id: campaignId }, data: { policy } });
    await write({ ...aksu2024, reviewCommittee: open });
    const { body } = await request(api.app).get(`/api/notices/${id}`).expect(200);
    expect(body.name).toMatch(/^张三/);
    expect(body.identity).toEqual({ idNumber: null, ethnicity: null });
    await write({ ...aksu2024 });
    const { body: masked } = await request(api.app).get(`/api/notices/${id}`);
    expect(masked).toMatchObject({ name: body.name, identity: null });
  });
});

describe('An objection by somebody without an account', () => {
  test('is taken in, looked into by whoever is asked to, and answered with reasons to its receipt', async () => {
    const receipt = ObjectionReceipt.strict().parse((await raise().expect(201)).body);
    const path = `/api/notices/${id}/objections/${receipt.objectionId}`;
    const [open] = await workspace();
    const shown = { ...objection, contact: '138****1111' };
    expect(open).toMatchObject({ id: receipt.objectionId, ...shown, outcome: null, investigatorId: null });
    await request(api.app)
      .post(`${path}/evidence`)
      .query({ fileName: '证据.pdf' })
      .set('Objection-Receipt', receipt.receipt)
      .type('application/octet-stream')
      .send(pdf)
      .expect(201);
    const people = InvestigatorsAnswer.parse(
      (await office.as('supervisor').get(`/api/campaigns/${campaignId}/investigators`).expect(200)).body,
    ).items;
    expect(people.map(({ personId }) => personId).sort()).toEqual(
      [office.ids.supervisor, office.ids.office, office.ids.secondOffice].sort(),
    );
    const dueOn = addDays(noticeFrom, 3);
    const assign = (body: object) =>
      office.as('supervisor').put(`/api/applications/${id}/objections/${receipt.objectionId}/investigation`).send(body);
    await assign({ investigatorId: office.ids.office, dueOn: addDays(noticeFrom, -1) }).expect(422);
    await assign({ investigatorId: office.ids.unit, dueOn }).expect(422);
    await assign({ investigatorId: office.ids.office, dueOn }).expect(200);
    const listed = await office.as('office').get(`/api/campaigns/${campaignId}/objections`).expect(200);
    const [line] = ObjectionsAnswer.strict().parse(listed.body).items;
    expect(line).toMatchObject({ id: receipt.objectionId, dueOn });
    expect(line?.investigatorName).toMatch(/^张三office/);
    const [file] = (await workspace())[0]?.evidence ?? [];
    expect(file).toMatchObject({ fileName: '证据.pdf' });
    const saved = await office
      .as('office')
      .get(`/api/applications/${id}/objections/${receipt.objectionId}/evidence/${file?.id}`)
      .expect(200);
    expect(saved.body.subarray(0, 5).toString()).toBe('%PDF-');
    await office
      .as('office')
      .post(`/api/applications/${id}/actions/resolve_objection`)
      .send({ objectionId: receipt.objectionId, outcome: 'dismissed', reason: '经核实，材料属实' })
      .expect(200);
    const reported = await request(api.app).get(path).set('Objection-Receipt', receipt.receipt).expect(200);
    expect(OwnObjectionAnswer.strict().parse(reported.body)).toMatchObject({
      outcome: 'dismissed',
      resolution: '经核实，材料属实',
      evidence: [{ fileName: '证据.pdf' }],
    });
    await assign({ investigatorId: office.ids.office, dueOn }).expect(409);
    await request(api.app)
      .post(`${path}/evidence`)
      .query({ fileName: '证据.pdf' })
      .set('Objection-Receipt', receipt.receipt)
      .type('application/octet-stream')
      .send(pdf)
      .expect(409);
  });

  test('is seen with its objector by supervisor and office alone, and by nobody without the receipt', async () => {
    const { objectionId, receipt } = (await raise().expect(201)).body;
    const path = `/api/notices/${id}/objections/${objectionId}`;
    await request(api.app).get(path).expect(404);
    await request(api.app).get(path).set('Objection-Receipt', 'x').expect(404);
    const own = await request(api.app).get(path).set('Objection-Receipt', receipt).expect(200);
    expect(own.text).not.toContain(objection.contact);
    for (const name of ['unit', 'department', 'finance', 'expert', 'operator'] as const) {
      await office.as(name).get(`/api/applications/${id}/objections`).expect(403);
    }
    const list = `/api/applications/${id}/objections`;
    const { body } = await office.as('office').get(list).expect(200);
    expect(body.items.find((one: { id: string }) => one.id === objectionId).contact).toBe('138****1111');
    const ask = (reason?: string) => office.as('supervisor').post(`${list}/${objectionId}/contact`).send({ reason });
    await ask().expect(422);
    expect((await ask('联系核查').expect(200)).body).toEqual({ contact: objection.contact });
    const { rows: read } = await api.db.pool.query(
      `SELECT subject_id, reason FROM access_log WHERE kind = 'objector' AND object = $1`,
      [objectionId],
    );
    expect(read).toEqual([{ subject_id: null, reason: '联系核查' }]);
    const applicant = await findApplication(api.db, id);
    for (const name of ['unit', 'office', 'supervisor'] as const) {
      const { text } = await office.as(name).get(`/api/applications/${id}/timeline`).expect(200);
      expect(text).not.toContain(objection.contact);
    }
    const rows = await api.db.$queryRaw<{ all: string }[]>`
      SELECT string_agg(events::text, '') || (SELECT string_agg(intakes::text, '') FROM intakes) AS all FROM events`;
    expect(rows[0]?.all).not.toContain(objection.contact);
    expect(rows[0]?.all).not.toContain(objection.name);
    expect(JSON.stringify(applicant?.facts)).not.toContain(objection.reason);
  });

  test('sent twice is one objection; the same key for another is refused', async () => {
    const key = randomUUID();
    const before = (await workspace()).length;
    const first = await raise(objection, key).expect(201);
    const second = await raise(objection, key).expect(201);
    expect(second.body.objectionId).toBe(first.body.objectionId);
    const path = `/api/notices/${id}/objections/${first.body.objectionId}`;
    await request(api.app).get(path).set('Objection-Receipt', second.body.receipt).expect(200);
    await request(api.app).get(path).set('Objection-Receipt', first.body.receipt).expect(404);
    await raise({ ...objection, name: '赵六' }, key).expect(422);
    await raise({ ...objection, reason: '别的事' }, key).expect(422);
    expect(await workspace()).toHaveLength(before + 1);
  });

  test('holds the notice up only when its author has proven how to reach them', async () => {
    const about = await office.application(stories.public_notice);
    const contact = 'wangwu@example.org';
    const code = (body: object) => request(api.app).post(`/api/notices/${about}/objection-codes`).send(body);
    expect((await code({ contact: '13800001111' }).expect(422)).body.field).toBe('contact');
    await code({ contact }).expect(204);
    const [, sent = ''] = /验证码：(\d{6})/.exec(api.accountMail?.at(-1)?.text ?? '') ?? [];
    const other = { ...objection, contact };
    expect((await raise({ ...other, code: 'wrong' }, undefined, about).expect(422)).body.field).toBe('code');
    expect((await raise({ ...objection, code: sent }, undefined, about).expect(422)).body.field).toBe('code');
    expect((await raise(other, undefined, about).expect(201)).body.reachable).toBe(false);
    const seen = async () => (await office.as('office').get(`/api/applications/${about}`).expect(200)).body.objections;
    expect(await seen()).toMatchObject([{ unreachable: true, holds: false, outcome: null }]);
    expect((await raise({ ...other, code: sent }, undefined, about).expect(201)).body.reachable).toBe(true);
    expect(await seen()).toMatchObject([{ holds: false }, { unreachable: false, holds: true }]);
  });

  test('needs a name, a way to reach them, and a reason', async () => {
    for (const missing of ['name', 'contact', 'reason']) {
      const { body } = await raise({ ...objection, [missing]: ' ' }).expect(422);
      expect(body.field).toBe(missing);
    }
  });

  test('holds its own application and no other, however long it takes', async () => {
    // Two months later by the engine's clock every deadline has passed.
    const later = apiAt(api, met + 60 * day);
    const deps = { ...later.deps, clock: api.deps.clock };
    const objected: StoryStep[] = [...stories.public_notice, { event: 'raise_objection', role: 'public' }];
    const held = await office.application(objected, { deps });
    const free = await office.application(stories.public_notice, { deps });
    const session = sessionHeader(await office.keyOf('office'));
    const act = (about: string, event: string, body: object) =>
      request(later.app).post(`/api/applications/${about}/actions/${event}`).set(session).send(body);
    const tooLate = await act(free, 'raise_objection', { reason: '晚了' }).expect(409);
    expect(tooLate.body.code).toBe('deadline_passed');
    const [open] = (await findApplication(api.db, held))?.facts.objections ?? [];
    const dismissed = { objectionId: open?.id, outcome: 'dismissed', reason: '查无实据' };
    expect((await act(held, 'resolve_objection', dismissed).expect(200)).body.status).toBe('public_notice');
    expect((await act(held, 'raise_objection', { reason: '晚了' }).expect(409)).body.code).toBe('deadline_passed');
  });

  test('is held back when too many come from one address', async () => {
    const { app } = apiAt(
      { ...api, deps: { ...api.deps, limits: { ...api.deps.limits, objectionsFromAddress: 1 } } },
      morning,
    );
    const again = () => request(app).post(`/api/notices/${id}/objections`).send(objection);
    await again().expect(201);
    await again().expect(429);
  });
});

describe('Anonymous evidence', () => {
  test('says nothing of its author: place, camera, program and name are taken out', async () => {
    const { body } = await raise({ ...objection, reason: '另一项异议' }).expect(201);
    const { objectionId, receipt } = ObjectionReceipt.parse(body);
    const send = (fileName: string, content: Buffer) =>
      request(api.app)
        .post(`/api/notices/${id}/objections/${objectionId}/evidence`)
        .query({ fileName })
        .set('Objection-Receipt', receipt)
        .type('application/octet-stream')
        .send(content);
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Artist: 'Wang Wu', Model: 'Camera 1' } })
      .jpeg()
      .toBuffer();
    await send('a.jpg', photo).expect(201);
    const letter = [
      '1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [4 0 R] /Count 1>>\nendobj\n',
      '4 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>\nendobj\n',
    ].join('');
    const info = '3 0 obj\n<</Author (Wang Wu)>>\nendobj\ntrailer\n<</Root 1 0 R /Info 3 0 R>>\n%%EOF\n';
    await send('a.pdf', Buffer.from(`%PDF-1.7\n${letter}${info}`)).expect(201);
    await send(
      'b.pdf',
      Buffer.from(`%PDF-1.7\n${letter.replace('/Catalog', '/Catalog /AA <</S /JavaScript>>')}`),
    ).expect(422);
    const kept = await api.db.objectionEvidence.findMany({ where: { objectionId } });
    expect(kept).toHaveLength(2);
    const owner = objectorOwner({ applicationId: id, objectionId });
    for (const { sha256, size } of kept) {
      const content = (await readFileOf(api.deps, { owner, sha256 })) ?? Buffer.alloc(0);
      expect(content).toHaveLength(size);
      expect(content.includes('Wang Wu')).toBe(false);
      expect(content.includes('Camera 1')).toBe(false);
    }
    const [file] = kept;
    const add = () =>
      file && addObjectionEvidence(api.db, { ...file, id: randomUUID(), uploadedAt: file.uploadedAt.getTime() }, 5);
    const added = await Promise.all(Array.from({ length: 6 }, add));
    expect(added.filter((one) => one)).toHaveLength(3);
  });
});
