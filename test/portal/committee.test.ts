import { recusedExperts } from '../../records/committee/recusals.js';
import { checkDraw } from '../../rules/committee/draw/drawFile.js';
import { stories } from '../../simulation/story/story.js';
import { campaignId } from '../support/office.js';
import { choose } from './support/acting.js';
import type { BrowserSession } from './support/browserSession.js';
import { textOf } from './support/download.js';
import { fillPool, poolOwnExpert } from './support/expertPool.js';
import { startTestStack, type TestStack } from './support/testStack.js';

// 姓名,邮箱,专业,职称,工作单位,任期开始,任期届满次日 and two lines, in GBK.
const gbkTable = [
  'd0d5c3fb2cd3cacfe42cd7a8d2b52cd6b0b3c62cb9a4d7f7b5a5cebb2cc8cec6dabfaacabc2cc8cec6dabdecc2fab4cec8d50acee2d2bb',
  '2c7775406578616d706c652e636e2cbbfad0b5b5e7d7d32cd5fdb8dfbcb62cd0c2bdaeb4f3d1a72c323032342f312f312c323032362f31',
  '322f33310acee2b6fe2c77756572406578616d706c652e636e2ccaabb8e82cd5fdb8dfbcb62cd0c2bdaeb4f3d1a72c323032342f312f31',
  '2c323032362f31322f33310a',
].join('');

let testStack: TestStack;
let office: BrowserSession;
let expert: BrowserSession;
let expertId: string;
let applicationId: string;

beforeAll(async () => {
  testStack = await startTestStack('committee-pages', '2024-09-25T10:00:00+08:00');
  // Exactly eleven members and three alternates, so that the draw leaves no expert out.
  await fillPool(testStack.db, 13);
  expertId = await poolOwnExpert(testStack.db, testStack.office);
  applicationId = await testStack.office.application(stories.review);
}, 120_000);
afterAll(() => testStack.close());

