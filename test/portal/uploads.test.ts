import { createHash, randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { largestChunk } from '../../rules/dossier/uploadLimits.js';
import { samplePdf } from '../../simulation/samples/pdf.js';
import { stories } from '../../simulation/story/story.js';
import { startCuttingProxy } from './support/cuttingProxy.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
let id: string;
beforeAll(async () => {
  testStack = await startTestStack('portal_uploads', '2024-08-12T10:00:00+08:00');
  const { office } = testStack;
  id = await office.application(stories.draft, { applicantId: office.ids.applicant });
}, 120_000);
afterAll(() => testStack.close());

const pdf = (name: string, content: Buffer = samplePdf([name])) => ({
  name,
  mimeType: 'application/pdf',
  buffer: content,
});
const jpeg = (name: string, content: Buffer) => ({ name, mimeType: 'image/jpeg', buffer: content });
/** Nothing in it repeats, so that it is as large on its way as on the disk. */
const largePdf = (size: number) => {
  const start = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%');
  const noise = Buffer.from(
    randomBytes(size)
      .toString('base64')
      .slice(0, size - start.length - 7),
  );
  return Buffer.concat([start, noise, Buffer.from('\n%%EOF\n')]);
};
const picture = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#eee', noise: { type: 'gaussian', mean: 180, sigma: 20 } },
  });
const stored = async () => await testStack.db.document.findMany({ where: { applicationId: id, removedAt: null } });
const storedAs = async (fileName: string) => (await stored()).filter((one) => one.fileName === fileName);

async function openForm(section: string, expected: readonly number[] = []) {
  const email = testStack.office.emailOf('applicant');
  const session = await testStack.openBrowserSession({ email }, { expected });
  await session.open(`/applicant/${id}/form?section=${section}`);
  return { ...session, zone: zoneOf(session.page) };
}
/** The files of the open section. */
const zoneOf = (page: Page) => page.locator('.evidencePart input[type=file][multiple]');
const arrives = (page: Page, name: string) =>
  page
    .getByRole('status')
    .filter({ hasText: `已上传 ${name}` })
    .first()
    .waitFor({ state: 'attached' });

