import { PhraseAnswer } from '../../../api/campaigns/phrases.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'phrases', at: '2024-08-12T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

const path = `/api/campaigns/${campaignId}/phrases`;

describe('Phrases of an office', () => {
  test('are counted as they are written, the most used first, and can be taken away', async () => {
    const as = office.as('office');
    const text = '上传的材料不清晰，请重新扫描。';
    const first = await as.post(path).send({ text, clause: '通知 四（一）' }).expect(201);
    expect(PhraseAnswer.parse(first.body)).toMatchObject({ text, clause: '通知 四（一）', used: 1 });
    await as.post(path).send({ text: '缺少公章。' }).expect(201);
    const again = await office.as('secondOffice').post(path).send({ text }).expect(200);
    expect(again.body).toEqual({ ...first.body, used: 2 });
    const { body, headers } = await as.get(path).expect(200);
    expect(body.items.map((item: { text: string }) => item.text)).toEqual([text, '缺少公章。']);
    await as
      .get(path)
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    await as.delete(`${path}/${body.items[1].id}`).expect(204);
    await as.delete(`${path}/${body.items[1].id}`).expect(404);
    await as.delete(`${path}/x`).expect(404);
  });

  test('are its own', async () => {
    for (const name of ['unit', 'department', 'finance', 'supervisor', 'operator', 'applicant'] as const) {
      await office.as(name).get(path).expect(403);
      await office.as(name).post(path).send({ text: '一句话' }).expect(403);
    }
    await office.as('office').get('/api/campaigns/other/phrases').expect(403);
    const everywhere = await office.hire([{ role: 'office' }]);
    await everywhere.as.get('/api/campaigns/other/phrases').expect(404);
  });

  test.each([{}, { text: '' }, { text: '长'.repeat(501) }, { text: '一', used: 5 }, { text: 1 }])(
    'are not %j',
    (body) => office.as('office').post(path).send(body).expect(422),
  );
});
