import type { Page } from 'playwright-core';
import { hashPassword } from '../../api/accounts/passwordHash.js';
import { createPerson } from '../../api/accounts/people.js';
import { campaignId, password } from '../support/office.js';
import { emailOf } from '../support/people/emailOf.js';
import { quickHash } from '../support/session.js';
import { dialogOf } from './support/acting.js';
import { mailed } from './support/mailed.js';
import { setUpCodes } from './support/newAccount.js';
import { startTestStack, type TestStack } from './support/testStack.js';

const email = 'newcomer@example.cn';
const newPassword = 'four plain words here';
let testStack: TestStack;
let secret: Buffer;
let recoveryCode: string;

beforeAll(async () => {
  testStack = await startTestStack('sign-in-pages', '2024-08-12T10:00:00+08:00');
  const hash = await hashPassword(password, quickHash);
  const roles = [{ role: 'finance', campaignId }] as const;
  await createPerson(testStack, { email, name: '新来的财务', password: { hash }, roles });
}, 120_000);
afterAll(() => testStack.close());

async function enterPassword(page: Page, word = password): Promise<void> {
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill(word);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

test('a first sign-in sets up one-time codes, with the code from the mail, and shows the recovery codes once', async () => {
  const { page, open, leave } = await testStack.openBrowserSession(
    { email },
    { signedOut: true, width: 390, expected: [401] },
  );
  await open('/sign-in');
  await enterPassword(page);
  ({ secret, recoveryCode } = await setUpCodes(page, email, testStack));
  await page.getByRole('heading', { level: 1, name: '应收' }).waitFor();
  await leave();
});

test('the next sign-in asks for a code; sessions are listed, and another is ended', async () => {
  const sessionOptions = { signedOut: true, expected: [401, 422] };
  const { page, open, leave } = await testStack.openBrowserSession({ email }, sessionOptions);
  await open('/sign-in');
  await enterPassword(page);
  const code = page.getByLabel('动态验证码');
  await code.fill('000000');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await code.fill(testStack.authenticatorClock.nextCode(secret));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '应收' }).waitFor();
  await open('/account');
  await page.getByText('本机').waitFor();
  await page.getByRole('button', { name: /^结束\s*：/ }).click();
  await page.getByRole('button', { name: /^结束\s*：/ }).waitFor({ state: 'hidden' });
  testStack.authenticatorClock.pass(11 * 60_000);
  await page.getByRole('button', { name: '更换恢复码' }).click();
  const again = page.getByRole('dialog', { name: '请确认是您本人' });
  await again.getByLabel('动态验证码').fill(testStack.authenticatorClock.nextCode(secret));
  await again.getByRole('button', { name: '继续' }).click();
  const list = page.getByRole('list', { name: '恢复码' });
  recoveryCode = (await list.locator('code').first().textContent()) ?? '';
  await page.getByRole('button', { name: '我已记下' }).click();
  await page.getByText('剩余恢复码 10 个').waitFor();
  await leave();
});

test('the saved language counts at each sign-in, the button until the next; single sign-on has a button where there is one', async () => {
  const { page, open, leave } = await testStack.openBrowserSession({ email }, { signedOut: true, expected: [401] });
  await page.route('**/api/config', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), singleSignOn: '统一认证登录' } });
  });
  await open('/register?sso=unknown');
  await page.getByText('请先注册（用同一手机号、邮箱或身份证号）').waitFor();
  await open('/sign-in?sso=failed&from=/account');
  await page.getByText('统一身份认证没有完成').waitFor();
  const button = page.getByRole('link', { name: '统一认证登录' });
  expect(await button.getAttribute('href')).toBe('/api/auth/single-sign-on?from=%2Faccount');
  await testStack.db.user.update({ where: { email }, data: { language: 'en' } });
  const signIn = async () => {
    await page.getByLabel(/^(邮箱|Email)/).fill(email);
    await page.getByLabel(/^(密码|Password)/).fill(password);
    await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
    testStack.authenticatorClock.pass(31_000);
    await page.getByLabel(/动态验证码|one-time code/i).fill(testStack.authenticatorClock.nextCode(secret));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Account and sign-in' }).waitFor();
  };
  await signIn();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { level: 1, name: '账户与登录' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '账户与登录' }).waitFor();
  await testStack.db.session.deleteMany({ where: { person: { email } } });
  await open('/sign-in?from=/account');
  await signIn();
  await testStack.db.user.update({ where: { email }, data: { language: null } });
  await leave();
});

