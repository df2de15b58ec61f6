import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Database } from '../../../records/database.js';
import { sessionCookie } from '../../../simulation/hurried/provenSession.js';
import { sessionFor } from '../../support/session.js';

/** A person with an account. */
export interface Person {
  readonly email: string;
}

/** An error or warning in a browser's console. */
export interface Complaint {
  readonly page: string;
  readonly problemText: string;
}

export interface BrowserSessionOptions {
  readonly width?: 1440 | 390;
  readonly scheme?: 'light' | 'dark';
  /** does not sign in */
  readonly signedOut?: boolean;
  /** HTTP statuses the test provokes: the browser logs "Failed to load resource" for each. */
  readonly expected?: readonly number[];
}

/** A signed-in person with their own browser context. */
export interface BrowserSession {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens a path of the portal and waits for its heading. */
  open(path: string): Promise<void>;
  leave(): Promise<void>;
}

interface Place {
  readonly db: Database;
  readonly browser: Browser;
  readonly url: string;
  readonly complaints: Complaint[];
}

/** Opens browser sessions; errors and warnings of their consoles are collected in `complaints`. */
export function browserSessionOf({ browser, db, url, complaints }: Place) {
  return async ({ email }: Person, sessionOptions: BrowserSessionOptions = {}): Promise<BrowserSession> => {
    const { width = 1440, scheme = 'light', signedOut = false } = sessionOptions;
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height: width === 390 ? 844 : 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(20_000);
    context.on('page', (page) => listen(page, sessionOptions.expected ?? [], complaints));
    if (!signedOut) await signIn(context, { db, url }, email);
    const page = await context.newPage();
    return {
      context,
      page,
      open: async (path) => {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
      },
      leave: () => context.close(),
    };
  };
}

/** Signs in without the form. */
export async function signIn(
  context: BrowserContext,
  { db, url }: Pick<Place, 'db' | 'url'>,
  email: string,
): Promise<void> {
  const { id } = await db.user.findUniqueOrThrow({ where: { email } });
  const value = await sessionFor(db, id);
  await context.addCookies([{ name: sessionCookie, value, url, httpOnly: true, sameSite: 'Lax' }]);
}

function listen(page: Page, expected: readonly number[], complaints: Complaint[]): void {
  const wrong = (problemText: string) => complaints.push({ page: page.url(), problemText });
  page.on('pageerror', (error) => wrong(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const status = Number(/^Failed to load resource: .* status of (\d+)/.exec(message.text())?.[1]);
    if (!expected.includes(status)) wrong(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
}
