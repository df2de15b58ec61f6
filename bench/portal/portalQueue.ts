import type { Page } from 'playwright-core';
import type { Portal } from '../stack/portalStack.js';
import { openBrowserSession } from './portalPages.js';

// The browser reports no shorter interaction.
const SHORTEST = 16;

/**
 * Works through the queue of all applications: moves down and up, narrows and widens it, and changes the page.
 *
 * @returns the latency of each interaction in ms (Event Timing, to the next paint; those under 16 ms count as 16), and
 * the time until other rows were shown
 */
export async function workThrough(portal: Portal, count: number, slowness: number) {
  const { context, page } = await openBrowserSession(portal, 'clerk', slowness);
  try {
    await context.addInitScript({ content: watchInteractions });
    await page.goto('/operator/applications');
    const rows = page.locator('[data-row-link]');
    await rows.first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate('slow.clear()');
    const answers: number[] = [];
    let interactions = 0;
    const statuses = page.getByRole('group', { name: '按环节筛选' }).getByRole('button');
    const show = async (chip: number) => {
      const button = statuses.nth(chip);
      const [status = ''] = ((await button.textContent()) ?? '').split(/\s/);
      const began = performance.now();
      await button.click();
      await page
        .locator('main table[aria-busy="false"] tbody tr:first-child', { hasText: chip === 0 ? '' : status })
        .waitFor();
      answers.push(performance.now() - began);
      interactions += 1;
    };
    const choose = async (option: number) => {
      await page.getByRole('combobox').first().click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(option).click();
      await twoFrames(page);
      interactions += 2;
    };
    while (interactions < count) {
      for (const chip of [1, 2, 3, 0]) await show(chip);
      await choose(1);
      await choose(0);
      await page.waitForLoadState('networkidle');
      await rows.first().focus();
      for (const key of ['j', 'j', 'j', 'j', 'k', 'k']) {
        await page.keyboard.press(key);
        interactions += 1;
      }
    }
    await page.waitForTimeout(300);
    const slow = await page.evaluate<readonly number[]>('[...slow.values()]');
    const fast = Array<number>(Math.max(0, interactions - slow.length)).fill(SHORTEST);
    return { latencies: [...slow, ...fast], answers };
  } finally {
    await context.close();
  }
}

const twoFrames = (page: Page) =>
  page.evaluate('new Promise((there) => requestAnimationFrame(() => requestAnimationFrame(there)))');

/** Runs in the page: records the longest event of each interaction of 16 ms or more. */
const watchInteractions = `
  window.slow = new Map();
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId > 0) slow.set(interactionId, Math.max(duration, slow.get(interactionId) ?? 0));
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 });`;
