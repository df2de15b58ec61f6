import { hashPassword } from '../../api/accounts/passwordHash.js';
import { verifyFile } from '../../ops/verify/verifyFile.js';
import { stories } from '../../simulation/story/story.js';
import { allowSmallCommittee, type Member, seatCommittee } from '../support/committee.js';
import { campaignId, password } from '../support/office.js';
import { giveAuthenticator, quickHash } from '../support/session.js';
import { dialogOf } from './support/acting.js';
import type { BrowserSession } from './support/browserSession.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
let members: readonly Member[];
let meetingId: string;
let supervisor: BrowserSession;
const pages: BrowserSession[] = [];

beforeAll(async () => {
  testStack = await startTestStack('meeting-pages', '2024-10-21T10:00:00+08:00');
  const { db, office } = testStack;
  await allowSmallCommittee(db, campaignId, 3);
  const passwordHash = await hashPassword(password, quickHash);
  members = await seatCommittee(db, { campaignId, size: 3, passwordHash });
  for (let made = 0; made < 3; made += 1) await office.application(stories.review);
}, 180_000);
afterAll(() => testStack.close());

/** A member on the ballot page of a phone. */
async function enter(index: number): Promise<BrowserSession> {
  const browserSession = await testStack.openBrowserSession({ email: members[index]?.email ?? '' }, { width: 390 });
  await browserSession.open('/expert');
  await browserSession.page.getByRole('link', { name: '进入会场' }).click();
  await browserSession.page.getByRole('button', { name: '签到' }).click();
  await browserSession.page.getByText('您已签到').waitFor();
  return browserSession;
}

async function recuse(index: number, applicationId: string): Promise<void> {
  await testStack.db.recusal.create({
    data: {
      campaignId,
      expertId: members[index]?.expertId ?? '',
      applicationId,
      requestedByRole: 'office',
      requestedBy: 'test',
      reason: '师生',
      requestedAt: new Date(),
      outcome: 'granted',
      decidedBy: 'test',
      decidedAt: new Date(),
    },
  });
}

/** An act of the chair or the acting chair, confirmed. */
async function chairDoes({ page }: BrowserSession, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).first().click();
  await dialogOf(page)
    .getByRole('button', { name: `确认${act}` })
    .click();
  await dialogOf(page).waitFor({ state: 'hidden' });
}

async function castVote({ page }: BrowserSession, choice: string): Promise<void> {
  await page.getByRole('button', { name: choice, exact: true }).click();
  await page.getByText(`您选择：${choice}`).waitFor();
  await page.getByRole('button', { name: '确认投票' }).click();
  await page.getByText('已投出，等待主持人结束表决').waitFor();
}

test('the office convenes the committee on what waits for it', async () => {
  const { page, open, leave } = await testStack.openBrowserSession({ email: testStack.office.emailOf('office') });
  await open('/office/meetings');
  await page.getByRole('button', { name: '召集会议' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('开始时间').fill('09:30');
  await dialog.getByLabel('地点').fill('三楼会议室');
  await dialog.getByRole('button', { name: '召集会议' }).click();
  await page.getByText('议程 3 项，已表决 0 项').waitFor();
  await page.getByRole('button', { name: '改期或改地点' }).click();
  await dialog.getByLabel('地点').fill('四楼会议室');
  await dialog.getByLabel('理由').fill('三楼停电');
  await dialog.getByRole('button', { name: '改期或改地点' }).click();
  await page.getByText(/09:30 · 四楼会议室/).waitFor();
  meetingId = page.url().split('/').at(-1) ?? '';
  await page.getByText('委员3').waitFor();
  await leave();
});

test('the office names the deputy chair, with a reason as the meeting has been convened', async () => {
  const sessionOptions = { expected: [422] };
  const { page, open, leave } = await testStack.openBrowserSession(
    { email: testStack.office.emailOf('office') },
    sessionOptions,
  );
  await open('/office/committee');
  await page
    .getByRole('button', { name: /^确定为副主任委员/ })
    .filter({ hasText: '委员2' })
    .click();
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: '确定为副主任委员' }).click();
  await dialog.getByText('请说明理由').waitFor();
  await dialog.getByLabel('理由').fill('主任委员回避一份申报');
  await dialog.getByRole('button', { name: '确定为副主任委员' }).click();
  await page.getByText('副主任委员', { exact: true }).waitFor();
  await leave();
});

