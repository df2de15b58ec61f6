import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { sealingSecret } from '../../config/keys.js';
import { escapeHtml } from '../../documents/escapeHtml.js';
import { channelTo } from '../../rules/application/objections.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';

const windowLasts = 15 * 60_000;
const digits = 8;

/** The code of a contact for an objection to one notice, in one quarter of an hour. It follows from a secret and is kept nowhere. */
async function codeOf(dataDir: string, noticeId: string, contact: string, window: number): Promise<string> {
  const secret = await sealingSecret(dataDir);
  const about = `objection ${noticeId} ${contact.toLowerCase()} ${window}`;
  const number = createHmac('sha256', secret).update(about).digest().readUIntBE(0, 6);
  return String(number % 10 ** digits).padStart(digits, '0');
}

const windowOf = (now: Instant) => Math.floor(now / windowLasts);

/** Whether this is the code that was sent there within the last quarter of an hour, or shortly before. */
export async function isCodeOf(
  { dataDir, wallClock }: Pick<Deps, 'dataDir' | 'wallClock'>,
  { noticeId, contact, code }: { readonly noticeId: string; readonly contact: string; readonly code: string },
): Promise<boolean> {
  const window = windowOf(wallClock());
  const right = await Promise.all([window, window - 1].map((one) => codeOf(dataDir, noticeId, contact, one)));
  const given = Buffer.from(code.padEnd(digits).slice(0, digits));
  return code.length === digits && right.some((one) => timingSafeEqual(Buffer.from(one), given));
}

/**
 * Sends the code to somebody who wants to object.
 *
 * @throws Problem `body_invalid` for a contact no channel leads to, `mail_unreachable`
 */
export async function sendCode(
  { dataDir, wallClock, mailer, logger }: Pick<Deps, 'dataDir' | 'wallClock' | 'mailer' | 'logger'>,
  { noticeId, contact }: { readonly noticeId: string; readonly contact: string },
): Promise<void> {
  if (channelTo(contact) === null)
    throw new Problem(
      'body_invalid',
      { zh: '目前只能向电子邮箱发送验证码。', en: 'A code can be sent to a mail address only.' },
      { field: 'contact' },
    );
  const code = await codeOf(dataDir, noticeId, contact, windowOf(wallClock()));
  const lines = [
    `您正在对一份公示提出异议，验证码：${code}，15分钟内有效。`,
    `Your code for the objection to a public notice: ${code}. It is valid for 15 minutes.`,
    '不是您本人操作的，请不必理会。If this was not you, ignore this mail.',
  ];
  const messageId = `<${randomUUID()}@objection.pingshen>`;
  const html = `<!doctype html><html lang="zh-CN"><body>${lines.map((one) => `<p>${escapeHtml(one)}</p>`).join('')}</body></html>`;
  const subject = '【职称评审】异议验证码 / Code for your objection';
  try {
    await mailer.send({ to: [contact], subject, text: `${lines.join('\n')}\n`, html, messageId });
  } catch (error) {
    logger.warn({ code: (error as { code?: string }).code ?? 'failed' }, 'a code for an objection was not sent');
    throw new Problem('mail_unreachable', {
      zh: '验证码暂时发不出去，请稍后再试。',
      en: 'The code cannot be sent at the moment; please try again later.',
    });
  }
}
