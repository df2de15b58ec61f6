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