test('members sign in at their telephones, and the chair opens the meeting once they are enough', async () => {
  for (const index of [0, 1, 2]) pages.push(await enter(index));
  const chair = await testStack.openBrowserSession({ email: members[0]?.email ?? '' });
  pages.push(chair);
  await chair.open(`/chair/meetings/${meetingId}`);
  await chair.page.getByText('达到法定人数', { exact: true }).waitFor();
  await chairDoes(chair, '宣布开会');
  await chair.page.getByText('会议中').first().waitFor();
});

test('three vote, one application at a time; each finds the receipt among the counted, and nothing that tells the vote', async () => {
  const [first, second, third, chair] = pages as [BrowserSession, BrowserSession, BrowserSession, BrowserSession];
  await chairDoes(chair, '开始表决');
  await castVote(first, '同意');
  await castVote(second, '同意');
  await castVote(third, '反对');
  await chair.page.getByText('已领票 3 人，应投票 3 人').waitFor();
  await chairDoes(chair, '结束表决');
  for (const [index, { page }] of [first, second, third].entries()) {
    await page.getByText('已计入', { exact: true }).waitFor();
    await page.getByText('同意 2 · 反对 1 · 弃权 0（未投 0）').waitFor();
    const kept = await page.evaluate(
      `localStorage.getItem('pingshen ballot ${meetingId} ${members[index]?.personId}')`,
    );
    expect(kept).not.toMatch(/agree|disagree|abstain/);
    expect(JSON.parse(String(kept))[0]).toMatchObject({ state: 'included', ballot: null, choice: null });
  }
  await chair.page.getByText('通过', { exact: true }).first().waitFor();
});

test('for a recused member the next one is not there, and a page that was reloaded has its vote still', async () => {
  const [first, second, third, chair] = pages as [BrowserSession, BrowserSession, BrowserSession, BrowserSession];
  const list = await testStack.db.motion.findMany({
    where: { meetingId, state: 'waiting' },
    orderBy: { ordinal: 'asc' },
  });
  const { applicationId = '' } = list[0] ?? {};
  await recuse(2, applicationId);
  await chairDoes(chair, '开始表决');
  await castVote(first, '同意');
  await second.page.getByRole('button', { name: '同意', exact: true }).waitFor();
  expect(await third.page.getByText('现在没有进行中的表决').isVisible()).toBe(true);
  await castVote(second, '弃权');
  await second.page.reload();
  await second.page.getByText('已投出，等待主持人结束表决').waitFor();
  await chairDoes(chair, '结束表决');
  await second.page.getByText('已计入', { exact: true }).nth(1).waitFor();
  await third.page.reload();
  await third.page.getByText('我的回执').waitFor();
  expect(await third.page.getByText('弃权 1').count()).toBe(0);
});

