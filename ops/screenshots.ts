import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { inheritEnvironment, ROOT } from '../config/environment.js';
import { withPalette } from './documents/palettePng.js';
import { endOnSignal } from './process/endOnSignal.js';
import { type Launched, launch } from './process/launch.js';
import { freePort, until } from './process/ports.js';
import { throwawayFolder } from './process/throwawayFolder.js';
import { startBrowser } from './servers/browser.js';

interface Shot {
  readonly file: string;
  /** Of the demo. */
  readonly account: string;
  readonly width: 1440 | 390;
  open(page: Page): Promise<void>;
}

const FOLDER = path.join(ROOT, 'docs', 'screenshots');
/** In bytes: what a reader of the README waits for. */
const LARGEST = 150_000;

/** Opens a page of a list and then the first thing on it. */
const openFirst = (list: string, address: string) => async (page: Page) => {
  await page.goto(list);
  await page.locator(`a[href^="${address}/"]:not([href$="/new"])`).first().click();
  await page.waitForURL(`**${address}/*`);
};

const shots: readonly Shot[] = [
  {
    file: 'unit-queue',
    account: 'unit',
    width: 1440,
    open: async (page) => {
      await page.goto('/unit');
    },
  },
  { file: 'office-audit', account: 'office', width: 1440, open: openFirst('/office/audit', '/office/audit') },
  { file: 'meeting', account: 'chair', width: 1440, open: openFirst('/chair', '/chair/meetings') },
  { file: 'applicant-390', account: 'applicant2', width: 390, open: openFirst('/applicant', '/applicant') },
];

/** Starts the product with its demo in a folder of its own and takes the pictures of the documents. */
async function main(): Promise<void> {
  const { folder, remove } = await throwawayFolder();
  const { url, demo } = await startDemo(folder);
  try {
    const { password } = JSON.parse(await readFile(path.join(folder, 'keys', 'demo.json'), 'utf8'));
    await mkdir(FOLDER, { recursive: true });
    const browser = await startBrowser();
    for (const shot of shots) await take(browser, url, password, shot);
    await browser.close();
  } finally {
    await demo.stop();
    await remove();
  }
}

/** Runs `npm start` on free ports. */
async function startDemo(dataDir: string): Promise<{ readonly url: string; readonly demo: Launched }> {
  const api = await freePort();
  const names = ['postgres-port', 'temporal-port', 'temporal-ui-port', 'smtp-port', 'mail-port'];
  const ports = await Promise.all(names.map(async (name) => [`--${name}`, String(await freePort())]));
  const args = ['--import', 'tsx', path.join(ROOT, 'ops', 'start.ts'), '--port', String(api), ...ports.flat()];
  let ready = false;
  const demo = await launch(process.execPath, args, {
    cwd: ROOT,
    env: inheritEnvironment({ PINGSHEN_DATA: dataDir, PINGSHEN_PORT: undefined, PINGSHEN_PUBLIC_URL: undefined }),
    onLine: (line) => {
      console.log(line);
      ready ||= line.includes('all ready');
    },
  });
  if (await until(async () => ready, { timeoutMs: 600_000, stopped: demo.exited })) {
    return { url: `http://127.0.0.1:${api}`, demo };
  }
  throw new Error('演示没有就绪，见上 / the demo did not become ready, see above');
}

async function take(browser: Browser, url: string, password: string, { file, account, width, open }: Shot) {
  const viewport = { width, height: width === 390 ? 844 : 900 };
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const data = { email: `${account}@demo.example`, password };
  const signedIn = await context.request.post('/api/auth/sign-in', { data });
  if (!signedIn.ok()) throw new Error(`${account}: ${signedIn.status()}`);
  const { missingStep } = await (await context.request.get('/api/me')).json();
  if (missingStep === 'code') {
    const code = await context.request.post('/api/auth/demo-code', { data: { email: data.email } });
    await context.request.post('/api/auth/second-factor', { data: await code.json() });
  }
  const page = await context.newPage();
  await open(page);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  const picture = withPalette(await page.screenshot());
  if (picture.length > LARGEST) throw new Error(`${file}: ${picture.length} bytes`);
  await writeFile(path.join(FOLDER, `${file}.png`), picture);
  console.log(`docs/screenshots/${file}.png ${Math.round(picture.length / 1024)} kB ${page.url()}`);
  await context.close();
}

const end = endOnSignal(() => {});
await main().then(
  () => end(0),
  (error: unknown) => {
    console.error(error);
    return end(1);
  },
);
