import { stories } from '../../simulation/story/story.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
beforeAll(async () => {
  testStack = await startTestStack('explained', '2024-08-12T10:00:00+08:00');
}, 120_000);
afterAll(() => testStack.close());

async function atWork() {
  const id = await testStack.office.application(stories.unit_review);
  const browserSession = await testStack.openBrowserSession({ email: testStack.office.emailOf('unit') });
  await browserSession.open(`/applications/${id}`);
  return browserSession;
}

describe('What opens under a button', () => {
  test('a deadline tells how it was counted, by keyboard alone, and the button keeps the focus', async () => {
    const { page } = await atWork();
    const why = page.getByRole('button', { name: /如何计算/ }).first();
    await why.focus();
    await page.keyboard.press('Enter');
    await page
      .getByText(/通知 三/)
      .first()
      .waitFor();
    const focused = await page.evaluate<string | null>('document.activeElement?.getAttribute("aria-label") ?? null');
    expect(focused).toBe(await why.getAttribute('aria-label'));
  });

  test('an act that is not possible now says why, with the clause', async () => {
    const { page } = await atWork();
    await page
      .getByRole('button', { name: /现在不能办理/ })
      .first()
      .click();
    const why = page.getByRole('tooltip');
    await why.getByText('现在不能办理', { exact: true }).waitFor();
    await why
      .getByText(/^通知 /)
      .first()
      .waitFor();
  });

  test('the menu of the account opens at the first press and closes with Escape', async () => {
    const { page } = await atWork();
    const menu = page.getByRole('button', { name: /账号|帐号|我的账户|张三/ }).first();
    await menu.click();
    const out = page.getByRole('button', { name: /退出/ });
    await out.waitFor();
    await page.keyboard.press('Escape');
    await out.waitFor({ state: 'hidden' });
  });
});
