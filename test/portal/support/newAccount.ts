import type { Page } from 'playwright-core';
import type { AuthenticatorClock } from '../../support/authenticatorClock.js';
import type { LetterBox } from '../../support/letterBox.js';
import { fromBase32 } from '../../support/people/fromBase32.js';
import { mailed } from './mailed.js';

/** Types a new password twice. */
export async function choosePassword(page: Page, newPassword: string): Promise<void> {
  await page.getByLabel('新密码', { exact: true }).fill(newPassword);
  await page.getByLabel('再次输入新密码').fill(newPassword);
}

interface Place {
  readonly inbox: LetterBox;
  readonly authenticatorClock: AuthenticatorClock;
}

/** Sets up one-time codes with the code from the mail. Returns the secret and the first recovery code. */
export async function setUpCodes(page: Page, email: string, { inbox, authenticatorClock }: Place) {
  await page.getByRole('heading', { name: '设置动态验证码' }).waitFor();
  await page.getByRole('button', { name: '设置动态验证码' }).click();
  const secret = fromBase32(((await page.locator('.enrolSecret').textContent()) ?? '').replaceAll(' ', ''));
  await page.getByLabel('动态验证码').fill(authenticatorClock.nextCode(secret));
  await page.getByLabel('邮件中的确认码').fill(await mailed(inbox, email, /确认码：(\d{6})/));
  await page.getByRole('button', { name: '确认', exact: true }).click();
  const recoveryCode = await page.getByRole('list', { name: '恢复码' }).locator('code').first().textContent();
  await page.getByRole('button', { name: '我已记下' }).click();
  return { secret, recoveryCode: recoveryCode ?? '' };
}
