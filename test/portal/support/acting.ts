import type { Locator, Page } from 'playwright-core';

/** The open dialog. */
export const dialogOf = (page: Page): Locator => page.getByRole('dialog');

/** The label of the button that sends a form: 确认 and the act, without a second 确认. */
const confirming = (act: string) => new RegExp(`^(确认)?${act}$`);

/** Presses the button of an act, fills in and sends its form, and waits for the receipt. */
export async function perform(page: Page, act: string, fill: (form: Locator) => Promise<void> = async () => {}) {
  await openForm(page, act);
  await fill(dialogOf(page));
  await send(page, act);
  await page.getByRole('status').getByText(`${act}：已登记`).waitFor();
  await dialogOf(page).waitFor({ state: 'hidden' });
}

/** Presses the button of an act and waits for its form. */
export async function openForm(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  await dialogOf(page)
    .getByRole('button', { name: confirming(act) })
    .waitFor();
}

/** Sends the open form. */
export async function send(page: Page, act: string): Promise<void> {
  await dialogOf(page)
    .getByRole('button', { name: confirming(act) })
    .click();
}

/** Chooses from a select box with the mouse; `nth` of several with the same label. */
export async function choose(within: Locator, label: string, option: string, nth = 0): Promise<void> {
  await within.getByRole('combobox', { name: label }).nth(nth).click();
  await within.page().locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
}

/** The status of the application after reloading its page. */
export async function seesStatus(page: Page, status: string): Promise<void> {
  const tag = page.getByRole('heading', { name: '可办理事项' }).getByText(status);
  for (let tries = 0; tries < 20; tries += 1) {
    await page.reload();
    await page.getByRole('heading', { name: '可办理事项' }).waitFor();
    if (await tag.isVisible()) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`the page does not say ${status}: ${await page.getByRole('main').textContent()}`);
}
