import { recommendationAttachments } from '../../rules/dossier/checklist.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { unitDecision } from '../../simulation/hurried/bodies.js';
import { stories } from '../../simulation/story/story.js';
import type { Name } from '../support/office.js';
import { campaignId } from '../support/office.js';
import { completeDossier } from '../unit/rules/completeDossier.js';
import { choose, perform, seesStatus } from './support/acting.js';
import { attach, fillDossier } from './support/papers.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;

beforeAll(async () => {
  testStack = await startTestStack('asides', '2024-07-24T10:00:00+08:00');
}, 120_000);
afterAll(() => testStack.close());

/** The page of an application, opened by a person. */
async function pageOf(id: string, name: Name) {
  const { page, open } = await testStack.openBrowserSession({ email: testStack.office.emailOf(name) });
  await open(`/applications/${id}`);
  return page;
}

/** A complete, submitted application of the applicant. */
async function submitted(): Promise<string> {
  const as = testStack.office.as('applicant');
  const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };
  const { id } = (await as.post('/api/applications').send(draft).expect(201)).body;
  await fillDossier(as, id, completeDossier);
  await as.post(`/api/applications/${id}/actions/submit`).send({}).expect(200);
  return id;
}

describe('An objection to the publicity', () => {
  test('that the unit upholds ends the application, after the unit has confirmed that it understands', async () => {
    const id = await testStack.office.application(stories.unit_review);
    const unit = await pageOf(id, 'unit');
    await perform(unit, '发布单位公示');
    const supervisor = await pageOf(id, 'supervisor');
    await perform(supervisor, '登记异议', async (form) => {
      await form.getByLabel('理由').fill('业绩材料与本人不符');
      await form.getByLabel('异议人姓名（可不填）').fill('李四');
    });
    await seesStatus(unit, '单位公示');
    await perform(unit, '办结异议', async (form) => {
      await form.getByLabel('成立', { exact: true }).check();
      await form.getByLabel('理由').fill('经核实，异议成立');
    });
    await seesStatus(unit, '不予推荐');
  });
});

describe('A correction and what comes after a deadline', () => {
  let corrected: string;
  let lapsed: string;

  test('two applications are on their way to the committee', async () => {
    corrected = await submitted();
    const as = testStack.office.as('unit');
    await as.post(`/api/applications/${corrected}/actions/post_publicity`).send({}).expect(200);
    await testStack.moveTo('2024-08-01T10:00:00+08:00');
    for (const kind of recommendationAttachments(aksu2024)) await attach(as, corrected, kind);
    const decided = unitDecision('2024-07-20');
    await as.post(`/api/applications/${corrected}/actions/recommend`).send(decided).expect(200);
    await testStack.office.as('department').post(`/api/applications/${corrected}/actions/forward`).send({}).expect(200);
    await testStack.moveTo('2024-08-12T10:00:00+08:00');
    lapsed = await testStack.office.application(stories.committee_audit);
  });

  test('the office returns one with two defects, told at once', async () => {
    const office = await pageOf(corrected, 'office');
    await perform(office, '退回补正', async (form) => {
      await choose(form, '材料', '学历学位');
      await form.getByLabel('内容').fill('学历');
      await form.getByLabel('需要补正什么').fill('毕业证扫描件不清晰');
      await form.getByRole('button', { name: '添加一项' }).click();
      await choose(form, '材料', '工作总结', 1);
      await form.getByLabel('内容').nth(1).fill('总结');
      await form.getByLabel('需要补正什么').nth(1).fill('请补充近三年业绩');
      await form.getByLabel('理由').fill('请在两日内补正');
    });
    await seesStatus(office, '补正');
  });

  test('the applicant sees both with the time that is left, answers each and resubmits', async () => {
    const applicant = await pageOf(corrected, 'applicant');
    await applicant.getByText('至 8月14日 周三 24:00').first().waitFor();
    await perform(applicant, '补正上报', async (form) => {
      await form.getByLabel(/毕业证扫描件不清晰/).fill('已重新扫描');
      await form.getByLabel(/请补充近三年业绩/).fill('已补充');
    });
    // Nothing that was published has changed.
    await seesStatus(applicant, '评委会审核');
  });

  test('whoever lets the two days pass has given up, and the page says until when it would have been possible', async () => {
    const office = await pageOf(lapsed, 'office');
    await perform(office, '退回补正', async (form) => {
      await choose(form, '材料', '学历学位');
      await form.getByLabel('内容').fill('学历');
      await form.getByLabel('需要补正什么').fill('毕业证扫描件不清晰');
      await form.getByLabel('理由').fill('请在两日内补正');
    });
    await office.reload();
    await office.getByRole('button', { name: /补正截止.*如何计算/ }).click();
    await office.getByRole('dialog').or(office.getByRole('tooltip')).getByText('通知 四（一）').first().waitFor();
    await testStack.moveTo('2024-08-15T00:05:00+08:00');
    await seesStatus(office, '视为放弃');
    await office.getByText('逾期未补正').first().waitFor();
  });
});

test('no browser had anything to complain about', () => {
  expect(testStack.complaints).toEqual([]);
});
