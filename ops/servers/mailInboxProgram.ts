import { createAPIServer } from '@maildev/api';
import { FileStorage } from '@maildev/core';
import { createSMTPServer } from '@maildev/smtp';
import { registerUI } from '@maildev/ui/server';
import { guardInbox } from './inboxGuard.js';
import { INBOX_READY, type InboxSettings } from './mailInbox.js';

// The parts of MailDev without its command, which logs sender, recipient and subject of every letter.
const { smtpPort, webPort, folder, most, user, password } = JSON.parse(process.env.INBOX ?? '{}') as InboxSettings;
const host = '127.0.0.1';
const storage = new FileStorage({ mailDirectory: folder, maxEmails: most });
await storage.initialize();
const auth = { user, pass: password };
const smtp = createSMTPServer({ port: smtpPort, host, storage, mailDir: folder, logger: false, auth });
smtp.on('error', () => undefined);
await smtp.start();
await smtp.pruneMailDir(most);
await smtp.loadMailsFromDirectory();

const api = createAPIServer({ port: webPort, host, basePath: '', storage, smtp, cors: { origin: false } });
await api.registerPlugins();
await registerUI(api.server, { basePath: '' });
await api.listen();
guardInbox(api.server.server, { port: webPort, user, password });
console.log(INBOX_READY);

process.once('SIGTERM', async () => {
  await api.stop();
  await smtp.stop();
  await storage.close();
  process.exit(0);
});
