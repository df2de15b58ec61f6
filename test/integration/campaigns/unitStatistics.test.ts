import { UnitStatisticsAnswer } from '../../../api/campaigns/progressAnswers.js';
import { countUnits, findStatistics, writeStatistics } from '../../../records/campaign/campaignStatistics.js';
import { stories } from '../../../simulation/story/story.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

const path = `/api/campaigns/${campaignId}/statistics/units`;
let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'unit_statistics', at: '2024-08-12T10:00:00+08:00', worker: false });
  office = await createOffice(api);
  await office.application(stories.draft);
  await office.application(stories.correction);
  await office.application(stories.withdrawn);
  await office.application(stories.payment, { unitId: 'unit-2' });
}, 60_000);
afterAll(() => api.close());

const units = async () => UnitStatisticsAnswer.strict().parse((await office.as('chair').get(path).expect(200)).body);

describe('The statistics by unit', () => {
  test('say how far the applications of each came and how they ended, and name no person', async () => {
    const { items } = await units();
    expect(items).toMatchObject([
      { unitId: 'unit-1', unitName: '单位1', opened: 3, arrived: 1, accepted: 0, running: 2, withdrawn: 1 },
      { unitId: 'unit-2', unitName: '单位2', opened: 1, arrived: 1, accepted: 1, running: 1, withdrawn: 0 },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/张三|@example/);
  });

  test('are for those who answer for the campaign', async () => {
    for (const name of ['applicant', 'unit', 'department', 'expert', 'finance'] as const) {
      await office.as(name).get(path).expect(403);
    }
  });

  test('are a file as well, with words in its first line', async () => {
    const { text } = await office.as('office').get(`${path}?format=csv`).expect(200);
    const [head = '', first = ''] = text.replace(/^\uFEFF/, '').split('\r\n');
    expect(head).toBe(
      '单位编号,用人单位,单位类别,填报,报送评委会,审核通过,评审通过,取得资格,办理中,不予推荐,不予受理,未通过评审,取消资格,已撤回,视为放弃',
    );
    expect(first).toBe('unit-1,单位1,事业单位,3,1,0,0,0,2,0,0,0,0,1,0');
  });

  test('are written with the others when the campaign is closed, and stay what they were', async () => {
    const counted = await countUnits(api.db, campaignId);
    await writeStatistics(api.db, { campaignId, at: await api.deps.clock() });
    await api.db.unit.update({ where: { id: 'unit-1' }, data: { name: '改名后的单位' } });
    expect((await findStatistics(api.db, campaignId))?.units).toEqual(counted);
    expect((await units()).items[0]?.unitName).toBe('单位1');
  });
});
