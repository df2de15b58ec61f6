import path from 'node:path';
import { inheritEnvironment, ROOT } from '../../config/environment.js';
import { lastLines } from '../process/lastLines.js';
import { type Launched, launch } from '../process/launch.js';
import { freePort, isAnswering, until } from '../process/ports.js';
import { throwawayFolder } from '../process/throwawayFolder.js';
import { removingAtStop } from './throwawayServer.js';

export interface MailInboxOptions {
  /** free ones when absent */
  readonly smtpPort?: number;
  readonly webPort?: number;
  /** where mails survive a restart; a temporary folder when absent */
  readonly folder?: string;
  /** the number of mails it keeps; newer ones push out the oldest. Default 5000 */
  readonly most?: number;
  readonly onLine?: (line: string) => void;
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
  /** every mail it has received, oldest first */
  mails(): Promise<InboxMail[]>;
}

// Its package.json does not export the command.
const PROGRAM = path.join(ROOT, 'node_modules', 'maildev', 'dist', 'bin', 'maildev.js');
// Bounds the disk space of a long run.
const MOST = 5000;

const kept = { remove: async () => {} };

/** Starts the mail inbox on 127.0.0.1 and waits until it accepts mail. */
export async function startMailInbox(options: MailInboxOptions = {}): Promise<MailInbox> {
  const { folder, remove } =
    options.folder === undefined ? await throwawayFolder() : { ...kept, folder: options.folder };
  const smtpPort = options.smtpPort ?? (await freePort());
  const webPort = options.webPort ?? (await freePort());
  const output = lastLines(options.onLine);
  const args = [
    ...[PROGRAM, '--smtp', String(smtpPort), '--ip', '127.0.0.1', '--web', String(webPort), '--web-ip', '127.0.0.1'],
    ...['--max-emails', String(options.most ?? MOST), '--mail-directory', folder],
  ];
  // It searches for a configuration file from the working directory upwards; none of the user's is meant for it.
  const server = await launch(process.execPath, args, { cwd: '/', env: inheritEnvironment(), onLine: output.onLine });
  const ready = async () => (await isAnswering(smtpPort)) && (await isAnswering(webPort));
  if (!(await until(ready, { timeoutMs: 20_000, stopped: server.exited }))) {
    await server.stop();
    await remove();
    throw new Error(`邮件收件箱没有启动 / the mail inbox did not start: ${output.tail()}`);
  }
  const webUrl = `http://127.0.0.1:${webPort}`;
  const mails = async () => (await (await fetch(`${webUrl}/api/email`)).json()) as InboxMail[];
  const smtpUrl = `smtp://127.0.0.1:${smtpPort}`;
  return removingAtStop({ ...server, smtpUrl, webUrl, mails }, remove);
}