describe('An upload of the form', () => {
  test('of 2 MB over a line that is cut twenty times arrives whole, and after a cut less than a part is sent again', async () => {
    const proxy = await startCuttingProxy(Number(new URL(testStack.url).port));
    const { page, leave } = await openForm('otherAttachments', [409]);
    await page.goto(`${proxy.url}/applicant/${id}/form?section=otherAttachments`);
    const content = largePdf(2 * 1024 * 1024);
    await zoneOf(page).waitFor({ state: 'attached' });
    proxy.cut(20, 96 * 1024);
    await zoneOf(page).setInputFiles(pdf('大文件.pdf', content));
    await arrives(page, '大文件.pdf');
    const [document] = await storedAs('大文件.pdf');
    expect(document?.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    const { cuts, sent } = proxy.counted;
    expect(cuts).toBe(20);
    const requests = 100 * 1024;
    expect(sent - content.length).toBeLessThan(cuts * largestChunk + requests);
    await leave();
    await proxy.close();
  });

  test('that begins while there is no connection goes on once there is one', async () => {
    const { page, context, zone, leave } = await openForm('otherAttachments');
    // The protocol is loaded with the first upload.
    await zone.setInputFiles(pdf('先.pdf'));
    await arrives(page, '先.pdf');
    await context.setOffline(true);
    const lost = page.waitForEvent('requestfailed');
    await zone.setInputFiles(pdf('离线.pdf'));
    await lost;
    await context.setOffline(false);
    await arrives(page, '离线.pdf');
    expect(await storedAs('离线.pdf')).toHaveLength(1);
    await leave();
  });

  test('in two tabs of the same file makes one document, and of two files two', async () => {
    const { page, context, zone, leave } = await openForm('otherAttachments', [404, 409]);
    const other = await context.newPage();
    await other.goto(`/applicant/${id}/form?section=otherAttachments`);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/uploads/*', async (route) => {
      if (route.request().method() === 'PATCH') await held;
      await route.continue();
    });
    const sending = page.waitForRequest((request) => request.method() === 'PATCH');
    await zone.setInputFiles(pdf('同一份.pdf'));
    await sending;
    await zoneOf(other).setInputFiles(pdf('同一份.pdf'));
    await arrives(other, '同一份.pdf');
    release();
    await arrives(page, '同一份.pdf');
    expect(await storedAs('同一份.pdf')).toHaveLength(1);
    await Promise.all([zone.setInputFiles(pdf('甲.pdf')), zoneOf(other).setInputFiles(pdf('乙.pdf'))]);
    await Promise.all([arrives(page, '甲.pdf'), arrives(other, '乙.pdf')]);
    expect(await storedAs('甲.pdf')).toHaveLength(1);
    expect(await storedAs('乙.pdf')).toHaveLength(1);
    await leave();
  });

  test('is paused, resumed and cancelled, and a cancelled one leaves nothing', async () => {
    const { page, zone, leave } = await openForm('otherAttachments');
    let hold = true;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/uploads/*', async (route) => {
      if (hold && route.request().method() === 'PATCH') await held;
      await route.continue().catch(() => undefined);
    });
    await zone.setInputFiles([pdf('停.pdf'), pdf('消.pdf')]);
    await page.getByRole('button', { name: '暂停上传 停.pdf' }).click();
    await page.getByText('已暂停，').waitFor();
    await page.getByRole('button', { name: '取消上传 消.pdf' }).click();
    await page.getByText('取消上传？已传的部分将删除。').waitFor();
    await page.getByRole('button', { name: '取消上传', exact: true }).click();
    await page.getByRole('button', { name: '取消上传 消.pdf' }).waitFor({ state: 'detached' });
    hold = false;
    release();
    await page.getByRole('button', { name: '继续上传 停.pdf' }).click();
    await arrives(page, '停.pdf');
    expect(await storedAs('消.pdf')).toEqual([]);
    await leave();
  });

  test('of many files goes by their names once somebody has looked, and a refused one says its name and why', async () => {
    const { page, leave } = await openForm('basicInformation', [422]);
    await page.getByText('一次上传多份材料').click();
    const all = page.locator('.bulkUpload');
    const bad = samplePdf(['x'])
      .toString('latin1')
      .replace('/Type /Catalog', '/Type /Catalog /OpenAction <</S /JavaScript /JS (1)>>');
    await all
      .locator('input[type=file][multiple]')
      .setInputFiles([
        pdf('2023年度考核.pdf'),
        pdf('毕业证正本.pdf'),
        pdf('扫描0001.pdf'),
        pdf('身份证正面.pdf', Buffer.from(bad, 'latin1')),
      ]);
    await all.getByText('请核对 4 个文件的材料种类').waitFor();
    const unnamed = all.getByRole('listitem').filter({ hasText: '扫描0001.pdf' });
    expect(await unnamed.getByRole('button', { name: '上传 扫描0001.pdf' }).isDisabled()).toBe(true);
    await unnamed.getByLabel('扫描0001.pdf 的材料种类').click();
    await page.keyboard.type('工作总结');
    await page.keyboard.press('Enter');
    await all.getByRole('button', { name: '全部上传（4）' }).click();
    const refused = all.getByRole('listitem').filter({ hasText: '身份证正面.pdf' });
    await refused.getByRole('alert').getByText('含有脚本').waitFor();
    await all.getByRole('listitem').nth(1).waitFor({ state: 'detached' });
    const kinds = (await stored()).map(({ fileName, kind, year }) => [fileName, kind, year]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['2023年度考核.pdf', 'appraisal_form', 2023],
        ['毕业证正本.pdf', 'diploma', null],
        ['扫描0001.pdf', 'work_summary', null],
      ]),
    );
    expect(await storedAs('身份证正面.pdf')).toEqual([]);
    await refused.getByRole('button', { name: '移除 身份证正面.pdf' }).click();
    await leave();
  });

  test('that is dropped on what is missing is that, whatever it is called', async () => {
    const { page, leave } = await openForm('education');
    const content = JSON.stringify([...samplePdf(['x'])]);
    const dataTransfer = await page.evaluateHandle(`(() => {
      const files = new DataTransfer();
      const content = new Uint8Array(${content});
      files.items.add(new File([content], '2022年度考核.pdf', { type: 'application/pdf' }));
      return files;
    })()`);
    const row = page.locator('.evidenceMissing').filter({ hasText: '学信网' }).first();
    await row.dispatchEvent('drop', { dataTransfer });
    await arrives(page, '2022年度考核.pdf');
    expect(await storedAs('2022年度考核.pdf')).toMatchObject([{ kind: 'degree_verification', year: null }]);
    expect(await page.locator('input[capture=environment]').count()).toBeGreaterThan(0);
    await leave();
  });

  test('of a large picture from a camera is made smaller, upright and legible, and says so', async () => {
    const { page, zone, leave } = await openForm('workSummary');
    const taken = await picture(3000, 2250).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
    expect(taken.length).toBeGreaterThan(2 * 1024 * 1024);
    await zone.setInputFiles(jpeg('总结.jpg', taken));
    await page.getByText(/已上传 总结\.jpg 图片已由 2250×3000 像素、[\d.]+ MB 缩小为 1654×2205 像素/).waitFor();
    const [document] = await storedAs('总结.jpg');
    expect(document).toMatchObject({ picture: { width: 1654, height: 2205 } });
    expect(document?.size).toBeLessThan(2 * 1024 * 1024);
    await leave();
  });

  test('of a portrait is cropped in place, with the keyboard too', async () => {
    const { page, leave } = await openForm('basicInformation');
    const [square, small] = await Promise.all([
      picture(900, 900).jpeg().toBuffer(),
      picture(150, 150).jpeg().toBuffer(),
    ]);
    const zone = zoneOf(page);
    const chooser = page.locator('.evidencePart');
    await chooser.getByLabel('材料种类').click();
    await page.getByTitle('一寸免冠照片').click();
    await zone.setInputFiles(jpeg('小照片.jpg', small));
    await page.getByRole('button', { name: '裁剪 小照片.jpg' }).click();
    const dialog = page.getByRole('dialog', { name: '裁剪照片' });
    await dialog.getByText('宽度不足 200 像素').waitFor();
    expect(await dialog.getByRole('button', { name: '使用并上传' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '移除 小照片.jpg' }).click();
    await zone.setInputFiles(jpeg('证件照.jpg', square));
    await page.getByRole('button', { name: '裁剪 证件照.jpg' }).press('Enter');
    const size = dialog.getByText(/裁剪后 643×900 像素/);
    await size.waitFor();
    await dialog.getByRole('slider', { name: '缩放' }).press('ArrowRight');
    await size.waitFor({ state: 'detached' });
    await dialog.getByLabel('裁剪区域').press('ArrowLeft');
    await dialog.getByRole('button', { name: '使用并上传' }).press('Enter');
    await arrives(page, '证件照.jpg');
    const [document] = await storedAs('证件照.jpg');
    const { width, height } = Object(document?.picture) as { width: number; height: number };
    expect(width / height).toBeCloseTo(25 / 35, 2);
    expect(width).toBeLessThan(643);
    await leave();
  });
});

test('no browser had anything to complain about', () => {
  const ofCuts =
    /ERR_(?:CONNECTION_(?:RESET|CLOSED|REFUSED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|INTERNET_DISCONNECTED)/;
  // Two tabs, or a line that was cut while a part was written: the client then asks how far the file has come.
  const ofOffsets = /status of 409 \(Conflict\) \S+\/uploads\/[0-9a-f-]{36}$/;
  const isExpected = (text: string) => ofCuts.test(text) || ofOffsets.test(text);
  expect(testStack.complaints.filter(({ problemText }) => !isExpected(problemText))).toEqual([]);
});
