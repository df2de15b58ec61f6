import { createTransport } from 'nodemailer';
import type { CalendarFile } from '../documents/mail/calendarFile.js';
import type { RenderedLetter } from '../documents/mail/frameLetter.js';

export interface Mail extends RenderedLetter {
  readonly to: readonly string[];
  /** The same at every attempt, so that mail programs recognise a repeated letter. */
  readonly messageId: string;
  /** Attached to it. */
  readonly files?: readonly CalendarFile[];
}

/** Sends mail through an SMTP server. */
export interface Mailer {
  /** Resolves when the server has taken the mail. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Where no mail server is given: sending fails. */
export const noMailer: Mailer = {
  send: () => Promise.reject(new Error('no mail server is given')),
  close: () => undefined,
};

export interface MailerOptions {
  /** `smtp://user:password@host:port`, `smtps://…` */
  readonly smtpUrl: string;
  /** The sender, `职称评审 <pingshen@example.cn>`. */
  readonly from: string;
  /** Mails per second at most: most servers block faster senders. Default 10. */
  readonly perSecond?: number;
  readonly connections?: number;
}

/** A pool of SMTP connections with a limited rate. */
export function createMailer({ smtpUrl, from, perSecond = 10, connections = 3 }: MailerOptions): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    rateDelta: 1000,
    rateLimit: perSecond,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    send: async ({ to, files = [], ...mail }) => {
      // An automatic letter: no out-of-office answers.
      const headers = { 'Auto-Submitted': 'auto-generated' };
      const attachments = files.map(({ filename, method, content }) => ({
        filename,
        content,
        contentType: `text/calendar; charset=utf-8; method=${method}`,
      }));
      await transport.sendMail({ ...mail, from, to: [...to], headers, attachments });
    },
    close: () => transport.close(),
  };
}
