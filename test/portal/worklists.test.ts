import type { Page } from 'playwright-core';
import { findApplication } from '../../records/application/applications.js';
import { createCampaign } from '../../records/campaign/campaigns.js';
import { originalsRequired } from '../../rules/dossier/checklist.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../rules/policy/campaigns/ruled.js';
import { hearCandidate } from '../../simulation/hurried/hearing.js';
import { stories } from '../../simulation/story/story.js';
import { seatCommittee } from '../support/committee.js';
import { calendar2024, deputySenior } from '../support/facts.js';
import type { Name } from '../support/office.js';
import { enterOnPaper } from '../support/onPaper.js';
import { emailOf } from '../support/people/emailOf.js';
import { choose, dialogOf, perform, seesStatus } from './support/acting.js';
import type { BrowserSession } from './support/browserSession.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
const browserSessions = new Map<Name, BrowserSession>();

beforeAll(async () => {
  testStack = await startTestStack('desks', '2024-08-12T10:00:00+08:00');
}, 120_000);
afterAll(() => testStack.close());

/** A person's browser session on a page. */
async function at(name: Name, address: string): Promise<Page> {
  const browserSession =
    browserSessions.get(name) ?? (await testStack.openBrowserSession({ email: testStack.office.emailOf(name) }));
  browserSessions.set(name, browserSession);
  await browserSession.open(address);
  return browserSession.page;
}

