import { startCampaign } from '../../engine/startCampaign.js';
import { findApplication } from '../../records/application/applications.js';
import { asJson } from '../../records/application/projection.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import { endOfDay, instantOf } from '../../rules/calendar/instant.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../rules/policy/campaigns/confirmed.js';
import { type StoryStep, stories } from '../../simulation/story/story.js';
import { campaignId } from '../support/office.js';
import { startTestStack, type TestStack } from './support/testStack.js';

/** The calendar before the holidays of 2024 were announced; the one in the product has them. */
const calendar: Calendar = { version: 'before-2024-was-announced', days: {}, officialYears: [2023] };
const progress = `/office/campaigns/${campaignId}/course`;
let testStack: TestStack;
let id: string;
beforeAll(async () => {
  testStack = await startTestStack('newer-calendar', '2024-09-13T10:00:00+08:00');
  const pinned = { calendar: asJson(calendar), policy: asJson(confirmed(aksu2024)) };
  await testStack.db.campaign.update({
    where: { id: campaignId },
    data: { ...pinned, calendarVersion: calendar.version },
  });
  const versions = 'UPDATE policy_versions SET calendar = $1, policy = $2 WHERE campaign_id = $3';
  await testStack.asOwner(versions, [pinned.calendar, pinned.policy, campaignId]);
  await startCampaign(testStack.deps, campaignId);
  const accept: StoryStep = { event: 'accept', notBefore: instantOf('2024-09-12T10:00') };
  id = await testStack.office.application([...stories.committee_audit, accept], { calendar });
}, 120_000);
afterAll(() => testStack.close());

const browserSessionAs = async (name: 'office' | 'secondOffice' | 'applicant') =>
  await testStack.openBrowserSession(
    { email: testStack.office.emailOf(name) },
    { width: name === 'office' ? 1440 : 390 },
  );
const due = async () => (await findApplication(testStack.db, id))?.facts.deadlines.payment_due?.due;

test('the office sees that a year was announced and whose dates move, proposes it, and a second person approves', async () => {
  const first = await browserSessionAs('office');
  await first.open(progress);
  await first.page.getByText('2024 年节假日安排已公布').waitFor();
  await first.page.getByText('办理中 1 份：1 份期限延后，0 份提前，0 份已错过').waitFor();
  await first.page.screenshot({ path: '.data/screenshots/newer-calendar-1440.png', fullPage: true });
  await first.page.getByRole('button', { name: '提出采用新工作日历' }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: '提出采用新工作日历' }).click();
  await first.page.getByRole('link', { name: '已有一项修订待批准' }).click();
  await first.page.getByText('由另一位工作人员批准。').waitFor();
  expect(await due()).toBe(endOfDay('2024-09-17'));

  const second = await browserSessionAs('secondOffice');
  await second.open(`/office/campaigns/${campaignId}/policy`);
  await second.page.getByRole('button', { name: '批准修订' }).waitFor();
  await second.page.screenshot({ path: '.data/screenshots/newer-calendar-390.png', fullPage: true });
  await second.page.getByRole('button', { name: '批准修订' }).click();
  await second.page.locator('.ant-popconfirm').getByRole('button', { name: '批准修订' }).click();
  await second.page.getByText('已适用于 1 份，0 份已办结未适用').waitFor();
  expect(await due()).toBe(endOfDay('2024-09-18'));
  await second.open(`/office/campaigns/${campaignId}/calendar`);
  await second.page.getByRole('heading', { name: '工作日历' }).first().waitFor();
  expect(await second.page.getByText('本年度评审的工作日历有更新').count()).toBe(0);
});

test('an amendment of several values is proposed by one person, waits for a second, and is in force once approved', async () => {
  const first = await browserSessionAs('office');
  const { page } = first;
  await first.open(`/office/campaigns/${campaignId}/policy`);
  await page.getByRole('button', { name: '逐步修订' }).click();
  await page.getByRole('heading', { name: '谁', exact: true }).waitFor();
  await page.getByLabel('名称', { exact: true }).fill('2024年度职称评审（修订）');
  await page.getByLabel('咨询电话', { exact: true }).fill('0997-2100001');
  await page.getByRole('status').getByText('已保存', { exact: true }).waitFor();
  await page.getByRole('link', { name: '检查并设立' }).click();
  await page.getByRole('heading', { name: '更改 2 项' }).waitFor();
  await page.getByLabel('修订理由').fill('办公电话变更');
  await page.getByRole('button', { name: '提出修订（须另一人批准）' }).click();
  await page.getByText('由另一位工作人员批准。').waitFor();

  const second = await browserSessionAs('secondOffice');
  await second.open('/office');
  await second.page.getByText('一项政策修订等您批准').waitFor();
  await second.page.getByRole('link', { name: '去核对' }).click();
  await second.page.getByRole('button', { name: '批准修订' }).click();
  await second.page.locator('.ant-popconfirm').getByRole('button', { name: '批准修订' }).click();
  await second.page.getByText('已适用于 1 份，0 份已办结未适用').first().waitFor();
  await second.open('/office/calendar');
  await second.page.getByText('咨询和监督：2024年度职称评审（修订）').click();
  await second.page.getByText('0997-2100001').waitFor();
});

test('a day just announced is entered by one person and confirmed by another, and campaigns under way are offered it', async () => {
  const first = await browserSessionAs('office');
  await first.open('/office/calendar');
  const { page } = first;
  await page.getByLabel('日期').fill('2024-09-17');
  await page.getByLabel('节日名称').fill('中秋节');
  await page.getByLabel('公布的文件').fill('自治区人民政府办公厅通知');
  await page.getByRole('button', { name: '录入，待另一人确认' }).click();
  await page.getByRole('button', { name: '撤回：2024-09-17' }).waitFor();
  expect(await page.getByRole('button', { name: '确认：2024-09-17' }).count()).toBe(0);

  const second = await browserSessionAs('secondOffice');
  await second.open('/office/calendar');
  await second.page.getByRole('button', { name: '确认：2024-09-17' }).click();
  await second.page.getByText('已确认', { exact: true }).waitFor();
  await second.open(progress);
  await second.page.getByText('本年度评审的工作日历有更新').waitFor();
  await second.page.getByRole('button', { name: '提出采用新工作日历' }).waitFor();
});
