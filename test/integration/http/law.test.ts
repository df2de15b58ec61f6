import request from 'supertest';
import { ConfigAnswer } from '../../../api/config.js';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { LawAnswer } from '../../../api/law/answers.js';
import { events, lawsIn, roles, statuses } from '../../../rules/application/lifecycle.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ name: 'law', at: '2024-08-12T10:00:00+08:00', worker: false });
});
afterAll(() => api.close());

describe('The law', () => {
  test('is told to everybody: every status, every row, every role', async () => {
    const { body } = await request(api.app).get('/api/law').expect(200);
    const law = LawAnswer.strict().parse(body);
    expect(law.statuses.map(({ name }) => name)).toEqual(statuses);
    expect(law.events).toHaveLength(statuses.flatMap(lawsIn).length);
    expect(new Set(law.events.map(({ event }) => event))).toEqual(new Set(events));
    expect(law.roles.map(({ name }) => name)).toEqual(roles);
    expect(law.events.find(({ status, event }) => status === 'draft' && event === 'withdraw')).toMatchObject({
      allowedRoles: ['applicant'],
      to: ['withdrawn'],
      finalTo: true,
    });
  });

  test('is not sent again to whoever has it', async () => {
    const first = await request(api.app).get('/api/law').expect(200);
    const etag = first.headers.etag ?? '';
    const again = await request(api.app).get('/api/law').set('If-None-Match', etag).expect(304);
    expect(again.text).toBe('');
    await request(api.app).get('/api/law').set('If-None-Match', '"another"').expect(200);
  });
});

describe('The configuration', () => {
  test('tells the time acts are judged by, and no account where there is no demo', async () => {
    const { body } = await request(api.app).get('/api/config').expect(200);
    const config = ConfigAnswer.strict().parse(body);
    expect(config.now.slice(0, 10)).toBe('2024-08-12');
    expect(config).toMatchObject({ temporalUiUrl: '/temporal', demo: null });
  });

  test('shows the accounts of the demo where it is one', async () => {
    const account = { role: '运维', name: '张三', email: 'operator@demo.example', password: 'abcd-efgh' };
    const app = createApp({ ...api.deps, metrics: createMetrics(), demoAccounts: [account] });
    const { body } = await request(app).get('/api/config').expect(200);
    expect(ConfigAnswer.parse(body).demo).toEqual([account]);
  });
});
