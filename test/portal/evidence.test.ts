import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { samplePdf } from '../../simulation/samples/pdf.js';
import { readPdf } from '../support/files/readPdf.js';
import { campaignId } from '../support/office.js';
import { completeDossier } from '../unit/rules/completeDossier.js';
import { choose } from './support/acting.js';
import { fillDossier } from './support/papers.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
let page: Page;
let id: string;

beforeAll(async () => {
  testStack = await startTestStack('evidence', '2024-07-24T10:00:00+08:00');
  const { office } = testStack;
  const as = office.as('applicant');
  const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };
  const earlier = (await as.post('/api/applications').send(draft).expect(201)).body.id;
  await fillDossier(as, earlier, completeDossier);
  await as.post(`/api/applications/${earlier}/actions/submit`).send({}).expect(200);
  await as.post(`/api/applications/${earlier}/actions/withdraw`).send({ reason: '重新填写' }).expect(200);
}, 120_000);
afterAll(() => testStack.close());

const saved = () => page.getByText(/^已保存/).waitFor();
const accessible = async () => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id: rule, nodes }) => `${rule} ${nodes.map(({ html }) => html)}`)).toEqual([]);
};

test('A form begins with what is known, and takes over what the person chooses from their earlier application', async () => {
  const session = await testStack.openBrowserSession({ email: testStack.office.emailOf('applicant') });
  ({ page } = session);
  await session.open('/applicant/new');
  const main = page.getByRole('main');
  await main.getByLabel('副高级').check();
  await choose(main, '申报专业', '机械电子（工程系列）');
  await main.getByRole('button', { name: '开始填写' }).click();
  await page.waitForURL('**/applicant/*/form');
  id = /applicant\/([^/]+)\/form/.exec(page.url())?.[1] ?? '';
  await page.getByText('已按您的账户和以往申报预填').waitFor();
  await saved();
  expect(await main.getByLabel('民族').inputValue()).toBe(completeDossier.basicInformation.ethnicity);

  await page.goto(`/applicant/${id}/form?section=education`);
  const offer = page.getByRole('region', { name: '以往申报中填过的' });
  await offer.getByText('新疆大学').waitFor();
  await accessible();
  await offer.getByRole('button', { name: '全选' }).click();
  await offer.getByRole('button', { name: /^带入所选/ }).click();
  await offer.waitFor({ state: 'detached' });
  await saved();
  expect(await main.getByLabel('毕业院校').inputValue()).toBe('新疆大学');
  await main.getByText('diploma.pdf').waitFor();
});

test('A contradiction is shown beside its field as it is typed', async () => {
  const main = page.getByRole('main');
  await main.getByLabel('毕业时间').fill('2030-07-01');
  await main.getByText('日期在今天之后，请核对。').waitFor();
  await main.getByLabel('毕业时间').fill('2007-06-30');
  await main.getByText('日期在今天之后，请核对。').waitFor({ state: 'detached' });
  await saved();
});

test('Parts of a document are covered by drawing or by numbers, undone, looked at and confirmed', async () => {
  const as = testStack.office.as('applicant');
  const path = `/api/applications/${id}/documents`;
  await as
    .post(path)
    .query({ kind: 'diploma', fileName: '毕业证.pdf' })
    .type('application/octet-stream')
    .send(samplePdf(['毕业证书', 'SECRET-0042']))
    .expect(201);
  await page.reload();
  await page.getByRole('button', { name: '遮盖：毕业证.pdf' }).click();
  const dialog = page.getByRole('dialog');
  const picture = dialog.getByRole('img', { name: '第 1 页的图片' });
  await picture.waitFor();
  await page.waitForFunction("document.querySelector('.coverPage img')?.naturalWidth > 0");
  await picture.scrollIntoViewIfNeeded();
  const box = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + 10, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await dialog.getByText('遮盖区域（1）').waitFor();
  await dialog.getByRole('button', { name: '撤销' }).click();
  await dialog.getByText('遮盖区域（0）').waitFor();
  await dialog.getByRole('button', { name: '在本页添加区域' }).click();
  for (const [label, value] of [
    ['左 %', '0'],
    ['上 %', '0'],
    ['宽 %', '100'],
    ['高 %', '50'],
  ] as const) {
    await dialog.getByLabel(label).fill(value);
    await dialog.getByLabel(label).blur();
  }
  await dialog.getByText('按遮盖后的样子显示').click();
  await accessible();
  await dialog.getByRole('button', { name: '确认遮盖' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('已遮盖', { exact: true }).waitFor();
  const { body } = await as.get(`/api/applications/${id}/dossier`).expect(200);
  const document = body.documents.find(({ covered }: { covered?: boolean }) => covered === true);
  const original = await as.get(`${path}/${document.id}`).buffer(true).expect(200);
  expect((await readPdf(original.body)).join('')).toContain('SECRET-0042');
  const copy = await testStack.office.as('unit').get(`${path}/${document.id}`).buffer(true).expect(200);
  expect((await readPdf(copy.body)).join('')).toBe('');
  expect(testStack.complaints).toEqual([]);
});
