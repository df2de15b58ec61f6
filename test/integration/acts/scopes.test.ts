import { randomUUID } from 'node:crypto';
import { CountsAnswer, ListAnswer } from '../../../api/applications/answers.js';
import { ListQuery } from '../../../api/applications/list.js';
import { events, personEvents } from '../../../rules/application/lifecycle.js';
import { stories } from '../../../simulation/story/story.js';
import { createOffice, type Name, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'scopes', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const own = (id: string) => `/api/applications/${id}`;

describe('An application', () => {
  const seen: Name[] = ['unit', 'department', 'office', 'finance', 'expert', 'supervisor', 'operator'];
  const unseen: Name[] = ['applicant', 'stranger', 'otherUnit', 'otherDepartment'];

  test('of another unit is not there, for reading or for acting', async () => {
    const id = await office.application(stories.unit_review);
    for (const name of seen) await office.as(name).get(own(id)).expect(200);
    for (const name of unseen) {
      const as = office.as(name);
      const answers = await Promise.all([
        as.get(own(id)),
        as.get(`${own(id)}/timeline`),
        as.get(`${own(id)}/dossier`),
        as.get(`${own(id)}/policy`),
        as.get(`${own(id)}/documents/${randomUUID()}`),
        as.get(`${own(id)}/acts/submit-1`),
        as.patch(own(id)).send({ sections: {} }),
        as
          .post(`${own(id)}/documents?kind=other&fileName=a.pdf`)
          .type('application/pdf')
          .send('%PDF-1.7'),
        ...personEvents.map((event) => as.post(`${own(id)}/actions/${event}`).send({ reason: '越权' })),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
      expect(answers[0]?.body).toMatchObject({ code: 'not_found' });
    }
  });

  test.each(['1', 'undefined', `${randomUUID()}`, "' OR ''='", '../../etc/passwd', '%00', '%E0%A4%A'])(
    'under the id %s is not there',
    async (id) => {
      await office
        .as('office')
        .get(`/api/applications/${id.startsWith('%') ? id : encodeURIComponent(id)}`)
        .expect(404);
    },
  );

  test('shows the form to those who judge it, and not to those who count or repair', async () => {
    const id = await office.application(stories.unit_review);
    // Experts and chairs see what they judge, while they judge it: accessLog.test.ts.
    const judging = ['unit', 'department', 'office', 'supervisor'] as const;
    const cases = [
      ...judging.map((name) => ({ name, readable: true })),
      ...(['finance', 'operator', 'expert', 'chair'] as const).map((name) => ({ name, readable: false })),
    ];
    for (const { name, readable } of cases) {
      const { body } = await office.as(name).get(own(id)).expect(200);
      expect(body.dossierReadable).toBe(readable);
      await office
        .as(name)
        .get(`${own(id)}/dossier`)
        .expect(readable ? 200 : 403);
    }
  });
});

describe('Who may do what', () => {
  test('is told for every event of the law: what, or why not', async () => {
    const id = await office.application(stories.committee_audit);
    const { body } = await office.as('office').get(own(id)).expect(200);
    const allowed = body.actions.filter((action: { allowed: boolean }) => action.allowed);
    expect(allowed.map(({ event }: { event: string }) => event).sort()).toEqual(
      ['accept', 'refuse', 'return_for_correction', 'extend'].sort(),
    );
    for (const action of body.actions) {
      expect(events).toContain(action.event);
      if (!action.allowed) expect(action.refusal.message).toBeTruthy();
    }
    const pending = body.actions.find(({ event }: { event: string }) => event === 'approve_extension');
    expect(pending.refusal.code).toBe('extension_missing');
  });

  test('an event whose role one does not have is refused with 403', async () => {
    const id = await office.application(stories.committee_audit);
    for (const name of ['unit', 'department', 'finance', 'expert', 'operator'] as const) {
      const { body } = await office
        .as(name)
        .post(`${own(id)}/actions/accept`)
        .send({})
        .expect(403);
      expect(body.code).toBe('role_not_allowed');
    }
  });

  test('a clerk never acts on their own application, in whatever role', async () => {
    const both = await office.hire([
      { role: 'applicant', unitId: 'unit-1' },
      { role: 'unit', unitId: 'unit-1' },
    ]);
    const id = await office.application(stories.unit_review, { applicantId: both.id });
    const { body } = await both.as
      .post(`${own(id)}/actions/post_publicity`)
      .send({})
      .expect(403);
    expect(body.code).toBe('own_application');
    const chosen = await both.as
      .post(`${own(id)}/actions/withdraw?as=unit`)
      .send({ reason: '撤回' })
      .expect(403);
    expect(chosen.body.code).toBe('role_not_allowed');
    await both.as
      .post(`${own(id)}/actions/withdraw?as=applicant`)
      .send({ reason: '撤回' })
      .expect(200);
  });

  test('every event of the law has a route, and nothing else has', async () => {
    const id = await office.application(stories.conferred.slice(0, 1));
    for (const event of personEvents) {
      const { status } = await office
        .as('office')
        .post(`${own(id)}/actions/${event}`)
        .send({});
      expect([200, 403, 409, 422]).toContain(status);
    }
    for (const event of ['filing_cutoff', 'notice_ended', 'confer', 'SUBMIT']) {
      await office
        .as('office')
        .post(`${own(id)}/actions/${event}`)
        .send({})
        .expect(404);
    }
  });
});

describe('The work queue', () => {
  test('holds what the caller may see and nothing else, a page at a time', async () => {
    const unit = 'unit-queue';
    const chain = { create: [{ level: 0, departmentId: 'department-1' }] };
    await api.db.unit.create({ data: { id: unit, name: '队列单位', kind: 'public_institution', chain } });
    const clerk = await office.hire([{ role: 'unit', unitId: unit }]);
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1)
      ids.push(await office.application(stories.unit_review, { unitId: unit }));
    const pages: string[][] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor ? `&cursor=${cursor}` : '';
      const { body } = await clerk.as.get(`/api/applications?limit=2${query}`).expect(200);
      const { items, next } = ListAnswer.parse(body);
      pages.push(items.map(({ id }) => id));
      cursor = next;
    }
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pages.flat().sort()).toEqual(ids.sort());
    const others = await office.as('otherUnit').get('/api/applications').expect(200);
    expect(others.body.items).toEqual([]);
  });

  test('is filtered by status, unit, campaign, due and need', async () => {
    const list = async (query: string) => {
      const { body } = await office.as('office').get(`/api/applications?${query}`).expect(200);
      return ListAnswer.parse(body).items;
    };
    const some = await list('status=unit_review,committee_audit&campaign=aksu-2024');
    expect(some.length).toBeGreaterThan(0);
    expect(await list('status=unit_review&unit=unit-2')).toEqual([]);
    expect(await list('due=2024-08-01T00:00:00%2B08:00')).toEqual([]);
    expect(await list('needsAttention=true')).toEqual([]);
  });

  test('shows those for which an extension waits for a second person, until it is approved', async () => {
    const id = await office.application(stories.correction);
    const waiting = async () => {
      const { body } = await office.as('office').get('/api/applications?extension=pending&limit=200').expect(200);
      return ListAnswer.parse(body).items.map((item) => item.id);
    };
    expect(await waiting()).not.toContain(id);
    const body = { deadline: 'correction_due', due: '2024-08-20T18:00:00+08:00', reason: '申报人住院' };
    await office
      .as('office')
      .post(`${own(id)}/actions/extend`)
      .send(body)
      .expect(200);
    expect(await waiting()).toEqual([id]);
    await office
      .as('secondOffice')
      .post(`${own(id)}/actions/approve_extension`)
      .send({})
      .expect(200);
    expect(await waiting()).toEqual([]);
  });

  test('finds by part of a name or of a unit, by number and by id, each in their own scope, and by level and specialty', async () => {
    const id = await office.application(stories.unit_review);
    const { number } = await api.db.application.findUniqueOrThrow({ where: { id } });
    const found = async (name: Name, query: Record<string, string>) => {
      const { body } = await office.as(name).get('/api/applications').query(query).expect(200);
      return ListAnswer.parse(body).items.map((item) => item.id);
    };
    for (const name of ['unit', 'office', 'supervisor', 'operator'] as const) {
      expect(await found(name, { q: id.toUpperCase() })).toEqual([id]);
      expect(await found(name, { q: '张三', limit: '200' })).toContain(id);
      expect(await found(name, { q: '三', limit: '200' })).toContain(id);
      expect(await found(name, { q: 'zs', limit: '200' })).toContain(id);
      expect(await found(name, { q: ` ${number.toLowerCase()}` })).toEqual([id]);
      expect(await found(name, { q: '三张' })).toEqual([]);
    }
    expect(await found('otherUnit', { q: id })).toEqual([]);
    expect(await found('otherUnit', { q: '张三' })).toEqual([]);
    expect(await found('otherUnit', { q: number })).toEqual([]);
    const one = { q: id, level: 'deputy_senior' };
    expect(await found('office', one)).toEqual([id]);
    expect(await found('office', { ...one, level: 'mid' })).toEqual([]);
    expect(await found('office', { q: id, specialty: 'none' })).toEqual([]);
  });

  test('is counted by status for the caller alone, with the filters of the list', async () => {
    const unit = await office.hire([{ role: 'unit', unitId: 'unit-queue' }]);
    const { body, headers } = await unit.as.get('/api/applications/counts').expect(200);
    expect(CountsAnswer.parse(body).counts).toEqual([{ status: 'unit_review', count: 5, pastDue: 0 }]);
    await unit.as
      .get('/api/applications/counts')
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    const filtered = await unit.as.get('/api/applications/counts?status=draft').expect(200);
    expect(filtered.body).toEqual({ counts: [] });
    const nothing = await office.as('otherUnit').get('/api/applications/counts').expect(200);
    expect(nothing.body).toEqual({ counts: [] });
    for (const query of ['status=nothing', 'limit=1', 'q=']) {
      await unit.as.get(`/api/applications/counts?${query}`).expect(422);
    }
  });

  test('is not sent twice, and holds twenty lines unless more are asked for', async () => {
    const clerk = await office.hire([{ role: 'unit', unitId: 'unit-queue' }]);
    const { headers } = await clerk.as.get('/api/applications').expect(200);
    await clerk.as
      .get('/api/applications')
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    expect(ListQuery.parse({}).limit).toBe(20);
  });

  test.each([
    'status=nothing',
    'limit=0',
    'limit=1000',
    'cursor=zzz',
    'due=tomorrow',
    'order=name',
    'status=',
    'q=',
    'extension=approved',
  ])('refuses ?%s', (query) => office.as('office').get(`/api/applications?${query}`).expect(422));
});
