import type { Portal } from '../stack/portalStack.js';

/** A slow telephone on a slow network. */
export const slowVisit = { slowness: 4, kilobits: 400, latency: 100 } as const;

/** The first visit of somebody who has never opened the portal; times in ms from the start of the navigation. */
export interface FirstVisit {
  /** the first text on the screen */
  readonly readable: number;
  /** the fields of the sign-in page are painted, and what is typed arrives */
  readonly usable: number;
  /** bytes on the wire until then, headers included */
  readonly weight: number;
}

/** Opens the sign-in page as a telephone does that has nothing of it yet, and types into it. */
export async function visitFirst({ browser, publicUrl }: Portal): Promise<FirstVisit> {
  const { slowness, kilobits, latency } = slowVisit;
  const context = await browser.newContext({
    baseURL: publicUrl,
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  try {
    await context.addInitScript({ content: watch });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    let weight = 0;
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      weight += encodedDataLength;
    });
    await cdp.send('Network.enable');
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    const throughput = (kilobits * 1000) / 8;
    const speed = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput };
    await cdp.send('Network.emulateNetworkConditions', speed);
    await page.goto('/sign-in', { waitUntil: 'commit' });
    const field = page.locator('form input').first();
    await field.waitFor({ timeout: 60_000 });
    const arrived = weight;
    await field.pressSequentially('a');
    await page.waitForFunction('seen.typed > 0');
    const { readable, usable } = await page.evaluate<Omit<FirstVisit, 'weight'>>(seen);
    return { readable, usable, weight: arrived };
  } finally {
    await context.close();
  }
}

/** Runs in the page before anything else: when the form has been painted, and when a typed character has arrived. */
const watch = `
  window.seen = { painted: 0, typed: 0 };
  new MutationObserver((_, own) => {
    if (!document.querySelector('form input')) return;
    own.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => (seen.painted = performance.now())));
  }).observe(document, { childList: true, subtree: true });
  addEventListener('input', () => (seen.typed = performance.now()));`;

const seen = `({
  readable: performance.getEntriesByName('first-contentful-paint')[0].startTime,
  usable: Math.max(seen.painted, seen.typed),
})`;
