import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'two-tabs', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };

describe('A form open in two tabs', () => {
  test('is not overwritten by the older page, which is told what was changed', async () => {
    const { as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const own = `/api/applications/${(await as.post('/api/applications').send(draft).expect(201)).body.id}`;
    const { headers } = await as.get(`${own}/dossier`).expect(200);
    const tag = headers.etag ?? '';
    expect(tag).toBe('"d0"');
    const mine = { workSummary: { text: '先写的总结' } };
    const saved = await as.patch(own).set('If-Match', tag).send({ sections: mine }).expect(200);
    expect(saved.headers.etag).toBe(`"d${saved.body.version}"`);
    const late = { workSummary: { text: '后写的总结' }, mandarin: {} };
    const { body } = await as.patch(own).set('If-Match', tag).send({ sections: late }).expect(409);
    expect(body.code).toBe('stale_page');
    expect(body.errors.map(({ field }: { field: string }) => field)).toContain('sections.workSummary');
    const kept = await as.get(`${own}/dossier`).expect(200);
    expect(kept.body.sections).toEqual(mine);
    expect(kept.headers.etag).toBe(saved.headers.etag);
    await as
      .patch(own)
      .set('If-Match', saved.headers.etag ?? '')
      .send({ sections: late })
      .expect(200);
    await as.patch(own).send({ sections: mine }).expect(200);
  });

  test('opened in both, which saves nothing, makes neither the older', async () => {
    const { as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const own = `/api/applications/${(await as.post('/api/applications').send(draft).expect(201)).body.id}`;
    const opening = () => as.patch(own).set('If-Match', '"d0"').send({ sections: {} });
    const opened = await Promise.all([opening(), opening()]);
    expect(opened.map(({ status, body }) => [status, body.version])).toEqual([
      [200, 0],
      [200, 0],
    ]);
  });

  test.each(['"12"', 'd1', 'W/"d1"', '"dx"'])('does not take the tag %s', async (tag) => {
    const { as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const own = `/api/applications/${(await as.post('/api/applications').send(draft).expect(201)).body.id}`;
    const { body } = await as.patch(own).set('If-Match', tag).send({ sections: {} }).expect(400);
    expect(body.code).toBe('key_invalid');
  });
});