test('a forgotten password is set by the link from the mail, and a recovery code stands in for the telephone', async () => {
  const { page, open, leave } = await testStack.openBrowserSession(
    { email },
    { signedOut: true, width: 390, expected: [401, 422] },
  );
  await open('/sign-in');
  await page.getByRole('link', { name: '忘记密码' }).click();
  await page.getByRole('heading', { name: '忘记密码' }).waitFor();
  await page.getByLabel('邮箱').fill(email);
  await page.getByRole('button', { name: '寄送链接' }).click();
  await page.getByText('如果这个邮箱有账户，链接已寄出').waitFor();
  const token = await mailed(testStack.inbox, email, /new-password#([\w-]{43})/);
  await open(`/new-password#${token}`);
  expect(page.url()).not.toContain(token);
  const fill = async (word: string) => {
    await page.getByLabel('新密码', { exact: true }).fill(word);
    await page.getByLabel('再次输入新密码').fill(word);
    await page.getByRole('button', { name: '设置新密码' }).click();
  };
  await fill('1234567890');
  await page.getByText('这个密码太常见').waitFor();
  await fill(newPassword);
  await page.getByText('所有登录已失效').waitFor();
  await page.getByRole('link', { name: '返回登录' }).click();
  await page.getByRole('heading', { name: '职称评审' }).waitFor();
  await enterPassword(page, newPassword);
  await page.getByLabel('动态验证码').fill(recoveryCode);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '应收' }).waitFor();
  await leave();
});

test('two operators give a role that decides over others: one asks, the other confirms', async () => {
  const { office, openBrowserSession, db } = testStack;
  const second = await office.hire([{ role: 'operator' }]);
  const secondEmail = await emailOf(db, second.id);
  await db.user.update({ where: { id: second.id }, data: { name: '第二运维' } });
  // Their sessions proved a second factor by the real clock; this suite has moved the other one on.
  testStack.authenticatorClock.pass(-11 * 60_000);
  const first = await openBrowserSession({ email: office.emailOf('operator') });
  await first.open('/operator/people');
  await first.page.getByRole('button', { name: /^增加角色\s*：新来的财务/ }).click();
  const dialog = dialogOf(first.page);
  await dialog.getByRole('combobox', { name: '角色' }).click();
  await first.page.getByTitle('监督').click();
  await dialog.getByRole('button', { name: '增加角色' }).click();
  await first.page.getByText('须由另一人确认').waitFor();
  const other = await openBrowserSession({ email: secondEmail });
  await other.open('/operator/people');
  await other.page.getByRole('button', { name: /^确认\s*：新来的财务/ }).click();
  await other.page.getByRole('heading', { name: '等待另一位运维人员确认' }).waitFor({ state: 'hidden' });
  await other.page.getByRole('button', { name: /^取消角色: 新来的财务 监督/ }).waitFor();

  await first.page.getByRole('button', { name: /^清除个人信息\s*：新来的财务/ }).click();
  await dialog.getByRole('textbox', { name: '理由' }).fill('本人书面申请');
  await dialog.getByRole('button', { name: '清除个人信息' }).click();
  await first.page.getByText('本人书面申请').waitFor();
  await other.page.reload();
  await other.page.getByRole('button', { name: /^确认\s*：新来的财务 清除个人信息/ }).click();
  await other.page.getByRole('heading', { name: '等待另一位运维人员确认' }).waitFor({ state: 'hidden' });
});
