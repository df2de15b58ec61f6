import { randomUUID } from 'node:crypto';
import { findApplication } from '../../../records/application/applications.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { stories } from '../../../simulation/story/story.js';
import { followed } from '../../support/engine/followed.js';
import { createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'together', at: '2024-09-05T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

interface Result {
  readonly application: string;
  readonly receipt: { readonly status: string | null; readonly seq: number | null; readonly receivedAt: string } | null;
  readonly problem: { readonly code: string } | null;
}
const outcomeOf = ({ receipt, problem }: Result) => problem?.code ?? receipt?.status;
const act = (application: string, more: object = {}) => ({
  application,
  seq: null,
  key: randomUUID(),
  body: {},
  ...more,
});

async function send(
  acts: readonly object[],
  as: Office['as'] extends (role: infer R) => unknown ? R : never = 'office',
) {
  const { body } = await office.as(as).post('/api/acts').send({ event: 'accept', acts }).expect(200);
  return body.results as readonly Result[];
}

describe('One act on many applications', () => {
  test('each has its own answer, in order, and one that fails holds up no other', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => office.application(stories.committee_audit)));
    const [first = '', second = '', taken = '', stale = '', wrong = '', keyed = '', other = ''] = ids;
    await office.as('secondOffice').post(`/api/applications/${taken}/actions/accept`).send({}).expect(200);
    const used = randomUUID();
    await office
      .as('office')
      .post(`/api/applications/${keyed}/actions/return_for_correction`)
      .set('Idempotency-Key', used)
      .send({ reason: '暂缓' })
      .expect(422);
    const acts = [
      act(first),
      act(taken),
      act(randomUUID()),
      act(stale, { seq: 1 }),
      act(wrong, { body: { reason: 1 } }),
      act(keyed, { key: used }),
      act(second),
      act(other, { key: 'tally-1' }),
    ];
    const results = await send(acts);
    expect(results.map(outcomeOf)).toEqual([
      'payment',
      'event_not_allowed',
      'not_found',
      'stale_page',
      'body_invalid',
      'key_reused',
      'payment',
      'key_invalid',
    ]);
    expect(results.map(({ application }) => application)).toEqual(acts.map(({ application }) => application));
    const received = new Set([results[0]?.receipt?.receivedAt, results[6]?.receipt?.receivedAt]);
    expect(received.size).toBe(1);

    // The same request again, because its answer was lost: the same answers, and nothing twice.
    expect((await send(acts)).map(outcomeOf)).toEqual(results.map(outcomeOf));
    for (const id of [first, second]) {
      const accepted = (await timelineOf(api.db, id)).filter(({ transition }) => transition.event === 'accept');
      expect(accepted).toHaveLength(1);
      expect(accepted[0]?.transition.actor.personId).toBe(office.ids.office);
    }
    expect(await findApplication(api.db, stale)).toMatchObject({ status: 'committee_audit' });
  });

  test('their workflows follow the record, and take the next act', async () => {
    const ids = await Promise.all([1, 2].map(() => office.application(stories.committee_audit)));
    await send(ids.map((id) => act(id)));
    for (const id of ids) expect((await followed(api, id)).status).toBe('payment');
    await office
      .as('supervisor')
      .post(`/api/applications/${ids[0]}/actions/toll`)
      .send({ reason: '因故暂停', until: '2024-09-20' })
      .expect(200);
  });

  test('who may not act on one alone may not act on many', async () => {
    const id = await office.application(stories.committee_audit);
    for (const role of ['unit', 'finance', 'supervisor'] as const) {
      const [result] = await send([act(id)], role);
      expect(['role_not_allowed', 'not_yours', 'not_found']).toContain(result && outcomeOf(result));
    }
  });

  const twice = randomUUID();
  test.each([
    ['no acts', []],
    ['more than 500', Array.from({ length: 501 }, () => act(randomUUID()))],
    ['two acts on one application', [act(twice), act(twice)]],
  ])('%s are refused', async (_, acts) => {
    await office.as('office').post('/api/acts').send({ event: 'accept', acts }).expect(422);
  });
});