describe('A committee is drawn in the browser', () => {
  test('the office adds somebody to the pool and is told the first password', async () => {
    office = await testStack.openBrowserSession({ email: testStack.office.emailOf('office') });
    await office.open('/office/experts');
    const { page } = office;
    await page.getByText('化工大学').first().waitFor();
    await page.getByRole('button', { name: '专家入库' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill('周八');
    await dialog.getByLabel('邮箱').fill('zhou@example.cn');
    await choose(dialog, '专业', '机械电子');
    await page.keyboard.press('Escape');
    await choose(dialog, '职称', '正高级');
    await dialog.getByLabel('工作单位').fill('工程大学');
    await dialog.getByLabel('任期开始').fill('2024-01-01');
    await dialog.getByLabel('任期届满次日').fill('2028-01-01');
    await dialog.getByRole('button', { name: '专家入库' }).click();
    await dialog.getByText('任期不得超过3年').first().waitFor();
    await dialog.getByLabel('任期届满次日').fill('2026-01-01');
    await dialog.getByRole('button', { name: '专家入库' }).click();
    await page.getByText('已开户并寄出邀请：1 人').waitFor();
    await page.getByRole('button', { name: /^修\s?改\s*：周八/ }).click();
    await page.getByRole('dialog').getByLabel('参加抽取').uncheck();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^修\s?改$/ })
      .click();
    await page.getByText('已停用').waitFor();
  });

  test('registers experts by a table in GBK, sees what each line does, and undoes it', async () => {
    const { page } = office;
    await page.getByRole('button', { name: '批量入库' }).click();
    const csv = Buffer.from(gbkTable, 'hex');
    await page.getByLabel('选择文件').setInputFiles({ name: '专家.csv', mimeType: 'text/csv', buffer: csv });
    await page.getByRole('heading', { name: '预览：专家.csv' }).waitFor();
    await page.getByText('专业：').first().waitFor();
    await page.getByRole('button', { name: '登记 1 行' }).click();
    await page.getByText('登记完毕。').first().waitFor();
    expect(await testStack.db.expert.count({ where: { person: { email: 'wu@example.cn' } } })).toBe(1);
    await page.getByRole('button', { name: /^撤\s?销$/ }).click();
    const confirm = page.getByRole('tooltip').getByRole('button', { name: /^撤\s?销$/ });
    await confirm.click();
    await page.getByText('已撤销。').first().waitFor();
    expect(await testStack.db.user.count({ where: { email: 'wu@example.cn' } })).toBe(0);
  });

  test('publishes the hash, freezes the pool, and draws', async () => {
    await office.open('/office/draw');
    const { page } = office;
    await page.getByRole('button', { name: '公布种子摘要' }).click();
    const hash = page.locator('.drawHash').first();
    await hash.waitFor();
    await page.getByRole('button', { name: '冻结专家库' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('委员人数').fill('12');
    await dialog.getByRole('button', { name: '冻结专家库' }).click();
    await dialog.getByText('应为单数').first().waitFor();
    await dialog.getByLabel('委员人数').fill('11');
    await dialog.getByRole('button', { name: '冻结专家库' }).click();
    await page.getByText('专家库 14 人').waitFor();
    await page.getByRole('button', { name: '公布种子并抽取' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '公布种子并抽取' }).click();
    await page.getByText('已抽取').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出抽取记录' }).click(),
    ]);
    const file = JSON.parse(await textOf(download));
    expect(checkDraw(file)).toBeNull();
    expect(await hash.textContent()).toBe(file.seedHash);
  });

  test('the expert accepts, declares a conflict and recuses themselves, and both take effect', async () => {
    expert = await testStack.openBrowserSession({ email: testStack.office.emailOf('expert') }, { width: 390 });
    await expert.open('/expert');
    const { page } = expert;
    const { applicant, unit } = await testStack.db.application.findUniqueOrThrow({
      where: { id: applicationId },
      include: { applicant: true, unit: true },
    });
    const label = `${applicant.name} · ${unit.name}`;
    await page.getByRole('button', { name: /^接\s?受$/ }).click();
    await page.getByText('已接受').waitFor();
    await page.getByRole('button', { name: '我要回避' }).click();
    const dialog = page.getByRole('dialog');
    await choose(dialog, '回避的申报', label);
    await dialog.getByLabel('理由').fill('师生关系');
    await dialog.getByRole('button', { name: '我要回避' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('师生关系').waitFor();
    const recused = await recusedExperts(testStack.db, { campaignId, applicationIds: [applicationId] });
    expect([...(recused.get(applicationId) ?? [])]).toEqual([expertId]);
  });

  test('declares everybody of a former employer, which the office sees and the recusals follow', async () => {
    const other = await testStack.office.application(stories.review, { unitId: 'unit-2' });
    const { page } = expert;
    await page.getByRole('button', { name: '申报利害关系' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('整个单位').check();
    await choose(dialog, '单位', '单位2 (unit-2)');
    await choose(dialog, '情形', '共事');
    await dialog.getByText('登记后即回避该单位的全部申报').waitFor();
    await dialog.getByLabel('理由').fill('2019 年以前在该单位工作');
    await dialog.getByRole('button', { name: '申报利害关系' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('该单位全部申报人').waitFor();
    const recused = await recusedExperts(testStack.db, { campaignId, applicationIds: [other] });
    expect([...(recused.get(other) ?? [])]).toEqual([expertId]);

    await office.open('/office/committee');
    const line = office.page.getByRole('listitem').filter({ hasText: '2019 年以前在该单位工作' });
    await line.getByText('单位2', { exact: true }).waitFor();
    await line.getByText('应回避', { exact: true }).waitFor();
  });

  test('the office declares one for an expert that it weighs itself', async () => {
    const { page } = office;
    await page.getByRole('button', { name: '申报利害关系' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '专家' }).fill('专家1 ·');
    await page.locator('.ant-select-dropdown:visible').getByText('专家1 · 化工大学', { exact: true }).click();
    await dialog.getByLabel('整个单位').check();
    await choose(dialog, '单位', '单位1 (unit-1)');
    await choose(dialog, '情形', '其他');
    await dialog.getByText('由评委会办事机构决定').waitFor();
    await dialog.getByLabel('理由').fill('曾任该单位顾问');
    await dialog.getByRole('button', { name: '申报利害关系' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const line = page.getByRole('listitem').filter({ hasText: '曾任该单位顾问' });
    await line.getByText('由办事机构决定', { exact: true }).waitFor();
  });

  test('the office sees the answer, and makes a member the chair', async () => {
    await office.open('/office/committee');
    const { page } = office;
    await page.getByText('已接受').waitFor();
    await page.getByText('师生关系').waitFor();
    await page
      .getByRole('button', { name: /^指定为主任委员/ })
      .first()
      .click();
    await page.getByRole('tooltip').getByRole('button', { name: '指定为主任委员' }).click();
    await page.getByText('主任委员', { exact: true }).waitFor();
  });

  test('an applicant names somebody, and the office answers', async () => {
    const applicant = await testStack.office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await testStack.office.application(stories.review, { applicantId: applicant.id });
    const asked = { named: '某教授', reason: '有过节' };
    await applicant.as.post(`/api/applications/${id}/recusals`).send(asked).expect(201);
    await office.open('/office/committee');
    const { page } = office;
    await page.getByRole('button', { name: /^答\s?复\s*：某教授/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('不予回避').check();
    await dialog.getByLabel('理由').fill('理由不充分');
    await dialog.getByRole('button', { name: /^答\s?复$/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('理由不充分').waitFor();
  });

  test('a seat nobody is in line for is shown, and filled by a draw of its own', async () => {
    const seat = { campaignId, specialty: 'chemical', position: 'member', isChair: false, expertId: { not: expertId } };
    const gone = await testStack.db.committeeMember.findFirstOrThrow({ where: seat });
    const left = { ...seat, expertId: gone.expertId };
    const declined = { invitation: 'declined', answeredAt: new Date(), reason: '出差' };
    await testStack.db.committeeMember.updateMany({ where: left, data: declined });
    const { page, open } = office;
    await open('/office/committee');
    await page.getByText('化工（含制药）专业空缺 1 席，已没有候补专家').waitFor();
    await page.getByRole('link', { name: '补充抽取' }).click();
    await page.getByText(/补充抽取：化工（含制药）/).waitFor();
    await page.getByRole('button', { name: '公布种子摘要' }).click();
    await page.getByRole('button', { name: '冻结专家库' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('不超过空缺的 1 席，不抽候补').waitFor();
    await dialog.getByRole('button', { name: '冻结专家库' }).click();
    await dialog.getByText('还差1人').first().waitFor();
    await fillPool(testStack.db, 2);
    await dialog.getByRole('button', { name: '冻结专家库' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '公布种子并抽取' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '公布种子并抽取' }).click();
    await page.getByRole('link', { name: '导出抽取记录' }).nth(1).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出抽取记录' }).nth(1).click(),
    ]);
    expect(checkDraw(JSON.parse(await textOf(download)))).toBeNull();
    await open('/office/committee');
    await page.getByText('已辞谢，席位已递补').waitFor();
    await page
      .getByText(/专业空缺/)
      .first()
      .waitFor({ state: 'detached' });
  });

  test('no browser had anything to complain about', () => {
    const unexpected = testStack.complaints.filter(({ problemText }) => !/status of 422/.test(problemText));
    expect(unexpected).toEqual([]);
  });
});
