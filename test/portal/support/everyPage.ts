import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { ROOT } from '../../../config/environment.js';
import { feesOf } from '../../../records/payment/feeCodes.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { stories } from '../../../simulation/story/story.js';
import { deputySenior } from '../../support/facts.js';
import { campaignId, type Name } from '../../support/office.js';
import { codePrefix, recoder } from '../../support/recoded.js';
import { completeDossier } from '../../unit/rules/completeDossier.js';
import type { BrowserSession } from './browserSession.js';
import { conveneMeeting } from './convenedMeeting.js';
import { drawCommittee } from './expertPool.js';
import { holdSession } from './heldSession.js';
import { fillDossier } from './papers.js';
import { putOnNotice } from './publicNotice.js';
import { addressOf, browserSessionOfRoute, routes, type Subject } from './routes.js';
import { startTestStack, type TestStack } from './testStack.js';

const screenshots = path.join(ROOT, '.data', 'screenshots');
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
// The statuses of applications on the third day of the audit.
const snapshot = [
  'unit_review',
  'recommendation',
  'superior_review',
  'committee_audit',
  'correction',
  'payment',
] as const;

const widths = [1440, 390] as const;
type Width = (typeof widths)[number];
type Scheme = 'light' | 'dark';

/**
 * Checks pages of the portal on a desk and on a telephone, light and dark: each fits the width, meets WCAG 2.2 AA and logs
 * nothing to the console, and shows each code of the campaign by its label. Each is opened once and then resized, which takes half the time of opening it twice.
 * Of one that does not, a screenshot is kept under .data/screenshots.
 */
export function lookAtPages(name: string, chosen: (route: string) => boolean): void {
  let testStack: TestStack;
  const ids = new Map<Subject, string>();
  const browserSessions = new Map<Name | null, BrowserSession>();

  beforeAll(async () => {
    await mkdir(screenshots, { recursive: true });
    testStack = await startTestStack(`pages-${name}`, '2024-08-12T10:00:00+08:00', recoder(aksu2024));
    const { office } = testStack;
    const applicantId = office.ids.applicant;
    for (const status of snapshot) {
      ids.set(status, await office.application(stories[status], status === 'correction' ? { applicantId } : {}));
    }
    const { level, track, specialty } = office.own(deputySenior);
    const draft = { campaignId, level, track, specialty };
    const { id } = (await office.as('stranger').post('/api/applications').send(draft).expect(201)).body;
    ids.set('draft', id);
    const begun = await office
      .as('office')
      .post('/api/campaign-drafts')
      .send({ basis: { kind: 'campaign', id: campaignId } });
    ids.set('campaignDraft', begun.body.id);
    ids.set('fee', (await feesOf(testStack.db, idOf('payment')))[0]?.code ?? '');
    await fillDossier(office.as('stranger'), id, office.own(completeDossier));
    await testStack.park(idOf('payment'), 'mail:1', '邮件服务器没有回答');
    await drawCommittee(testStack.db, office, idOf('committee_audit'));
    ids.set('meeting', await conveneMeeting(testStack));
    ids.set('notice', await putOnNotice(testStack));
    ids.set('session', await holdSession(testStack, idOf('committee_audit')));
  }, 120_000);
  afterAll(() => testStack.close());

  function idOf(status: Subject): string {
    const id = ids.get(status);
    if (id === undefined) throw new Error(`nobody stands in ${status}`);
    return id;
  }

  /** The person's browser session, reused from page to page. */
  async function browserSessionFor(route: string): Promise<BrowserSession> {
    const who = browserSessionOfRoute(route);
    const email = who === null ? '' : testStack.office.emailOf(who);
    const browserSession =
      browserSessions.get(who) ?? (await testStack.openBrowserSession({ email }, { signedOut: who === null }));
    browserSessions.set(who, browserSession);
    return browserSession;
  }

  let openRoute: string | null = null;

  /** The page at a width in a scheme; opened when it is not open yet. */
  async function pageAt(route: string, width: Width, scheme: Scheme): Promise<Page> {
    const { page, open } = await browserSessionFor(route);
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    await page.emulateMedia({ colorScheme: scheme });
    if (openRoute !== route) await open(addressOf(route, idOf));
    openRoute = route;
    await untilShown(page, scheme);
    return page;
  }

  const views = routes
    .filter(chosen)
    .flatMap((route, index) => widths.map((width) => [route, width, analysedScheme(index, width)] as const));
  test.each(views)('%s at %i', async (route, width, scheme) => {
    const before = testStack.complaints.length;
    const page = await pageAt(route, width, scheme);
    const found = await barriers(page);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    const complaints = testStack.complaints.slice(before);
    const codes = await codesShown(page);
    // A picture of every page would take as long as looking at it.
    if (wide !== width || found.length + complaints.length + codes.length > 0) {
      const file = path.join(screenshots, `${nameOf(route)}-${width}.jpeg`);
      await page.screenshot({ path: file, quality: 70, fullPage: true });
    }
    expect({ wide, found, complaints, codes }).toEqual({ wide: width, found: [], complaints: [], codes: [] });
  });
}

/**
 * The scheme in which a page is analysed at a width. An analysis takes a second and more, so a page has one at each width
 * and one in each scheme; which go together alternates, so that what pages share is seen in all four combinations.
 */
function analysedScheme(index: number, width: Width): Scheme {
  return (index % 2 === 0) === (width === 1440) ? 'light' : 'dark';
}

/** Waits until the page stands still in a scheme; it renders again for it, and only then its colours begin to change. */
async function untilShown(page: Page, scheme: Scheme): Promise<void> {
  await page.locator(`html[style*="color-scheme: ${scheme}"]`).waitFor({ state: 'attached' });
  await untilStill(page);
}

const nameOf = (route: string) => route.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'home';

/** Violations of WCAG 2.2 AA. */
async function barriers(page: Page) {
  // Describing what passed, and merging frames in a second page, would take longer than the analysis.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.withTags(standards).analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.slice(0, 4).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
  }));
}

/** Codes of the campaign in what people see of a page, or hear of it. */
async function codesShown(page: Page): Promise<readonly string[]> {
  return await page.evaluate(`(() => {
    const heard = ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll('[' + name + ']')].map((one) => one.getAttribute(name)),
    );
    const typed = [...document.querySelectorAll('textarea, input:not([type=radio], [type=checkbox])')].map((one) => one.value);
    const read = [document.title, document.body.innerText, ...heard, ...typed];
    return read.flatMap((text) => text.match(/.{0,40}${codePrefix}.{0,40}/g) ?? []);
  })()`);
}

/** Waits until everything is loaded and every finite animation has ended. */
async function untilStill(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(`(async () => {
    await document.fonts.ready;
    const ends = (one) => one.effect?.getComputedTiming().iterations !== Infinity;
    await Promise.all(document.getAnimations().filter(ends).map((one) => one.finished.catch(() => undefined)));
  })()`);
}
