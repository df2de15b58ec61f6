import { get, type IncomingMessage } from 'node:http';
import nodemailer from 'nodemailer';
import { type MailInbox, startMailInbox } from '../../../ops/servers/mailInbox.js';

let inbox: MailInbox;
const logged: string[] = [];

beforeAll(async () => {
  inbox = await startMailInbox({ onLine: (line) => logged.push(line) });
});
afterAll(() => inbox.stop());

const authorization = () => `Basic ${Buffer.from(`${inbox.user}:${inbox.password}`).toString('base64')}`;

/** Asks as a program does that chooses its own Host, which `fetch` does not let one do. */
async function ask(path: string, headers: Record<string, string> = {}) {
  return await new Promise<IncomingMessage>((resolve, reject) => {
    get(
      `${inbox.webUrl}${path}`,
      { headers: { accept: 'text/html', authorization: authorization(), ...headers } },
      resolve,
    ).once('error', reject);
  });
}

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
  const page = await fetch(inbox.webUrl, { headers: { accept: 'text/html', authorization: authorization() } });
  expect(await page.text()).toContain('<html');
});

test('no letter is in the log', () => {
  expect(logged.join('\n')).not.toMatch(/补正|applicant@|office@/);
});

describe.each(['/api/email', '/', '/socket.io/?EIO=4&transport=polling'])('%s', (path) => {
  test('is shown to who has the password', async () => {
    expect((await ask(path)).statusCode).toBe(200);
    expect((await ask(path, { authorization: '' })).statusCode).toBe(401);
    expect((await ask(path, { authorization: 'Basic aW5ib3g6' })).statusCode).toBe(401);
  });

  test('is not shown under a name that is not its own', async () => {
    expect((await ask(path, { host: 'evil.example' })).statusCode).toBe(403);
  });

  test('is not shown to the page of another origin', async () => {
    const answer = await ask(path, { origin: 'http://evil.example' });
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

test('nobody sends through it without the password', async () => {
  const { hostname, port } = new URL(inbox.smtpUrl);
  const send = nodemailer
    .createTransport({ host: hostname, port: Number(port) })
    .sendMail({ to: 'a@b.cn', from: 'c@d.cn' });
  await expect(send).rejects.toThrow();
});
