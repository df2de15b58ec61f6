import nodemailer from 'nodemailer';
import { type MailInbox, startMailInbox } from '../../../ops/servers/mailInbox.js';

let inbox: MailInbox;

beforeAll(async () => {
  inbox = await startMailInbox();
});
afterAll(() => inbox.stop());

test('a mail that is sent can be read, by a program and in a browser', async () => {
  const mail = {
    from: '评审 <office@example.org>',
    to: 'applicant@example.org',
    subject: '补正通知',
    text: '请于两日内补正',
  };
  await nodemailer.createTransport(inbox.smtpUrl).sendMail({ ...mail, messageId: '<1@pingshen>' });
  const [received] = await inbox.mails();
  expect(received).toMatchObject({ subject: '补正通知', text: '请于两日内补正' });
  expect(received?.headers['message-id']).toBe('<1@pingshen>');
  const page = await fetch(inbox.webUrl, { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain('<html');
});
