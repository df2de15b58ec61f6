import type { Page } from 'playwright-core';
import { until } from '../../ops/process/ports.js';
import { stories } from '../../simulation/story/story.js';
import { campaignId, type Name } from '../support/office.js';
import { fillDossier } from './support/papers.js';
import { startTestStack, type TestStack } from './support/testStack.js';

// A4 between margins of a centimetre, in pixels of a style sheet.
const paper = 718;
let testStack: TestStack;
let own: string;
let underReview: string;
let onPublicNotice: string;

beforeAll(async () => {
  testStack = await startTestStack('paper', '2024-07-25T10:00:00+08:00');
  const { office } = testStack;
  underReview = await office.application(stories.unit_review);
  onPublicNotice = await office.application(stories.unit_publicity);
  const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };
  own = (await office.as('stranger').post('/api/applications').send(draft).expect(201)).body.id;
  await fillDossier(office.as('stranger'), own);
}, 120_000);
afterAll(() => testStack.close());

/** Elements of a printed page that are illegible on white paper, cut off or useless there. */
const wrongOnPaper = (page: Page) =>
  page.evaluate<readonly string[]>(`(() => {
    const light = (colour) => {
      const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
      return alpha === 0 ? null : (red * 0.3 + green * 0.6 + blue * 0.1) / 255;
    };
    const wrong = [];
    const name = (one) => one.tagName.toLowerCase() + '.' + one.className;
    for (const one of document.querySelectorAll('body, body *')) {
      if (!one.checkVisibility()) continue;
      const style = getComputedStyle(one);
      const area = one.getBoundingClientRect().width * one.getBoundingClientRect().height;
      const ground = light(style.backgroundColor);
      if (ground !== null && ground < 0.5 && area > 20000) wrong.push('dark ground: ' + name(one));
      const says = [...one.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim() !== '');
      if (says && light(style.color) > 0.6) wrong.push('pale words: ' + name(one) + ' ' + one.textContent.slice(0, 30));
      if (one.matches('nav a, button.ant-btn')) wrong.push('of no use: ' + name(one));
    }
    if (document.documentElement.scrollWidth > innerWidth) wrong.push('cut off at the right');
    return wrong;
  })()`);

const pages: readonly (readonly [string, Name | null, () => string])[] = [
  ['an application', 'unit', () => `/applications/${underReview}`],
  ['my application', 'stranger', () => `/applicant/${own}`],
  ['the form', 'stranger', () => `/applicant/${own}/print`],
  ['the notice to be posted', 'unit', () => `/unit/${underReview}/notice`],
  ['the board', 'office', () => '/office'],
  ['a record with its proof', 'supervisor', () => `/supervisor/${underReview}`],
  ['the public notices', null, () => '/notices'],
  ['a public notice', null, () => `/notices/${onPublicNotice}`],
  ['an announcement', null, () => `/announcements/${campaignId}`],
];

test.each(pages)('%s, printed from a dark screen, is dark on white and whole', async (_name, who, path) => {
  const email = who === null ? '' : testStack.office.emailOf(who);
  const { page, open, leave } = await testStack.openBrowserSession(
    { email },
    { scheme: 'dark', signedOut: who === null },
  );
  await open(path());
  await page.waitForLoadState('networkidle');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: paper, height: 1000 });
  if (who !== null) await page.locator('html[style*="color-scheme: light"]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  expect(await wrongOnPaper(page)).toEqual([]);
  await leave();
});

/** The families that the purely Chinese texts of a page are drawn with, and whether each came with the page. */
async function chineseFonts(page: Page) {
  await page.evaluate(`for (const one of document.querySelectorAll('body *')) {
    const own = [...one.childNodes].filter((child) => child.nodeType === 3).map((child) => child.textContent.trim()).join('');
    if (/^\\p{Script=Han}+$/u.test(own) && one.checkVisibility()) one.setAttribute('data-han', '');
  }`);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[data-han]' });
  const used = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })));
  await session.detach();
  return used.flatMap(({ fonts }) => fonts);
}

/** The portal's own, or one of those a machine may have. */
const isReadable = ({ familyName, isCustomFont }: { readonly familyName: string; readonly isCustomFont: boolean }) =>
  isCustomFont || /PingFang|YaHei|Noto Sans/.test(familyName);

const forEverybody: readonly (readonly [string, () => string])[] = [
  ['/notices', () => '/notices'],
  ['a notice', () => `/notices/${onPublicNotice}`],
  ['/announcements', () => '/announcements'],
  ['an announcement', () => `/announcements/${campaignId}`],
  ['/verify', () => '/verify'],
  ['a page that is not there', () => '/notices/none'],
  ['/sign-in', () => '/sign-in'],
  ['/guide', () => '/guide'],
  ['/results', () => '/results'],
  ['/register', () => '/register'],
];

test('every public page brings a Chinese font for who has none, in print too, and is shown before it has come', async () => {
  const { page, leave } = await testStack.openBrowserSession({ email: '' }, { signedOut: true });
  const held: { release?: () => void } = {};
  const released = new Promise<void>((resolve) => {
    held.release = resolve;
  });
  await page.route('**/fonts.css', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${testStack.url}/notices`, { waitUntil: 'commit' });
  await page.evaluate(`new Promise((resolve) => new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) resolve(null);
  }).observe({ type: 'paint', buffered: true }))`);
  held.release?.();
  for (const [name, path] of forEverybody) {
    await page.goto(testStack.url + path(), { waitUntil: 'load' });
    await page.locator('h1').first().waitFor();
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      // Slices come when their letters are laid out.
      const readable = async () => {
        const fonts = await chineseFonts(page);
        return fonts.length > 0 && fonts.every(isReadable);
      };
      expect([name, media, await until(readable, { timeoutMs: 10_000 })]).toEqual([name, media, true]);
    }
    await page.emulateMedia({ media: 'screen' });
  }
  await leave();
});