test('of a vote the chair is recused from the deputy takes the lead, and the chair sees that and nothing more', async () => {
  const [first, second, third, chair] = pages as [BrowserSession, BrowserSession, BrowserSession, BrowserSession];
  const { id = '', applicationId = '' } =
    (await testStack.db.motion.findFirst({ where: { meetingId, state: 'waiting' } })) ?? {};
  const { applicant } = await testStack.db.application.findUniqueOrThrow({
    where: { id: applicationId },
    include: { applicant: true },
  });
  await recuse(0, applicationId);
  const deputy = await testStack.openBrowserSession({ email: members[1]?.email ?? '' });
  await deputy.open(`/expert/meetings/${meetingId}`);
  await deputy.page.getByRole('link', { name: '去主持' }).click();
  await chairDoes(deputy, '开始表决');
  await chair.page.getByText('您已回避这份申报，由副主任委员主持。').waitFor();
  await castVote(second, '同意');
  await castVote(third, '同意');
  await deputy.page.getByText('已领票 2 人，应投票 2 人').waitFor();
  await chair.page.reload();
  await chair.page.getByText('您已回避这份申报，由副主任委员主持。').waitFor();
  for (const { page } of [chair, first]) {
    expect(await page.getByText(applicant.name).count()).toBe(0);
    expect(await page.getByText('已领票').count()).toBe(0);
    expect(await page.getByRole('button', { name: '结束表决' }).count()).toBe(0);
  }
  await chairDoes(deputy, '结束表决');
  await second.page.getByText('已计入', { exact: true }).nth(2).waitFor();
  expect(await testStack.db.motion.findUniqueOrThrow({ where: { id } })).toMatchObject({
    openedBy: members[1]?.expertId,
    openedAs: 'deputy',
    endedAs: 'deputy',
  });
  await deputy.leave();
});

test('a supervisor sees how the meeting stands and how many are there, and no count before it is announced', async () => {
  supervisor = await testStack.openBrowserSession({ email: testStack.office.emailOf('supervisor') }, { width: 390 });
  const { page, open } = supervisor;
  await open('/supervisor/meetings');
  await page.getByRole('link', { name: '进入会场' }).click();
  await page.getByText('议程 3 项，已表决 3 项').waitFor();
  await page.getByText('出席 3 人').waitFor();
  await page.getByText('票数在主任委员宣布投票结果后显示').waitFor();
  await page.getByText('已计票').nth(2).waitFor();
  expect(await page.getByText('已计票').count()).toBe(3);
  for (const hidden of [/同意 \d/, '通过', '公布的选票和回执', '委员1']) {
    expect(await page.getByText(hidden, { exact: true }).count()).toBe(0);
  }
});

test('the chair announces and signs with password and authenticator; the file that is exported agrees', async () => {
  const chair = pages[3] as BrowserSession;
  const { page } = chair;
  await chairDoes(chair, '结束会议');
  await chairDoes(chair, '宣布投票结果');
  const secret = await giveAuthenticator(testStack, members[0]?.personId ?? '');
  await page.getByRole('button', { name: '签署会议纪要' }).click();
  const dialog = dialogOf(page);
  await dialog.getByText('签署后会议记录不能再更改').waitFor();
  await dialog.getByLabel('登录密码').fill(password);
  await dialog.getByLabel('动态验证码').fill(testStack.authenticatorClock.nextCode(secret));
  await dialog.getByRole('button', { name: '签署会议纪要' }).click();
  await page.getByText('已签署').first().waitFor();
  const exported = await chair.context.request.get(`/api/meetings/${meetingId}/export`);
  const { keys } = await (await chair.context.request.get('/api/proof/keys')).json();
  expect(await verifyFile('ballot', await exported.text(), keys)).toMatchObject({ difference: null });
  const minutes = await chair.context.newPage();
  await minutes.goto(`/api/meetings/${meetingId}/minutes.html`);
  await minutes.getByRole('heading', { name: '评审会议纪要' }).waitFor();
  await minutes.getByText('副主任委员').first().waitFor();
});

test('once signed the supervisor sees the counts, and the ballots checked in the browser', async () => {
  const { page } = supervisor;
  await page.reload();
  await page.getByText('同意 2 · 反对 1 · 弃权 0').waitFor();
  await page
    .getByRole('button', { name: /^公布的选票和回执/ })
    .first()
    .click();
  await page.getByText('名单与纪要中的摘要一致').waitFor();
  await page.getByText('选票 3 张').waitFor();
  expect((await supervisor.context.request.get(`/api/meetings/${meetingId}/export`)).status()).toBe(200);
  expect(testStack.complaints).toEqual([]);
});
