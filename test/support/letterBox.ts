import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { InboxMail } from '../../ops/servers/mailInbox.js';

/** A mail with the files attached to it, as text. */
export interface ReceivedMail extends InboxMail {
  readonly files: readonly { readonly name: string; readonly type: string; readonly text: string }[];
}

/** An SMTP server of the test's own process that keeps what it takes: letters go no further. */
export interface LetterBox {
  readonly smtpUrl: string;
  /** every mail it has taken, oldest first */
  mails(): Promise<readonly ReceivedMail[]>;
  stop(): Promise<void>;
}

/** Starts one on 127.0.0.1. A process of its own, as the demo has, would take longer to start than most suites. */
export async function startLetterBox(): Promise<LetterBox> {
  const taken: Promise<ReceivedMail>[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // Names of machines are looked up in no network.
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push(parsed(Buffer.concat(chunks), taken.length));
        done();
      });
    },
  });
  // A client that is killed while it sends.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails: () => Promise.all(taken),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function parsed(source: Buffer, index: number): Promise<ReceivedMail> {
  const {
    subject = '',
    text,
    html,
    to,
    headerLines,
    attachments,
  } = await simpleParser(source, {
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  const lists = to === undefined ? [] : Array.isArray(to) ? to : [to];
  const values = headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()] as const);
  return {
    id: String(index),
    subject,
    ...(text === undefined ? {} : { text }),
    ...(html === false ? {} : { html }),
    to: lists.flatMap(({ value }) => value.flatMap(({ address }) => (address === undefined ? [] : [{ address }]))),
    headers: Object.fromEntries(values),
    files: attachments.map(({ filename = '', contentType, content }) => ({
      name: filename,
      type: contentType,
      text: content.toString('utf8'),
    })),
  };
}
