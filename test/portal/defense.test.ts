import { AxeBuilder } from '@axe-core/playwright';
import { hashPassword } from '../../api/accounts/passwordHash.js';
import { findApplication } from '../../records/application/applications.js';
import { stories } from '../../simulation/story/story.js';
import { type Member, seatCommittee } from '../support/committee.js';
import { campaignId, password } from '../support/office.js';
import { quickHash } from '../support/session.js';
import { dialogOf } from './support/acting.js';
import type { BrowserSession } from './support/browserSession.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
let office: BrowserSession;
let members: readonly Member[];
let first: string;
let second: string;

beforeAll(async () => {
  testStack = await startTestStack('defense-pages', '2024-10-21T10:00:00+08:00');
  const passwordHash = await hashPassword(password, quickHash);
  members = await seatCommittee(testStack.db, { campaignId, size: 4, passwordHash });
  first = await testStack.office.application(stories.defense);
  second = await testStack.office.application(stories.defense, { unitId: 'unit-2' });
  const { id } = await testStack.db.expert.findUniqueOrThrow({ where: { personId: members[3]?.personId ?? '' } });
  // The fourth works in the unit of the second candidate.
  await testStack.db.expert.update({ where: { id }, data: { unitId: 'unit-2' } });
  office = await testStack.openBrowserSession({ email: testStack.office.emailOf('office') });
}, 180_000);
afterAll(() => testStack.close());

const nameOf = async (id: string) => {
  const application = await testStack.db.application.findUniqueOrThrow({ where: { id }, include: { applicant: true } });
  return application.applicant.name;
};
const statusOf = async (id: string) => (await findApplication(testStack.db, id))?.status;

/** A member on the task page of a phone. */
async function enter(index: number): Promise<BrowserSession> {
  const browserSession = await testStack.openBrowserSession({ email: members[index]?.email ?? '' }, { width: 390 });
  await browserSession.open('/expert');
  return browserSession;
}

/** Gives each criterion these points and submits the sheet. */
async function scores({ page }: BrowserSession, name: string, points: readonly string[], total: string): Promise<void> {
  await page.getByRole('link', { name: `评分：${name}` }).click();
  for (const [index, each] of points.entries()) await page.getByRole('spinbutton').nth(index).fill(each);
  await page.getByText(total, { exact: true }).waitFor();
  await page.getByRole('button', { name: '提交评分表' }).click();
  const dialog = dialogOf(page);
  await dialog.getByText(`共 ${total} 分`).waitFor();
  await dialog.getByRole('button', { name: '提交评分表' }).click();
  await page.getByText('已提交，不能再改。').waitFor();
  await page.getByRole('link', { name: '我的答辩评分' }).click();
}

test('the office plans a session and sees what clashes before it saves', async () => {
  const { page, open } = office;
  await open('/office/defense');
  await page.getByRole('link', { name: '按场次安排' }).click();
  await page.getByText('2 人待安排').waitFor();
  await page.getByRole('button', { name: '新的场次' }).click();
  await page.getByLabel('地点').fill('三楼会议室');
  await page.getByLabel('开始（北京时间）').fill('2024-10-22T09:30');
  for (const member of [2, 3, 4]) await page.getByRole('checkbox', { name: `委员${member}`, exact: true }).check();
  await page.getByRole('button', { name: '全部加入' }).click();
  // Too early, and one of the three is recused from the second candidate.
  await page.getByText('2 处须改正').waitFor();
  await page.getByText(/答辩须至少提前3日通知/).waitFor();
  await page.getByText('回避：委员4').waitFor();
  expect(await page.getByRole('button', { name: '保存' }).isEnabled()).toBe(false);

  await page.getByLabel('开始（北京时间）').fill('2024-10-28T09:30');
  await page.getByRole('checkbox', { name: '委员1', exact: true }).check();
  await page.getByText('没有冲突，可以保存。').waitFor();
  // Sorted by unit, the first stays first; move it down and up again.
  const name = await nameOf(first);
  await page.getByRole('button', { name: `下移：${name}` }).click();
  await page.getByRole('button', { name: `上移：${name}` }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '10月28日 周一' }).waitFor();
  await page.getByText('2 人待安排').waitFor({ state: 'detached' });
});

test('the planner fits a telephone, and shuts nobody out', async () => {
  const { page, open, leave } = await testStack.openBrowserSession(
    { email: testStack.office.emailOf('office') },
    { width: 390 },
  );
  await open('/office/sessions');
  await page.getByRole('button', { name: '新的场次' }).click();
  await page.getByRole('checkbox', { name: '委员1', exact: true }).check();
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await leave();
});

