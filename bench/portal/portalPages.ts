import type { Portal, PortalUser } from '../stack/portalStack.js';

/** A page opened with an empty browser cache. */
export interface PageToOpen {
  readonly name: string;
  readonly user: PortalUser;
  readonly path: string;
}

/** Measurements of opening a page; times in ms from the start of the navigation. */
export interface Opened {
  /** gzipped JavaScript in bytes; chart code is counted apart */
  readonly script: number;
  readonly charts: number;
  /** largest contentful paint */
  readonly paint: number;
  /** the end of the last task over 50 ms before everything was loaded: from then on a click is answered at once */
  readonly interactive: number;
}

interface Seen {
  readonly paint: number;
  readonly busyUntil: number;
}
interface Script {
  readonly name: string;
  readonly size: number;
}

/** The pages of each role; the first has the tightest budget. */
export const pagesOf = ({ applicationId, campaignId }: Portal): readonly PageToOpen[] => [
  { name: 'applicant, first page', user: 'applicant', path: '/applicant' },
  { name: 'one application', user: 'applicant', path: `/applications/${applicationId}` },
  { name: 'unit, queue', user: 'clerk', path: '/unit' },
  { name: 'department, queue', user: 'clerk', path: '/department' },
  { name: 'office, board', user: 'clerk', path: '/office' },
  { name: 'office, queue', user: 'clerk', path: '/office/queue' },
  { name: 'office, audit', user: 'clerk', path: `/office/audit/${applicationId}` },
  { name: 'office, policy', user: 'clerk', path: `/office/campaigns/${campaignId}/policy` },
  { name: 'office, calendar', user: 'clerk', path: `/office/campaigns/${campaignId}/calendar` },
  { name: 'finance', user: 'clerk', path: '/finance' },
  { name: 'supervisor', user: 'clerk', path: '/supervisor' },
  { name: 'operator', user: 'clerk', path: '/operator' },
  { name: 'help', user: 'clerk', path: '/help' },
];

/** Opens a browser context with the processor slowed by a factor. */
export async function openBrowserSession(portal: Portal, user: PortalUser, slowness: number) {
  const context = await portal.browser.newContext({
    baseURL: portal.publicUrl,
    viewport: { width: 1440, height: 900 },
    storageState: portal.sessionOf(user),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    extraHTTPHeaders: { 'accept-encoding': 'gzip' },
  });
  await context.addInitScript({ content: watch });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  return { context, page };
}

/** Opens a page once and measures it. */
export async function openOnce(portal: Portal, { user: who, path }: PageToOpen, slowness: number): Promise<Opened> {
  const { context, page } = await openBrowserSession(portal, who, slowness);
  try {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    const { paint, busyUntil } = await page.evaluate<Seen>('seen');
    const all = await page.evaluate<readonly Script[]>(scripts);
    const weight = (isChart: boolean) =>
      all.reduce((sum, { name, size }) => sum + (/chart/i.test(name) === isChart ? size : 0), 0);
    return { script: weight(false), charts: weight(true), paint, interactive: Math.max(paint, busyUntil) };
  } finally {
    await context.close();
  }
}

/** The time an empty document takes to paint: the lower bound of every page. */
export async function openNothing(portal: Portal, slowness: number): Promise<number> {
  const { context, page } = await openBrowserSession(portal, 'clerk', slowness);
  try {
    await context.route('**/nothing', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>·</h1>' }));
    await page.goto('/nothing');
    return await page.evaluate<number>(
      'new Promise((there) => requestAnimationFrame(() => requestAnimationFrame(there)))',
    );
  } finally {
    await context.close();
  }
}

/** Runs in the page before anything else: records the largest paint and the end of the last long task. */
const watch = `
  window.seen = { paint: 0, busyUntil: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.paint = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.busyUntil = startTime + duration;
  }).observe({ type: 'longtask', buffered: true });`;

/** The loaded scripts, with the size of their compressed bodies. */
const scripts = `performance.getEntriesByType('resource')
  .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
  .map(({ name, encodedBodySize }) => ({ name, size: encodedBodySize }))`;
