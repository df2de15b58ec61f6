import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { inheritEnvironment, ROOT } from '../../config/environment.js';
import { lastLines } from '../process/lastLines.js';
import { type Launched, launch } from '../process/launch.js';
import { freePort, until } from '../process/ports.js';
import { throwawayFolder } from '../process/throwawayFolder.js';
import { removingAtStop } from './throwawayServer.js';

export interface MailInboxOptions {
  /** free ones when absent */
  readonly smtpPort?: number;
  readonly webPort?: number;
  /** where mails survive a restart; a temporary folder when absent */
  readonly folder?: string;
  /** the password of the user `inbox`, for reading and sending; a new one when absent */
  readonly password?: string;
  /** the number of mails it keeps; newer ones push out the oldest. Default 5000 */
  readonly most?: number;
  readonly onLine?: (line: string) => void;
}

/** What the inbox's program is told. */
export interface InboxSettings {
  readonly smtpPort: number;
  readonly webPort: number;
  readonly folder: string;
  readonly most: number;
  readonly user: string;
  readonly password: string;
}

/** A mail as the inbox returns it; the fields that tests read. */
export interface InboxMail {
  readonly id: string;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly to: readonly { readonly address: string }[];
  readonly headers: Readonly<Record<string, string>>;
}

/** A running mail inbox: mails sent to it go no further and can be read in a browser. */
export interface MailInbox extends Launched {
  readonly smtpUrl: string;
  readonly webUrl: string;
  readonly user: string;
  readonly password: string;
  /** every mail it has received, oldest first */
  mails(): Promise<InboxMail[]>;
}

const PROGRAM = path.join(ROOT, 'ops', 'servers', 'mailInboxProgram.ts');
const RUNNER = path.join(ROOT, 'ops', 'run.mjs');
const USER = 'inbox';
// Bounds the disk space of a long run.
const MOST = 5000;

/** What its program says once both ports are its own: another program's answer on one of them is no readiness. */
export const INBOX_READY = 'ready';

const kept = { remove: async () => {} };

/** Starts the mail inbox on 127.0.0.1 and waits until it accepts mail. It asks for its password and logs no letter. */
export async function startMailInbox(options: MailInboxOptions = {}): Promise<MailInbox> {
  const { folder, remove } =
    options.folder === undefined ? await throwawayFolder() : { ...kept, folder: options.folder };
  const smtpPort = options.smtpPort ?? (await freePort());
  const webPort = options.webPort ?? (await freePort());
  const output = lastLines(options.onLine);
  const password = options.password ?? randomBytes(12).toString('base64url');
  const settings: InboxSettings = { smtpPort, webPort, folder, most: options.most ?? MOST, user: USER, password };
  // Not as an argument: every user of the machine sees those.
  const env = inheritEnvironment({ INBOX: JSON.stringify(settings) });
  const server = await launch(process.execPath, [RUNNER, PROGRAM], { cwd: ROOT, env, onLine: output.onLine });
  const ready = async () => output.lines.includes(INBOX_READY);
  if (!(await until(ready, { timeoutMs: 60_000, stopped: server.exited }))) {
    await server.stop();
    await remove();
    throw new Error(`邮件收件箱没有启动 / the mail inbox did not start: ${output.tail()}`);
  }
  const webUrl = `http://127.0.0.1:${webPort}`;
  const authorization = `Basic ${Buffer.from(`${USER}:${password}`).toString('base64')}`;
  const mails = async () => {
    try {
      return (await (await fetch(`${webUrl}/api/email`, { headers: { authorization } })).json()) as InboxMail[];
    } catch (cause) {
      const said = `${webUrl}: ${output.tail()}`;
      throw new Error(`邮件收件箱没有回答 / the mail inbox did not answer: ${said}`, { cause });
    }
  };
  const smtpUrl = `smtp://${USER}:${password}@127.0.0.1:${smtpPort}`;
  return removingAtStop({ ...server, smtpUrl, webUrl, user: USER, password, mails }, remove);
}