test('what is announced reaches candidates and panel', async () => {
  const { page } = office;
  await page.getByRole('link', { name: '三楼会议室' }).click();
  await page.getByText('2 人尚未通知到现行安排').waitFor();
  await page.getByRole('button', { name: '发出通知' }).click();
  await dialogOf(page).getByRole('button', { name: '发出通知' }).click();
  await page.getByText('2 人尚未通知到现行安排').waitFor({ state: 'detached' });
  const facts = (await findApplication(testStack.db, first))?.facts;
  expect(facts?.defenseAt).toBe(Date.parse('2024-10-28T09:30:00+08:00'));

  const expert = await enter(0);
  await expert.page.getByText('三楼会议室').waitFor();
  await expert.page.getByText('未开始').nth(1).waitFor();
  expect(await expert.page.getByText('未开始').count()).toBe(2);
  expect(await expert.page.getByRole('link', { name: /^评分/ }).count()).toBe(0);
  await expert.leave();
});

test('each expert scores on a telephone; the recused one has one candidate, and the last sheet moves each on', async () => {
  await testStack.moveTo('2024-10-28T11:00:00+08:00');
  const names = [await nameOf(first), await nameOf(second)];
  for (const index of [0, 1, 2, 3]) {
    const expert = await enter(index);
    const { page } = expert;
    await scores(expert, names[0] ?? '', ['25.5', '35', '18', '8'], '86.50');
    await page.getByText('已提交 86.50 分').waitFor();
    const open = page.getByRole('link', { name: `评分：${names[1]}` });
    await open.waitFor({ state: index === 3 ? 'detached' : 'visible' });
    if (index !== 3) await scores(expert, names[1] ?? '', ['20', '30', '15', '5'], '70.00');
    await expert.leave();
  }
  expect([await statusOf(first), await statusOf(second)]).toEqual(['review', 'review']);
  const { page } = office;
  await page.reload();
  await page.getByText('已评分者平均 78.25 分').waitFor();
  await page.getByText('86.50', { exact: true }).waitFor();
  await page.getByText('已结束').first().waitFor();
});

test('the list prints with room for signatures and without buttons', async () => {
  const { page } = office;
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('columnheader', { name: '签到' }).waitFor();
  expect(await page.getByRole('button', { name: '打印顺序表' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
});

test('an announced session is moved, one candidate put off and the rest called off, each with a reason', async () => {
  const ids = [
    await testStack.office.application(stories.defense),
    await testStack.office.application(stories.defense),
  ];
  const [one = '', other = ''] = ids;
  const panel = members.slice(0, 3).map(({ expertId }) => expertId);
  const plan = { specialty: 'mechanical_electronic', room: '四楼会议室', startsAt: '2024-11-05T09:30:00+08:00' };
  const base = `/api/campaigns/${campaignId}/defense/sessions`;
  const body = { ...plan, minutes: 20, panel, leader: panel[0], applications: ids };
  const { id } = (await testStack.office.as('office').post(base).send(body).expect(201)).body;
  await testStack.office.as('office').post(`${base}/${id}/publish`).expect(200);
  const clerk = await testStack.openBrowserSession({ email: testStack.office.emailOf('office') }, { expected: [422] });
  const { page } = clerk;
  await clerk.open(`/office/sessions/${id}`);

  await page.getByRole('button', { name: '整场改期' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('开始（北京时间）').fill('2024-10-29T14:00');
  await dialog.getByLabel('地点').fill('二楼大厅');
  await dialog.getByLabel('理由').fill('四楼装修');
  await dialog.getByRole('button', { name: '整场改期' }).click();
  await dialog
    .getByText(/答辩须至少提前3日通知/)
    .first()
    .waitFor();
  await dialog.getByLabel('开始（北京时间）').fill('2024-11-06T14:00');
  await dialog.getByRole('button', { name: '整场改期' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('heading', { name: '二楼大厅' }).waitFor();
  expect((await findApplication(testStack.db, other))?.facts.defenseAt).toBe(Date.parse('2024-11-06T14:20:00+08:00'));

  const row = page.getByRole('row').filter({ hasText: await nameOf(one) });
  await row.getByRole('button', { name: /^改\s?期$/ }).click();
  await dialog.getByLabel('理由').fill('本人住院');
  await dialog.getByRole('button', { name: /^改\s?期$/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await row.getByText('改期', { exact: true }).waitFor();

  await page.getByRole('button', { name: '取消场次' }).click();
  await dialog.getByText('不算缺席').waitFor();
  await dialog.getByLabel('理由').fill('全楼停电');
  await dialog.getByRole('button', { name: '取消场次' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('已取消：全楼停电').waitFor();
  await page.getByRole('button', { name: '取消场次' }).first().waitFor({ state: 'detached' });
  for (const candidate of ids) {
    expect((await findApplication(testStack.db, candidate))?.facts).toMatchObject({ defenseAt: null, absences: 0 });
  }
  await clerk.leave();
});

test('no browser had anything to complain about', () => {
  expect(testStack.complaints).toEqual([]);
});
