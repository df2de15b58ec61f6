import { stories } from '../../simulation/story/story.js';
import { password } from '../support/office.js';
import { giveAuthenticator } from '../support/session.js';
import { dialogOf, openForm, perform, seesStatus, send } from './support/acting.js';
import { startTestStack, type TestStack } from './support/testStack.js';

const reason = '材料不齐，请补充学历证明后再提交';
let testStack: TestStack;

beforeAll(async () => {
  testStack = await startTestStack('interrupted', '2024-08-12T10:00:00+08:00');
}, 120_000);
afterAll(() => testStack.close());

/** A unit clerk on the page of an application under review. */
async function atWork(expected: readonly number[] = []) {
  const id = await testStack.office.application(stories.unit_review);
  const browserSession = await testStack.openBrowserSession({ email: testStack.office.emailOf('unit') }, { expected });
  await browserSession.open(`/applications/${id}`);
  return { ...browserSession, id };
}
const reasonOf = (page: Parameters<typeof dialogOf>[0]) => dialogOf(page).getByLabel('理由');

describe('In the middle of an act', () => {
  test('loading the page again keeps what was typed', async () => {
    const { page } = await atWork();
    await openForm(page, '退回申报人');
    await reasonOf(page).fill(reason);
    await page.reload();
    await openForm(page, '退回申报人');
    expect(await reasonOf(page).inputValue()).toBe(reason);
    await dialogOf(page).getByText('已恢复上次填写的内容。').waitFor();
  });

  test('going back and forward again keeps what was typed, and the queue its filter', async () => {
    const { page, open, id } = await atWork();
    await open('/unit?status=unit_review');
    await page.goto(`/applications/${id}`);
    await openForm(page, '退回申报人');
    await reasonOf(page).fill(reason);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /待办/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('status')).toBe('unit_review');
    await page.goForward();
    await openForm(page, '退回申报人');
    expect(await reasonOf(page).inputValue()).toBe(reason);
  });

  test('a second tab that acts on what it no longer sees is refused in place, with what happened, and keeps its words', async () => {
    const { page, context, id } = await atWork([409]);
    const other = await context.newPage();
    await other.goto(`/applications/${id}`);
    await openForm(other, '退回申报人');
    await reasonOf(other).fill(reason);
    await perform(page, '发布单位公示');
    await send(other, '退回申报人');
    const alert = dialogOf(other).getByRole('alert');
    await alert.getByText('发布单位公示').first().waitFor();
    expect(await reasonOf(other).inputValue()).toBe(reason);
    await seesStatus(page, '单位公示');
  });

  test('a session that has ended is begun again in place, and the act goes on by itself', async () => {
    const { page, context } = await atWork([401]);
    await openForm(page, '退回申报人');
    await reasonOf(page).fill(reason);
    const secret = await giveAuthenticator(testStack, testStack.office.ids.unit);
    await context.clearCookies();
    await send(page, '退回申报人');
    const again = page.getByRole('dialog', { name: '登录已过期' });
    await again.getByLabel('密码').fill(password);
    await again.getByRole('button', { name: '登录' }).click();
    await again.getByLabel('动态验证码').fill(testStack.authenticatorClock.nextCode(secret));
    await again.getByRole('button', { name: '登录' }).click();
    await page.getByRole('status').getByText('退回申报人：已登记').waitFor();
    await page.getByText(reason).first().waitFor();
  });

  test('a lost connection loses nothing: the same act is sent again and happens once', async () => {
    const { page, id } = await atWork();
    await openForm(page, '退回申报人');
    await reasonOf(page).fill(reason);
    let lost = 0;
    // The act arrives, but its response is lost.
    await page.route('**/actions/return_to_applicant**', async (route) => {
      if (lost++ > 0) return await route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await send(page, '退回申报人');
    await dialogOf(page).getByText('连接中断').waitFor();
    expect(await reasonOf(page).inputValue()).toBe(reason);
    await send(page, '退回申报人');
    await page.getByRole('status').getByText('退回申报人：已登记').waitFor();
    const { body } = await testStack.office.as('unit').get(`/api/applications/${id}/timeline`).expect(200);
    const returns = body.events.filter(({ event }: { event: string }) => event === 'return_to_applicant');
    expect(returns).toHaveLength(1);
  });
});

test('no browser had anything to complain about', () => {
  expect(testStack.complaints.filter(({ problemText }) => !problemText.includes('ERR_CONNECTION_RESET'))).toEqual([]);
});
