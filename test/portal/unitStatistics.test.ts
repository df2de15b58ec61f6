import { randomUUID } from 'node:crypto';
import { insertApplication } from '../../records/application/insertApplication.js';
import { nextNumber } from '../../records/application/nextNumber.js';
import { openDraft } from '../../rules/application/opening.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { calendar2024, deputySenior } from '../support/facts.js';
import { campaignId } from '../support/office.js';
import { startTestStack, type TestStack } from './support/testStack.js';

const units = 60;
let testStack: TestStack;
beforeAll(async () => {
  testStack = await startTestStack('unit-statistics', '2024-08-12T10:00:00+08:00');
  for (let number = 10; number < 10 + units; number += 1) {
    const id = `unit-${number}`;
    await testStack.db.unit.create({
      data: { id, name: `阿克苏地区第${number}机械制造有限责任公司`, kind: 'state_enterprise' },
    });
    for (let more = 0; more <= number % 7; more += 1) {
      const applicantId = randomUUID();
      await testStack.db.user.create({ data: { id: applicantId, name: '张三', email: `${applicantId}@example.cn` } });
      const place = { campaignId, applicantId, unitId: id, chain: [], profile: deputySenior };
      const facts = openDraft({ applicationId: randomUUID(), ...place }, aksu2024, calendar2024);
      const draft = { number: await nextNumber(testStack.db, campaignId), openedAt: await testStack.now() };
      await insertApplication(testStack.db.pool, facts, draft);
    }
  }
}, 120_000);
afterAll(() => testStack.close());

const look = async (width: 1440 | 390) => {
  const browserSession = await testStack.openBrowserSession({ email: testStack.office.emailOf('office') }, { width });
  await browserSession.open('/office/statistics');
  return browserSession.page;
};

test('sixty units stand in a table that keeps its head, and sorts by a press on it', async () => {
  const page = await look(1440);
  const rows = page.locator('.unitTable tbody tr');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(units);
  const counts = async () => (await rows.locator('td:nth-child(2)').allTextContents()).map(Number);
  expect(await counts()).toEqual((await counts()).toSorted((a, b) => b - a));
  await page.locator('.unitTable thead').getByRole('button', { name: '用人单位' }).click();
  expect(await rows.first().textContent()).toContain('第10机械');
  expect(await page.locator('.unitTable th[aria-sort="ascending"]').textContent()).toContain('用人单位');
  await page.screenshot({ path: '.data/screenshots/unit-statistics-1440.png', fullPage: true });
  await rows.nth(40).scrollIntoViewIfNeeded();
  const [head] = await page
    .locator('.unitTable thead th')
    .first()
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(head).toBeGreaterThanOrEqual(0);
});

test('on paper it is no wider than the sheet', async () => {
  const page = await look(1440);
  await page.locator('.unitTable').waitFor();
  await page.emulateMedia({ media: 'print' });
  // A4 between margins of a centimetre, in pixels of a style sheet.
  const narrowest = `(() => {
    const table = document.querySelector('.unitTable');
    table.style.width = 'min-content';
    return table.getBoundingClientRect().width;
  })()`;
  expect(await page.evaluate(narrowest)).toBeLessThanOrEqual(718);
  await page.screenshot({ path: '.data/screenshots/unit-statistics-print.png', fullPage: true });
});

test('on a telephone each is a card with the counts that are not nought', async () => {
  const page = await look(390);
  const cards = page.locator('.queueCard');
  await cards.first().waitFor();
  expect(await cards.count()).toBe(units);
  expect(await cards.first().textContent()).not.toContain('视为放弃');
  await page.screenshot({ path: '.data/screenshots/unit-statistics-390.png' });
});
