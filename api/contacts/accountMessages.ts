import { randomUUID } from 'node:crypto';
import type { SmsKind } from '../../activities/sms/smsKinds.js';
import { frameMessage } from '../../documents/mail/frameLetter.js';
import { findPerson } from '../../records/people/people.js';
import { channelTo } from '../../rules/people/contact.js';
import type { Deps } from '../deps.js';
import type { Limiters } from '../http/limiters.js';
import { Problem } from '../http/problem.js';

/** A message about an account: sent at once, and kept nowhere, because it may hold a secret. */
interface AccountMessage {
  readonly title: string;
  readonly lines: readonly string[];
}

type Sends = Pick<Deps, 'mailer' | 'sms' | 'logger'> & { readonly limiters: Pick<Limiters, 'shortMessages'> };

/**
 * Mails a message to a person in Chinese and English; one without an address gets nothing.
 *
 * @throws Problem `mail_unreachable`
 */
export async function mailPerson(
  deps: Pick<Deps, 'db' | 'mailer' | 'logger'>,
  personId: string,
  message: AccountMessage,
): Promise<void> {
  const person = await findPerson(deps.db, personId);
  if (person?.email == null) return;
  await mailTo(deps, person.email, { ...message, lines: [`${person.name}，您好：`, '', ...message.lines] });
}

/**
 * Mails a message to an address.
 *
 * @throws Problem `mail_unreachable`
 */
export async function mailTo(
  { mailer, logger }: Pick<Deps, 'mailer' | 'logger'>,
  email: string,
  { title, lines }: AccountMessage,
): Promise<void> {
  const messageId = `<${randomUUID()}@account.pingshen>`;
  try {
    await mailer.send({ ...frameMessage(title, lines), to: [email], messageId });
  } catch (error) {
    logger.warn({ code: (error as { code?: string }).code ?? 'failed' }, 'a message about an account was not sent');
    throw new Problem('mail_unreachable', {
      zh: '邮件暂时发不出去，请稍后再试。',
      en: 'Mail cannot be sent at the moment; please try again later.',
    });
  }
}

/** A message to a contact: by mail in full, by telephone in short. */
export interface ContactMessage extends AccountMessage {
  readonly short: { readonly kind: SmsKind; readonly values: readonly string[]; readonly text: string };
}

/**
 * Sends a message to an address or a telephone number.
 *
 * @throws Problem `body_invalid` for a contact no channel leads to, `mail_unreachable`, `too_many_requests`
 */
export async function sendTo(deps: Sends, contact: string, { short, ...mail }: ContactMessage): Promise<void> {
  const { sms, logger, limiters } = deps;
  const channel = channelTo(contact);
  if (channel === 'mail') return await mailTo(deps, contact, mail);
  if (channel === null || sms == null) throw noChannel(sms != null);
  await limiters.shortMessages('all');
  try {
    await sms.send({ phone: contact, ...short });
  } catch (error) {
    logger.warn(
      { code: (error as { code?: string }).code ?? 'failed' },
      'a short message about an account was not sent',
    );
    throw new Problem('mail_unreachable', {
      zh: '短信暂时发不出去，请稍后再试。',
      en: 'Short messages cannot be sent at the moment; please try again later.',
    });
  }
}

const noChannel = (sms: boolean) =>
  new Problem(
    'body_invalid',
    sms
      ? { zh: '应为邮箱或11位手机号。', en: 'It has to be an email address or a mobile number of 11 digits.' }
      : {
          zh: '应为邮箱；目前不能发送短信。',
          en: 'It has to be an email address; no short messages can be sent here.',
        },
    { field: 'contact' },
  );
