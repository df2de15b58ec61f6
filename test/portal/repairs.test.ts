import type { Page } from 'playwright-core';
import { until } from '../../ops/process/ports.js';
import { stories } from '../../simulation/story/story.js';
import { emailOf } from '../support/people/emailOf.js';
import { dialogOf, perform, seesStatus } from './support/acting.js';
import type { BrowserSession } from './support/browserSession.js';
import { startTestStack, type TestStack } from './support/testStack.js';

const minute = 60_000;
// Longer than all attempts to send a letter, with the waits between them.
const tooLong = 24 * 60;
let testStack: TestStack;
let operator: BrowserSession;

beforeAll(async () => {
  testStack = await startTestStack('repairs', '2024-08-12T10:00:00+08:00');
  operator = await testStack.openBrowserSession({ email: testStack.office.emailOf('operator') }, { expected: [422] });
}, 120_000);
afterAll(() => testStack.close());

const wait = async (minutes: number) =>
  testStack.moveTo(new Date((await testStack.now()) + minutes * minute).toISOString());

/** The parked steps of an application, as operators see them. */
async function setAside(id: string): Promise<readonly string[]> {
  const { body } = await testStack.office.as('operator').get('/api/operations/parked').expect(200);
  const items: { applicationId: string; steps: { description: string }[] | null }[] = body.items;
  return items.find(({ applicationId }) => applicationId === id)?.steps?.map(({ description }) => description) ?? [];
}

/** Advances the engine's clock until the application has a parked step. */
async function untilSetAside(id: string): Promise<void> {
  const happened = async () => {
    await wait(1);
    return (await setAside(id)).length > 0;
  };
  expect(await until(happened, { timeoutMs: 40_000 })).toBe(true);
}

const listed = '待处理的步骤与邮件';
const panel = (page: Page, title: string) =>
  page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });

const numberOf = async (id: string) => (await testStack.db.application.findUniqueOrThrow({ where: { id } })).number;

/** The operator presses a button of a parked step, gives a reason and sends it. */
async function decide(button: '重试' | '跳过', id: string, reason: string): Promise<void> {
  const { page } = operator;
  const number = await numberOf(id);
  await panel(page, listed)
    .getByRole('button', { name: new RegExp(`^${button}.*${number}`) })
    .click();
  await dialogOf(page).getByLabel('理由').fill(reason);
  await dialogOf(page).getByRole('button', { name: button }).click();
}

const repairsOf = async (id: string) => {
  const event = { in: ['retry_step', 'skip_step'] };
  const kept = await testStack.db.intake.findMany({
    where: { applicationId: id, event },
    orderBy: { receivedAt: 'asc' },
  });
  return kept.map(({ event, freeText, actorId }) => ({ event, freeText, actorId }));
};
const by = (event: string, reason: string) => ({ event, freeText: { reason }, actorId: testStack.office.ids.operator });

describe('An act that the database will not take', () => {
  let id: string;
  let answered: Promise<number>;

  test('is set aside; the operator finds it, and may not skip what would leave a gap', async () => {
    id = await testStack.office.application(stories.committee_audit);
    await testStack.asOwner(
      `ALTER TABLE events ADD CONSTRAINT broken_disk CHECK (application_id <> '${id}') NOT VALID`,
    );
    const act = testStack.office.as('office').post(`/api/applications/${id}/actions/accept`).send({});
    answered = act.then(({ status }) => status);
    await untilSetAside(id);
    await operator.open('/operator');
    await decide('跳过', id, '不想再等');
    await dialogOf(operator.page).getByText('这一步不能跳过').waitFor();
    await dialogOf(operator.page).getByRole('button', { name: '取消' }).click();
    expect(await setAside(id)).toEqual(['记录：审核通过']);
    expect(await repairsOf(id)).toEqual([]);
  });

  test('comes back when it is retried before the cause is gone', async () => {
    await decide('重试', id, '先试一次');
    await operator.page.getByRole('status').getByText('已登记处理：记录：审核通过').waitFor();
    await untilSetAside(id);
    expect(await repairsOf(id)).toEqual([by('retry_step', '先试一次')]);
  });

  test('is recorded as it was registered once the cause is gone, and the page has nothing more to do', async () => {
    await testStack.asOwner('ALTER TABLE events DROP CONSTRAINT broken_disk');
    await operator.open('/operator');
    await decide('重试', id, '磁盘已更换');
    await operator.page.getByRole('status').getByText('已登记处理：记录：审核通过').waitFor();
    await panel(operator.page, listed).getByText('没有待处理的步骤').waitFor();
    expect([200, 202]).toContain(await answered);
    const office = await testStack.openBrowserSession({ email: testStack.office.emailOf('office') });
    await office.open(`/applications/${id}`);
    await seesStatus(office.page, '缴费与材料报送');
    const { body } = await testStack.office.as('office').get(`/api/applications/${id}/timeline`).expect(200);
    const accepted = body.events.filter(({ event }: { event: string }) => event === 'accept');
    expect(accepted).toHaveLength(1);
    expect(await repairsOf(id)).toEqual([by('retry_step', '先试一次'), by('retry_step', '磁盘已更换')]);
    await office.leave();
  });
});

