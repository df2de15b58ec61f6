import { BoardAnswer } from '../../../api/campaigns/boardAnswer.js';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { stories } from '../../../simulation/story/story.js';
import { callerWith, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
let late: string;
beforeAll(async () => {
  api = await startTestApi({ name: 'board', at: '2024-08-26T10:00:00+08:00', worker: false });
  office = await createOffice(api);
  late = await office.application(stories.committee_audit);
  await office.application(stories.correction);
  await office.application(stories.unit_review);
});
afterAll(() => api.close());

const own = `/api/campaigns/${campaignId}/board`;
const boardAt = async (at: string) => {
  const deps = { ...api.deps, metrics: createMetrics(), clock: () => Date.parse(at) };
  const as = callerWith(createApp(deps), await office.keyOf('office'));
  return BoardAnswer.strict().parse((await as.get(own).expect(200)).body);
};

describe('The board of a campaign', () => {
  test('counts applications by status, arrivals by day and what is due within two weeks', async () => {
    const { body } = await office.as('office').get(own).expect(200);
    const board = BoardAnswer.strict().parse(body);
    const { rows } = await api.db.pool.query<{ status: string; count: number }>(
      'SELECT status, count(*)::int AS count FROM applications GROUP BY status',
    );
    const counted = Object.fromEntries(board.counts.map(({ status, count }) => [status, count]));
    expect(counted).toEqual(Object.fromEntries(rows.map(({ status, count }) => [status, count])));
    expect(board.total).toBe(3);
    expect(board.inflow.reduce((sum, { first }) => sum + first, 0)).toBe(2);
    expect(board.inflow.every(({ again }) => again === 0)).toBe(true);
    expect(board.deadlines).toContainEqual({ date: '2024-08-30', name: 'filing_cutoff', count: 1 });
    expect(board.audits).toMatchObject({ due: '2024-09-11T00:00:00.000+08:00', late: false, overdue: 0, items: [] });
  });

  test('names the audits that are not done when the audit is over', async () => {
    const { audits } = await boardAt('2024-09-11T00:00:00+08:00');
    expect(audits).toMatchObject({ late: true, waiting: 1, overdue: 1 });
    expect(audits.items.map(({ id }) => id)).toEqual([late]);
    expect((await boardAt('2024-09-10T23:59:59+08:00')).audits.late).toBe(false);
  });

  test('names audits of a level whose own window is over, and none where there is no window', async () => {
    const { policy } = await api.db.campaign.findUniqueOrThrow({ where: { id: campaignId } });
    const withPolicy = async (change: object, at: string) => {
      await api.db
        .$executeRaw`UPDATE campaigns SET policy = policy || ${JSON.stringify(change)}::jsonb WHERE id = ${campaignId}`;
      const { audits } = await boardAt(at);
      await api.db.$executeRaw`UPDATE campaigns SET policy = ${JSON.stringify(policy)}::jsonb WHERE id = ${campaignId}`;
      return audits;
    };
    const audit = { opens: '2024-08-10T00:00', due: '2024-09-01T24:00' };
    const at = '2024-09-02T00:00:00+08:00';
    const early = (level: string) => ({ levelWindows: fromNotice([{ level, audit }], '通知') });
    expect(await withPolicy(early('deputy_senior'), at)).toMatchObject({
      late: true,
      overdue: 1,
      items: [{ id: late }],
    });
    expect(await withPolicy(early('junior'), at)).toMatchObject({ late: true, overdue: 0, items: [] });
    const none = await withPolicy({ audit: null }, '2024-12-01T00:00:00+08:00');
    expect(none).toMatchObject({ due: null, clause: null, late: false, waiting: 1, overdue: 0, items: [] });
  });

  test('names what needs an operator', async () => {
    await api.db.application.update({ where: { id: late }, data: { needsAttention: true } });
    const { needsAttention } = await boardAt('2024-08-26T12:00:00+08:00');
    expect(needsAttention).toMatchObject({ count: 1, items: [{ id: late, unitName: '单位1' }] });
  });

  test('is for its office, supervisor and operator, and for nobody else', async () => {
    for (const name of ['office', 'supervisor', 'operator'] as const) await office.as(name).get(own).expect(200);
    for (const name of ['applicant', 'unit', 'department', 'finance', 'expert'] as const) {
      await office.as(name).get(own).expect(403);
    }
    await office.as('operator').get('/api/campaigns/nowhere/board').expect(404);
    await api.db
      .$executeRaw`INSERT INTO campaigns (id, title, policy, policy_version, calendar, calendar_version, state)
      SELECT 'another', title, policy, policy_version, calendar, calendar_version, 'open' FROM campaigns WHERE id = ${campaignId}`;
    await office.as('office').get('/api/campaigns/another/board').expect(403);
    await office.as('operator').get('/api/campaigns/another/board').expect(200);
  });
});
