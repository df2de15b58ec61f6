import type { Page } from 'playwright-core';
import { stories } from '../../simulation/story/story.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
beforeAll(async () => {
  testStack = await startTestStack('keyboard', '2024-08-12T10:00:00+08:00');
}, 120_000);
afterAll(() => testStack.close());

/** Presses Tab until the focused element has this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 300; steps += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate<string>(
      "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''",
    );
    if (name.test(here)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}
const decided = (page: Page, act: string) =>
  page
    .getByRole('status')
    .getByText(new RegExp(`${act}：已登记`))
    .waitFor();

test('an audit is done with the keyboard alone: next, back, a defect noted and returned, the following one accepted', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.push(await testStack.office.application(stories.committee_audit));
  const { page, open } = await testStack.openBrowserSession({ email: testStack.office.emailOf('office') });
  await open('/office/queue');
  await tabTo(page, /^张三/);
  const address = page.url();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== address);
  await open('/office/audit');
  await tabTo(page, /开始|继续|^张三/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/office/audit/*');
  const heading = page.getByRole('heading', { level: 1 });
  await heading.getByText(/^审核：/).waitFor();
  const first = page.url();
  await page.keyboard.press('j');
  await page.waitForURL((url) => url.href !== first);
  // The address changes first; the shortcuts belong to this page once its heading is shown.
  await page.getByText('第 2 / 3 份').waitFor();
  await page.keyboard.press('k');
  await page.waitForURL(first);

  await tabTo(page, /^记为补正/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('毕业证扫描件不清晰 ark');
  await tabTo(page, /./);
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByText('毕业证扫描件不清晰 ark').waitFor();
  await page.keyboard.press('Enter');
  await decided(page, '退回补正');
  await page.waitForURL((url) => url.href !== first);

  const second = page.url();
  // Shortcuts do nothing while the previous dialog fades out.
  await page.locator('.ant-modal-wrap:visible').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^审核通过/ }).waitFor();
  await page.keyboard.press('a');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Enter');
  await decided(page, '审核通过');
  await page.waitForURL((url) => url.href !== second);

  const statuses = await Promise.all(
    ids.map(async (id) => (await testStack.office.as('office').get(`/api/applications/${id}`).expect(200)).body.status),
  );
  expect(statuses.sort()).toEqual(['committee_audit', 'correction', 'payment']);
});

test('no browser had anything to complain about', () => {
  expect(testStack.complaints).toEqual([]);
});
