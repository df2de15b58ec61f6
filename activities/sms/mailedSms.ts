import { randomUUID } from 'node:crypto';
import { createMailer } from '../mailer.js';
import type { Sms } from './sms.js';

/** Where short messages stand among the mails of the demo's inbox, by number. */
export const inboxAddressOf = (phone: string) => `${phone}@sms.inbox`;

/** Writes short messages into a mail inbox, where the demo reads them: each as a mail to its number. */
export function createMailedSms(url: URL): Sms {
  const mailer = createMailer({ smtpUrl: url.href, from: '短信 / SMS <sms@sms.inbox>' });
  return {
    async send({ phone, text }) {
      const messageId = `<${randomUUID()}@sms.pingshen>`;
      await mailer.send({ to: [inboxAddressOf(phone)], subject: `短信 / SMS ${phone}`, text, html: '', messageId });
    },
    close: () => mailer.close(),
  };
}
