import { stories } from '../../simulation/story/story.js';
import { campaignId, type Name } from '../support/office.js';
import { dialogOf } from './support/acting.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
beforeAll(async () => {
  testStack = await startTestStack('in_english', '2024-08-12T10:00:00+08:00');
}, 120_000);
afterAll(() => testStack.close());

/** A person who uses the portal in English. */
async function reading(who: Name, route: string) {
  const browserSession = await testStack.openBrowserSession(
    { email: testStack.office.emailOf(who) },
    { expected: [422] },
  );
  await browserSession.context.addInitScript(`localStorage.setItem('language', 'en')`);
  await browserSession.open(route);
  return browserSession;
}

/**
 * Chinese text within an element that is not marked as Chinese: citations, names and free text carry `lang="zh-CN"`. A
 * clause that an explanation cites is in brackets.
 */
const unmarkedIn = (selector: string) => `(() => {
  const said = [];
  const walk = document.createTreeWalker(document.querySelector(${JSON.stringify(selector)}), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const language = node.parentElement.closest('[lang]').lang;
    const text = node.textContent.replace(/\\([^()]*\\)/gu, '');
    if (language === 'en' && /\\p{Script=Han}/u.test(text)) said.push(text.trim());
  }
  return said;
})()`;
const shown = '.ant-popover:not(.ant-popover-hidden)';

describe('Whoever reads English', () => {
  test('is told in English why an act is not possible now, and how a deadline was counted', async () => {
    const id = await testStack.office.application(stories.unit_review);
    await testStack.office.as('unit').post(`/api/applications/${id}/actions/post_publicity`).send({}).expect(200);
    const { page } = await reading('unit', `/applications/${id}`);
    await page
      .getByRole('button', { name: /Not possible now/ })
      .first()
      .click();
    await page.getByRole('tooltip').getByText('No objection is waiting.').waitFor();
    expect(await page.evaluate(unmarkedIn(shown))).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator(shown).waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'End of the unit publicity: How it is counted' }).click();
    const why = page.getByRole('tooltip');
    await why.getByText(/^End of the unit publicity: 2024-08-19 24:00 .* 5 working days after 2024-08-12/).waitFor();
    await why.getByText('Saturday', { exact: true }).waitFor();
    expect(await page.evaluate(unmarkedIn(shown))).toEqual([]);
  });

  test('is refused in English, with what is missing section by section', async () => {
    const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };
    const { id } = (await testStack.office.as('stranger').post('/api/applications').send(draft).expect(201)).body;
    const { page } = await reading('stranger', `/applicant/${id}/checklist`);
    await page.getByText('Please fill in: gender.').waitFor();
    await page.getByText('Please upload: Identity card.').waitFor();
    expect(await page.evaluate(unmarkedIn('main'))).toEqual([]);
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await dialogOf(page)
      .getByRole('button', { name: /Submit$/ })
      .click();
    const refused = dialogOf(page).getByRole('alert');
    await refused.getByText(/^The dossier still lacks \d+ items/).waitFor();
    await refused.getByText('Please fill in: gender.').waitFor();
    expect(await page.evaluate(unmarkedIn('[role=dialog]'))).toEqual([]);
  });

  test('finds the policy, and what the linter says of it, in English', async () => {
    const { page } = await reading('office', `/office/campaigns/${campaignId}/policy`);
    await page
      .getByText(/^A unit publicity has to be posted by 2024-08-22/)
      .first()
      .waitFor();
    await page.getByText('Working days of the unit publicity', { exact: true }).waitFor();
    expect(await page.evaluate(unmarkedIn('main'))).toEqual([]);
  });
});
