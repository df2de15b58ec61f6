import { ObjectionsAnswer } from '../../../api/objections/answers.js';
import { type DisplayedEvent, isBroken, verifyChain } from '../../../portal/supervisor/verifyChain.js';
import { stories } from '../../../simulation/story/story.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'objections', at: '2024-07-25T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const recordOf = async (id: string) =>
  (await office.as('supervisor').get(`/api/applications/${id}/timeline`).expect(200)).body.events as DisplayedEvent[];

test('objections that wait are listed for office and supervisor until they are resolved', async () => {
  const id = await office.application(stories.unit_publicity);
  const listed = async () => {
    const { body } = await office.as('supervisor').get(`/api/campaigns/${campaignId}/objections`).expect(200);
    return ObjectionsAnswer.strict().parse(body).items;
  };
  expect(await listed()).toEqual([]);
  const act = (event: string, body: object) =>
    office
      .as(event === 'raise_objection' ? 'supervisor' : 'unit')
      .post(`/api/applications/${id}/actions/${event}`)
      .send(body);
  const reason = '论文署名存疑，可向139 0000 0001核实';
  await act('raise_objection', { reason, contact: '13900000002' }).expect(200);
  const [objection] = await listed();
  expect(objection).toMatchObject({ applicationId: id, unitName: '单位1', stage: 'unit_publicity' });
  const [raised] = (await recordOf(id)).slice(-1);
  expect((await verifyChain(id, await recordOf(id))).filter(isBroken)).toEqual([]);
  expect(raised?.freeText).toMatchObject({ reason, contact: '13900000002' });
  const { events } = (await office.as('unit').get(`/api/applications/${id}/timeline`).expect(200)).body;
  const masked = { reason: '论文署名存疑，可向139****0001核实', contact: '139****0002' };
  expect(events.at(-1)).toMatchObject({ freeText: masked, freeTextMasked: true });
  expect((await verifyChain(id, events)).filter(isBroken)).toEqual([]);
  await act('resolve_objection', { objectionId: objection?.id, outcome: 'dismissed', reason: '已核实' }).expect(200);
  expect(await listed()).toEqual([]);
  await office.as('unit').get(`/api/campaigns/${campaignId}/objections`).expect(403);
});