/** The disabled button of an act shows the reason. */
async function refuses(page: Page, act: string, why: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${act}.*现在不能办理`) }).click();
  await page.getByRole('tooltip').getByText(why).waitFor();
  await page.keyboard.press('Escape');
}

/** Has a candidate heard by a panel of the committee. */
async function heard(id: string): Promise<void> {
  const application = await findApplication(testStack.db, id);
  if (!application) throw new Error('it was opened');
  const { facts } = application;
  const criteria = aksu2024.reviewCommittee.criteria.value;
  const points = [8000, 8250, 8500];
  await hearCandidate(testStack.db, { facts, heldAt: facts.defenseAt ?? 0, criteria, points });
}

test('a unit resolves an objection as soon as one is open, and dismisses it', async () => {
  const id = await testStack.office.application(stories.unit_review);
  const unit = await at('unit', `/unit/${id}`);
  await perform(unit, '发布单位公示');
  await refuses(unit, '办结异议', '没有待处理的异议。');
  await perform(unit, '登记异议', async (form) => form.getByLabel('理由').fill('业绩材料与本人不符'));
  await perform(unit, '办结异议', async (form) => {
    await form.getByLabel('不成立', { exact: true }).check();
    await form.getByLabel('理由').fill('经核实，业绩属实');
  });
  await unit.getByRole('button', { name: /办结异议.*现在不能办理/ }).waitFor();
  await seesStatus(unit, '单位公示');
});

test('an extension that one person asked for waits on the page of the office until another approves it', async () => {
  const id = await testStack.office.application(stories.correction);
  const first = await at('office', '/office/extensions');
  await first.getByText('没有等待批准的延期').waitFor();
  await at('office', `/applications/${id}`);
  await perform(first, '申请延期', async (form) => {
    await form.getByLabel('延至（北京时间）').fill('2024-08-20T18:00');
    await form.getByLabel('理由').fill('申报人住院');
  });
  await at('office', '/office/extensions');
  await first.getByText('申报人住院').waitFor();
  await refuses(first, '批准延期', '延期须由另一位工作人员批准。');

  const second = await at('secondOffice', '/office/extensions');
  await second.getByText('8月20日 周二 18:00').waitFor();
  await second.getByRole('button', { name: '批准延期', exact: true }).click();
  await dialogOf(second).getByRole('button', { name: '确认批准延期' }).click();
  await second.getByText('没有等待批准的延期').waitFor();
  await at('secondOffice', `/applications/${id}`);
  await second.getByText('至 8月20日 周二 18:00').first().waitFor();
});

test('a pause that one person asked for waits in the list of supervisors and operators until another approves it', async () => {
  const id = await testStack.office.application(stories.correction);
  const first = await at('supervisor', `/applications/${id}`);
  await perform(first, '申请中止期限', async (form) => {
    await form.getByLabel('计划恢复或复核日期').fill('2024-08-20');
    await form.getByLabel('理由').fill('配合调查');
  });
  await at('supervisor', '/supervisor/pauses');
  await first.getByText('配合调查').waitFor();
  await refuses(first, '批准中止期限', '须由另一位');

  const second = await at('operator', '/operator/pauses');
  await second.getByText('期限中止，计划至 2024-08-20').waitFor();
  await second.getByRole('button', { name: '批准中止期限', exact: true }).click();
  await dialogOf(second).getByRole('button', { name: '确认批准中止期限' }).click();
  await second.getByText('没有等待批准的单份申报期限中止').waitFor();
});

describe('From the counter to the meeting, each at its desk', () => {
  let id: string;

  test('the originals are ticked copy by copy', async () => {
    await testStack.moveTo('2024-09-11T10:00:00+08:00');
    id = await testStack.office.application(stories.payment);
    await testStack.office
      .as('finance')
      .post(`/api/applications/${id}/actions/confirm_payment`)
      .send({ amount: 60_000, channel: 'qr', voucher: '20240911-0002' })
      .expect(200);
    const page = await at('office', `/office/counter?id=${id}`);
    await page.getByText(/^已收 0 \/ [1-9]\d* 件$/).waitFor();
    await page.getByRole('button', { name: '全部收齐' }).click();
    await page.getByRole('button', { name: '收齐原件' }).click();
    await page.getByRole('status').getByText('收齐原件：已登记').waitFor();
  });

  test('a unit’s originals are received together, each application with its own answer', async () => {
    const [first, second, gone] = await Promise.all(
      [1, 2, 3].map(() => testStack.office.application(stories.payment, { unitId: 'unit-2' })),
    );
    const page = await at('office', '/office/counter');
    await choose(page.getByRole('main'), '按单位筛选', '单位2');
    await page.getByRole('checkbox', { name: '全选本页' }).check();
    await page.getByText('已选 3 份').waitFor();
    await page.getByRole('button', { name: '一并收齐原件' }).click();
    const dialog = dialogOf(page);
    await dialog
      .getByText(/《专业技术职务任职资格评审表》|评审表/)
      .first()
      .waitFor();
    // Somebody else registers one of them in the meantime.
    await testStack.office
      .as('secondOffice')
      .post(`/api/applications/${gone}/actions/receive_materials`)
      .send({ received: originalsRequired(deputySenior, aksu2024) })
      .expect(200);
    await dialog.getByRole('button', { name: '登记 3 份' }).click();
    await dialog.getByText('2 份已登记，1 份未成功').waitFor();
    await dialog.getByText('原件已经收齐，不必重复登记。').waitFor();
    for (const id of [first, second]) {
      const { body } = await testStack.office.as('office').get(`/api/applications/${id}`).expect(200);
      expect(body.materialsAt).not.toBeNull();
    }
  });

  test('whoever does not come to the defense is marked as absent, and gets another date', async () => {
    const page = await at('office', `/office/defense?id=${id}`);
    await refuses(page, '登记缺席', '答辩尚未安排或尚未到时间。');
    const schedule = (when: string) =>
      perform(page, '安排答辩', async (form) => form.getByLabel('答辩时间（北京时间）').fill(when));
    await schedule('2024-09-18T10:00');
    await testStack.moveTo('2024-09-18T12:00:00+08:00');
    await page.reload();
    await perform(page, '登记缺席');
    await page.getByText('答辩时间：未安排').waitFor();
    await schedule('2024-09-24T10:00');
    await page.getByText('9月24日 周二 10:00').waitFor();
  });

  test('whoever comes is scored', async () => {
    await testStack.moveTo('2024-09-24T16:00:00+08:00');
    const page = await at('office', `/office/defense?id=${id}`);
    await seatCommittee(testStack.db, { campaignId: aksu2024.id, size: 11 });
    await heard(id);
    await perform(page, '答辩评分');
    await page.getByRole('heading', { name: /张三.*评审会/ }).waitFor();
  });

  test('and the vote is recorded, with what the law makes of it told as it is typed', async () => {
    const page = await at('office', `/office/meeting?id=${id}`);
    const tallied = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };
    await enterOnPaper(testStack.office, id, { metOn: '2024-09-24', tally: tallied });
    await page.reload();
    await page.getByLabel('会议日期').fill('2024-09-24');
    const tally = { 评委会人数: 11, 出席: 11, 回避: 0, 同意: 9, 不同意: 1, 弃权: 1 };
    for (const [what, count] of Object.entries(tally)) await page.getByLabel(what, { exact: true }).fill(String(count));
    await page.getByText('有表决权 11 人，达到出席比例').waitFor();
    await page.getByRole('button', { name: '登记评审结果' }).click();
    await page.getByRole('status').getByText('登记评审结果：已登记').waitFor();
    await at('office', `/applications/${id}`);
    await seesStatus(page, '结果公示');
  });
});

test('where titles go with positions, the unit states them, department and office confirm, and the history tells who did', async () => {
  const { db, office } = testStack;
  const asked = {
    ...aksu2024,
    id: 'with-positions',
    positions: fromNotice(true, '通知 二（三）'),
    filing: { ...aksu2024.filing, committee: fromNotice('2024-12-30T18:00', '通知 三（一）') },
  };
  const by = { changedBy: 'test', changedAt: Date.parse('2024-07-15T09:00:00+08:00'), reason: '通知印发' };
  const { id: campaign, title } = asked;
  await createCampaign(db, { id: campaign, title, policy: asked, calendar: calendar2024, state: 'open' }, by);
  const id = await office.application(stories.recommendation, { policy: asked });
  const unit = await at('unit', `/unit/${id}`);
  const panel = unit.locator('.panel').filter({ has: unit.getByRole('heading', { name: '评聘结合：岗位' }) });
  await panel.getByText('尚未填报。填报后才能推荐。').waitFor();
  await panel.getByRole('button', { name: '填报岗位' }).click();
  await dialogOf(unit).getByLabel('核准').fill('3');
  await dialogOf(unit).getByLabel('已聘').fill('2');
  await dialogOf(unit).getByRole('button', { name: '保存' }).click();
  await panel.getByText('核准 3 个，已聘 2 人，空缺 1 个；本次已推荐 0 人。').waitFor();

  const department = await at('department', '/department');
  await department.getByRole('link', { name: '评聘结合：岗位' }).click();
  await choose(department.getByRole('main'), '状态', '未确认');
  await department.getByRole('button', { name: /^确认 单位1/ }).click();
  await department.getByText('没有符合条件的单位。').waitFor();
  await panel.getByRole('button', { name: '填报岗位' }).click();
  await dialogOf(unit).getByLabel('核准').fill('4');
  await dialogOf(unit).getByRole('button', { name: '保存' }).click();
  await panel.getByText('核准 4 个').waitFor();
  await at('department', '/department/positions');
  await department.setViewportSize({ width: 390, height: 844 });
  await department.getByRole('button', { name: /^记录 单位1/ }).click();
  const history = dialogOf(department);
  await history.getByText('核准 3 → 4，已聘 2').waitFor();
  await history.getByText(/主管部门/).waitFor();
  expect(await history.getByRole('listitem').count()).toBe(3);
  expect(await department.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await department.getByRole('button', { name: '关闭' }).last().click();
  await department.setViewportSize({ width: 1440, height: 900 });

  const { id: personId } = await office.hire([{ role: 'office', campaignId: campaign }]);
  const email = await emailOf(db, personId);
  const session = await testStack.openBrowserSession({ email });
  await session.open('/office/positions');
  await choose(session.page.getByRole('main'), '状态', '未确认');
  await session.page.getByRole('button', { name: /^确认 单位1/ }).click();
  await session.page.getByText('没有符合条件的单位。').waitFor();
  await choose(session.page.getByRole('main'), '状态', '有空缺');
  await session.page.getByText('已确认', { exact: true }).waitFor();
});

test('no browser had anything to complain about', () => {
  expect(testStack.complaints).toEqual([]);
});