describe('A letter that the mail server refuses', () => {
  /** An accepted application whose candidate has a mistyped address; their letter is parked. */
  async function refused(): Promise<{ readonly id: string; readonly address: string }> {
    const applicant = await testStack.office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const where = { id: applicant.id };
    const address = await emailOf(testStack.db, applicant.id);
    await testStack.db.user.update({ where, data: { email: address.replace('@', '@@') } });
    const id = await testStack.office.application(stories.committee_audit, { applicantId: applicant.id });
    const office = await testStack.openBrowserSession({ email: testStack.office.emailOf('office') });
    await office.open(`/applications/${id}`);
    await perform(office.page, '审核通过');
    await office.leave();
    await wait(tooLong);
    await untilSetAside(id);
    await testStack.db.user.update({ where, data: { email: address } });
    await operator.open('/operator');
    await panel(operator.page, listed)
      .getByText(`申报 ${await numberOf(id)}`)
      .waitFor();
    return { id, address };
  }
  const stateOf = async (id: string) =>
    (await testStack.db.outbox.findFirstOrThrow({ where: { applicationId: id, role: 'applicant' } })).state;
  const arrived = async (address: string) =>
    (await testStack.inbox.mails()).filter(({ to }) => to.some((one) => one.address === address)).length;

  test('goes out when the operator retries it with the address put right', async () => {
    const { id, address } = await refused();
    expect(await stateOf(id)).toBe('parked');
    await decide('重试', id, '邮箱地址已更正');
    await operator.page.getByRole('status').getByText('已登记处理：给申报人 评委会审核通过').waitFor();
    await panel(operator.page, listed).getByText('没有待处理的步骤').waitFor();
    const there = async () => (await arrived(address)) === 1;
    expect(await until(there, { timeoutMs: 30_000 })).toBe(true);
    expect(await until(async () => (await stateOf(id)) === 'sent', { timeoutMs: 30_000 })).toBe(true);
    expect(await repairsOf(id)).toEqual([by('retry_step', '邮箱地址已更正')]);
  });

  test('is never sent when the operator skips it, and the reason is kept', async () => {
    const { id, address } = await refused();
    await decide('跳过', id, '申报人已当面领取通知');
    await operator.page.getByRole('status').getByText('已登记处理：给申报人 评委会审核通过').waitFor();
    await panel(operator.page, listed).getByText('没有待处理的步骤').waitFor();
    await operator.page.reload();
    await panel(operator.page, listed).getByText('没有待处理的步骤').waitFor();
    expect(await stateOf(id)).toBe('skipped');
    await wait(tooLong);
    expect(await arrived(address)).toBe(0);
    expect(await repairsOf(id)).toEqual([by('skip_step', '申报人已当面领取通知')]);
  });
});

describe('A letter about no application that was given up', () => {
  const key = 'campaign:aksu-2024.7.unit.unit-2';
  const letter = { campaignId: 'aksu-2024', kind: 'campaign_announce', role: 'unit', scope: 'unit-2', key };
  const why = { state: 'parked', attempts: 8, lastError: 'EENVELOPE 550' };
  const of = async () => await testStack.db.outbox.findFirstOrThrow({ where: { key } });
  const report = async () =>
    (await testStack.inbox.mails()).filter(({ subject }) => subject.includes('发布通知')).length;

  test('is listed with what it tells, whom and why, and goes out once when the operator retries it', async () => {
    const at = await testStack.now();
    await testStack.db.outbox.create({ data: { ...letter, ...why, detail: { at } } });
    await operator.open('/operator');
    const line = panel(operator.page, listed).getByRole('listitem').filter({ hasText: '给用人单位 发布通知' });
    await line.getByText('EENVELOPE 550').waitFor();
    await line.getByRole('button', { name: /^重试/ }).click();
    await dialogOf(operator.page).getByLabel('理由').fill('邮件服务器已恢复');
    await dialogOf(operator.page).getByRole('button', { name: '重试' }).click();
    await operator.page.getByRole('status').getByText('已登记处理：给用人单位 发布通知').waitFor();
    expect(await until(async () => (await of()).state === 'sent', { timeoutMs: 30_000 })).toBe(true);
    expect(await report()).toBe(1);
    expect(await testStack.db.letterRepair.findMany({ where: { outboxId: (await of()).id } })).toMatchObject([
      {
        outboxId: (await of()).id,
        repair: 'retry_step',
        reason: '邮件服务器已恢复',
        actorId: testStack.office.ids.operator,
      },
    ]);
  });

  test('is there for the unit to read in the portal, with the page it leads to', async () => {
    const unit = await testStack.openBrowserSession({ email: testStack.office.emailOf('otherUnit') });
    await unit.open('/notifications');
    const item = unit.page.getByRole('listitem').filter({ hasText: '发布通知' });
    await item.getByRole('link', { name: /^查看/ }).click();
    await unit.page.waitForURL(({ pathname }) => pathname !== '/notifications');
    await unit.leave();
  });
});

test('no browser had anything to complain about', () => {
  expect(testStack.complaints).toEqual([]);
});
