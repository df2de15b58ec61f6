import request from 'supertest';
import { NoticeAnswer, NoticesAnswer } from '../../../api/publicNotices/answers.js';
import { maskedName } from '../../../api/publicNotices/publicNotices.js';
import { stories } from '../../../simulation/story/story.js';
import { createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'notices', at: '2024-07-25T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

describe('Public notices', () => {
  test('show who is on notice, masked, to anybody, and nothing else of them', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories.unit_publicity, { applicantId: applicant.id });
    const hidden = await office.application(stories.unit_review);
    const { body } = await request(api.app).get('/api/notices').expect(200);
    const { items } = NoticesAnswer.parse(body);
    expect(items.map((item) => item.id)).toEqual([id]);
    expect(items[0]).toMatchObject({
      name: expect.stringMatching(/^张三/),
      unitName: '单位1',
      kind: 'publicity_period',
    });
    const one = await request(api.app).get(`/api/notices/${id}`).expect(200);
    const { deadline, campaign } = NoticeAnswer.parse(one.body);
    expect(campaign?.contact.map(({ value }) => value)).toContain('0997—2122598');
    expect(deadline?.explanation).toContain('单位公示期满');
    expect(JSON.stringify([body, one.body])).not.toContain(applicant.id);
    await request(api.app).get(`/api/notices/${hidden}`).expect(404);
    await request(api.app).get('/api/notices/1').expect(404);
  });

  test.each([
    ['张三', '张*'],
    ['阿依古丽', '阿**'],
    ['衣马木·吾甫尔', '衣**'],
    ['张', '张*'],
    ['', '*'],
  ])('%s is shown as %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });
});
