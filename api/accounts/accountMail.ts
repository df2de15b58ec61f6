import { randomUUID } from 'node:crypto';
import { escapeHtml } from '../../documents/escapeHtml.js';
import { findPerson } from '../../records/people/people.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';

/** A message about an account: sent at once, and kept nowhere, because it may hold a secret. */
interface AccountMessage {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * Mails a message to a person in Chinese and English.
 *
 * @throws Problem `mail_unreachable`
 */
export async function mailPerson(
  { db, mailer, logger }: Pick<Deps, 'db' | 'mailer' | 'logger'>,
  personId: string,
  { title, lines }: AccountMessage,
): Promise<void> {
  const person = await findPerson(db, personId);
  if (!person) return;
  const text = `${[`${person.name}，您好：`, '', ...lines, '', '——', '本邮件由系统自动发送，请勿直接回复。'].join('\n')}\n`;
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body>${text
    .trim()
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('\n')}</body></html>`;
  const messageId = `<${randomUUID()}@account.pingshen>`;
  try {
    await mailer.send({ to: [person.email], subject: `【职称评审】${title}`, text, html, messageId });
  } catch (error) {
    logger.warn({ code: (error as { code?: string }).code ?? 'failed' }, 'a message about an account was not sent');
    throw new Problem('mail_unreachable', {
      zh: '邮件暂时发不出去，请稍后再试。',
      en: 'Mail cannot be sent at the moment; please try again later.',
    });
  }
}
