import { DraftAnswer, DraftBasesAnswer, ListedDraftAnswer } from '../../../api/drafts/draftAnswers.js';
import { parsePolicy } from '../../../api/policy/parsePolicy.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { draftOf } from '../../../rules/policy/drafts/draftValues.js';
import { type Caller, createOffice, type Name, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'drafts', at: '2024-07-20T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

const path = '/api/campaign-drafts';
const begin = async (caller: Caller, basis: object, more: object = {}) => {
  const { body } = await caller
    .post(path)
    .send({ basis, ...more })
    .expect(201);
  return DraftAnswer.strict().parse(body);
};
const save = (caller: Caller, { id, seq }: { readonly id: string; readonly seq: number }, changes: object[]) =>
  caller.patch(`${path}/${id}`).send({ seq, changes });
const entries = (policy: object) => Object.entries(draftOf(policy)).map(([at, value]) => ({ path: at, value }));
const others: readonly Name[] = ['applicant', 'unit', 'department', 'finance', 'expert', 'chair', 'supervisor'];

describe('A draft of a campaign', () => {
  test('is begun by an office or an operator from a notice, an earlier campaign, a file or nothing, and by nobody else', async () => {
    for (const name of others) {
      await office.as(name).get(path).expect(403);
      await office
        .as(name)
        .post(path)
        .send({ basis: { kind: 'blank' } })
        .expect(403);
    }
    const clerk = office.as('office');
    const bases = DraftBasesAnswer.parse((await clerk.get(`${path}/bases`).expect(200)).body).items;
    expect(bases.map(({ kind, id }) => `${kind}:${id}`)).toEqual(
      expect.arrayContaining(['notice:kizilsu-2025', 'campaign:aksu-2024']),
    );
    const blank = await begin(clerk, { kind: 'blank' }, { year: 2026 });
    expect(blank).toMatchObject({ step: 'who', seq: 1, basis: 'blank', values: { id: 'review-2026' }, mayOpen: false });
    expect(blank.errors.map(({ field }) => field)).toEqual(expect.arrayContaining(['title', 'fees', 'filing.opens']));
    const next = await begin(clerk, { kind: 'campaign', id: 'aksu-2024' }, { year: 2025 });
    expect(next).toMatchObject({ errors: [], values: { year: 2025, 'filing.opens': { value: '2025-07-22T00:00' } } });
    const { items } = (await clerk.get(path).expect(200)).body;
    expect(items.map((one: object) => ListedDraftAnswer.parse(one).id)).toEqual(
      expect.arrayContaining([blank.id, next.id]),
    );
  });

  test.each([
    {},
    { basis: { kind: 'notice' } },
    { basis: { kind: 'notice', id: 'nowhere-2024' } },
    { basis: { kind: 'campaign', id: 'nowhere-2024' } },
    { basis: { kind: 'file', policy: [] } },
    { basis: { kind: 'file', policy: { title: 'a\u0000b' } } },
    { basis: { kind: 'blank' }, year: 1 },
  ])('is not begun with %j', (body) => office.as('office').post(path).send(body).expect(422));

  test('belongs to its author: colleagues do not find it, an operator does', async () => {
    const { id, seq } = await begin(office.as('office'), { kind: 'blank' });
    const colleague = office.as('secondOffice');
    await colleague.get(`${path}/${id}`).expect(404);
    await colleague.patch(`${path}/${id}`).send({ seq, changes: [] }).expect(404);
    await colleague.delete(`${path}/${id}`).expect(404);
    await colleague.post(`${path}/${id}/create`).send({ seq, reason: '越权' }).expect(404);
    await colleague.get(`${path}/${id}/file`).expect(404);
    await office.as('operator').get(`${path}/${id}`).expect(200);
    await office.as('finance').get(`${path}/${id}`).expect(403);
    for (const odd of ['x', '%00', '00000000-0000-0000-0000-000000000000'])
      await office.as('office').get(`${path}/${odd}`).expect(404);
  });

  test('is saved part by part, incomplete or wrong, and says beside each part what is wrong with it', async () => {
    const clerk = office.as('office');
    const draft = await begin(clerk, { kind: 'blank' });
    const wrong = [
      { path: 'title', value: '2025年度评审' },
      { path: 'filing.opens', value: { value: '2025-02-30T00:00', clause: '', source: 'notice', confirmed: true } },
      { path: 'maxSubmissions', value: { value: 12, clause: '通知', source: 'notice', confirmed: true } },
    ];
    const saved = (await save(clerk, draft, wrong).expect(200)).body;
    expect(saved).toMatchObject({ seq: 2, values: { title: '2025年度评审', maxSubmissions: { value: 12 } } });
    const fields = saved.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(
      expect.arrayContaining(['filing.opens.value', 'filing.opens.clause', 'maxSubmissions.value', 'committee']),
    );
    expect(fields).not.toContain('title');
    const away = (await save(clerk, saved, [{ path: 'title' }]).expect(200)).body;
    expect(away.values).not.toHaveProperty('title');
    expect((await clerk.get(`${path}/${draft.id}`).expect(200)).body).toMatchObject({ seq: 3, values: away.values });
  });

  test.each([
    [{ path: '__proto__', value: {} }],
    [{ path: 'constructor', value: 1 }],
    [{ path: 'version', value: 2 }],
    [{ path: 'filing', value: {} }],
    [{ path: 'title', value: 'a\u0000b' }],
    [{ path: 'title', value: '\ud800' }],
    [{ path: 'title', value: { deep: ['\u202e'] } }],
    [{ path: 'title', value: JSON.parse(`${'['.repeat(3_000)}${']'.repeat(3_000)}`) }],
    [{ value: 1 }],
  ])('does not take a change that nobody would write: %#', async (change) => {
    const draft = await begin(office.as('operator'), { kind: 'blank' });
    await save(office.as('operator'), draft, [change]).expect(422);
    await office.as('operator').delete(`${path}/${draft.id}`).expect(204);
  });

  test('saved from two pages keeps the first, whichever is faster, and tells the other', async () => {
    const clerk = office.as('office');
    const draft = await begin(clerk, { kind: 'blank' });
    const titles = ['甲', '乙', '丙', '丁'];
    const replies = await Promise.all(titles.map((value) => save(clerk, draft, [{ path: 'title', value }])));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    const won = titles[replies.findIndex(({ status }) => status === 200)];
    const { body } = await clerk.get(`${path}/${draft.id}`).expect(200);
    expect(body).toMatchObject({ seq: 2, values: { title: won } });
    const late = replies.find(({ status }) => status === 409)?.body;
    expect(late).toMatchObject({ code: 'stale_page', field: 'seq' });
    await clerk.post(`${path}/${draft.id}/create`).send({ seq: 1, reason: '旧页' }).expect(409);
  });

  test('becomes a campaign of its author’s office once nothing is wrong, value by value as it was written, and only once', async () => {
    const clerk = office.as('secondOffice');
    const draft = await begin(clerk, { kind: 'blank' });
    const early = await clerk.post(`${path}/${draft.id}/create`).send({ seq: 1, reason: '通知印发' }).expect(422);
    expect(early.body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['title', 'fees']),
    );
    const written = { ...kizilsu2025, id: 'written-2025' };
    const { body } = await save(clerk, draft, entries(written)).expect(200);
    expect(body.errors).toEqual([]);
    const file = await clerk.get(`${path}/${draft.id}/file`).expect(200);
    expect(file.headers['content-disposition']).toContain('written-2025.json');
    expect(parsePolicy(file.text)).toEqual(written);

    const create = () => clerk.post(`${path}/${draft.id}/create`).send({ seq: body.seq, reason: '通知印发' });
    const replies = await Promise.all([create(), create()]);
    expect(replies.map(({ status }) => status === 201).toSorted()).toEqual([false, true]);
    const made = await clerk.get('/api/campaigns/written-2025').expect(200);
    expect(made.body).toMatchObject({ state: 'preparing', policyVersion: 1, policy: written });
    await clerk.get(`${path}/${draft.id}`).expect(404);
    // Its author is its office, and nobody else is.
    const confirm = { paths: ['meeting.quorum'], reason: '经核对' };
    await clerk.post('/api/campaigns/written-2025/policy/confirm').send(confirm).expect(200);
    await office.as('office').post('/api/campaigns/written-2025/policy/confirm').send(confirm).expect(403);

    const again = await begin(clerk, { kind: 'file', policy: JSON.parse(file.text) });
    expect(again.errors).toEqual([]);
    const taken = await clerk.post(`${path}/${again.id}/create`).send({ seq: 1, reason: '再来' }).expect(409);
    expect(taken.body).toMatchObject({ code: 'already_there', field: 'id' });
    await clerk.delete(`${path}/${again.id}`).expect(204);
  });
});
