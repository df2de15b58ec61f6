import { startCampaign } from '../../engine/startCampaign.js';
import { findCampaign } from '../../records/campaign/campaigns.js';
import { confirmed } from '../../rules/policy/campaigns/confirmed.js';
import { stories } from '../../simulation/story/story.js';
import { campaignId, type Name } from '../support/office.js';
import { dialogOf } from './support/acting.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
beforeAll(async () => {
  testStack = await startTestStack('campaign-course', '2024-07-25T10:00:00+08:00');
  const campaign = await findCampaign(testStack.db, campaignId);
  if (!campaign) throw new Error('it was created');
  const policy = JSON.parse(JSON.stringify(confirmed(campaign.policy)));
  await testStack.db.campaign.update({ where: { id: campaignId }, data: { policy } });
  await startCampaign(testStack.deps, campaignId);
  await testStack.office.application(stories.unit_publicity, { applicantId: testStack.office.ids.applicant });
}, 120_000);
afterAll(() => testStack.close());

const page = async (name: Name, address: string, width: 1440 | 390 = 1440) => {
  const browserSession = await testStack.openBrowserSession({ email: testStack.office.emailOf(name) }, { width });
  await browserSession.open(address);
  return browserSession.page;
};

test('a campaign tells where it stands and what comes by itself, and is not ended while an application runs', async () => {
  const office = await page('office', '/office/course');
  await office.getByRole('heading', { name: '目前环节：申报' }).waitFor();
  await office.getByText('到时自动进行：申报截止').waitFor();
  await office.getByText('申报开始').first().waitFor();
  await office.getByRole('button', { name: '结束本次评审' }).click();
  await dialogOf(office).getByText('结束后写定统计').waitFor();
  await dialogOf(office).getByRole('button', { name: '结束本次评审' }).click();
  await dialogOf(office).getByText('还有1份申报没有办结').waitFor();
});

test('a changed value is looked at, proposed for running applications, approved by somebody else, and reaches them', async () => {
  const first = await page('office', '/office/policy');
  await first.getByRole('button', { name: '修改：单位公示工作日' }).click();
  await dialogOf(first).getByRole('spinbutton').fill('7');
  await dialogOf(first).getByRole('button', { name: '若适用于办理中的申报，会怎样' }).click();
  await dialogOf(first).getByText('办理中 1 份：1 份期限延后').waitFor();
  await dialogOf(first).getByLabel('同时适用于办理中的申报').check();
  await dialogOf(first).getByLabel('理由').fill('公示期延长');
  await dialogOf(first)
    .getByRole('button', { name: '修 改' })
    .or(dialogOf(first).getByRole('button', { name: '修改', exact: true }))
    .click();
  await dialogOf(first).waitFor({ state: 'hidden' });
  await first.getByText('由另一位工作人员批准。').waitFor();

  const second = await page('secondOffice', '/office/policy');
  await second.getByRole('button', { name: '批准修订' }).click();
  await second.getByRole('tooltip').getByRole('button', { name: '批准修订' }).click();
  await second.getByText('已适用于 1 份').waitFor();
});

test('what a campaign came to so far stands in tables', async () => {
  const office = await page('office', '/office/statistics');
  await office.getByRole('rowheader', { name: '单位公示' }).waitFor();
  await office.getByRole('rowheader', { name: '合计' }).first().waitFor();
});

test('in an outage all deadlines are paused at once: one asks, another approves on a telephone, and they run on later', async () => {
  const first = await page('operator', '/operator/pauses');
  await first.getByText('没有中止过全部期限').waitFor();
  await first.getByRole('button', { name: '申请中止全部期限' }).click();
  await dialogOf(first).getByLabel('理由').fill('机房断电');
  await dialogOf(first).getByLabel('计划恢复或复核的日期').fill('2024-07-30');
  await dialogOf(first).getByRole('button', { name: '申请中止全部期限' }).click();
  await dialogOf(first).waitFor({ state: 'hidden' });
  await first.getByText('须由另一人批准。').waitFor();

  const second = await page('supervisor', '/supervisor/pauses', 390);
  await second.getByText('机房断电').waitFor();
  await second.getByRole('button', { name: '批准中止全部期限' }).click();
  const confirm = second.getByRole('tooltip').getByRole('button', { name: '批准中止全部期限' });
  await confirm.waitFor();
  expect(await second.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await confirm.click();
  await second.getByText('已中止 1 份，0 份不适用').waitFor();

  const office = await page('office', '/office/course');
  await office.getByText('已中止 1 份，0 份不适用').waitFor();
  expect(await office.getByRole('button', { name: '恢复全部期限' }).count()).toBe(0);

  const applicant = await page('applicant', '/applicant', 390);
  await applicant.getByText('期限中止，恢复后顺延').first().waitFor();
  expect(await applicant.getByText('还剩').count()).toBe(0);

  await second.getByRole('button', { name: '恢复全部期限' }).click();
  await dialogOf(second).getByLabel('理由').fill('供电恢复');
  await dialogOf(second).getByRole('button', { name: '恢复全部期限' }).click();
  await second.getByText('已恢复 1 份，0 份不适用').waitFor();
  await applicant.reload();
  await applicant.getByText('还剩').first().waitFor();
});
