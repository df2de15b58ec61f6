import sharp from 'sharp';
import { createCampaign } from '../../records/campaign/campaigns.js';
import { addDays, day, hour, isoInBeijing, localDateOf, startOfDay } from '../../rules/calendar/instant.js';
import { buildCalendar } from '../../rules/calendar/nationalCalendar.js';
import { xinjiang2024 } from '../../rules/calendar/overlays/xinjiang2024.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { movedAround } from '../../rules/policy/campaigns/shift.js';
import { stories } from '../../simulation/story/story.js';
import { endOf } from '../support/clock.js';
import { choose, dialogOf, perform } from './support/acting.js';
import type { BrowserSession } from './support/browserSession.js';
import { fillDossier, formOfPerson } from './support/papers.js';
import { startTestStack, type TestStack } from './support/testStack.js';

const morning = startOfDay(addDays(localDateOf(endOf('public_notice')), 1)) + 10 * hour;
const name = '古丽娜尔·艾合买提';

let testStack: TestStack;
let id: string;
let citizen: BrowserSession;
let supervisor: BrowserSession;
let office: BrowserSession;
let receipt = { number: '', code: '' };
let certificate = '';
beforeAll(async () => {
  testStack = await startTestStack('conferral', isoInBeijing(morning));
  const applicantId = testStack.office.ids.applicant;
  await testStack.db.user.update({ where: { id: applicantId }, data: { name } });
  id = await testStack.office.application(stories.public_notice, { applicantId });
  citizen = await testStack.openBrowserSession({ email: '' }, { signedOut: true, width: 390 });
  supervisor = await testStack.openBrowserSession({ email: testStack.office.emailOf('supervisor') });
  office = await testStack.openBrowserSession({ email: testStack.office.emailOf('office') });
}, 120_000);
afterAll(() => testStack.close());

/** What the public page shows for a certificate. */
async function lookUp(): Promise<void> {
  await citizen.open('/results');
  await citizen.page.getByLabel('证书编号').fill(certificate);
  await citizen.page.getByLabel('姓名').fill(name);
  await citizen.page.getByRole('button', { name: '查询' }).click();
}

/** Applies in the next campaign with a complete form and presses 提交申报. Returns the dialog. */
async function submitsInNext(name: 'applicant' | 'stranger') {
  const as = testStack.office.as(name);
  const draft = { campaignId: 'next', level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };
  const next = (await as.post('/api/applications').send(draft).expect(201)).body.id as string;
  await fillDossier(as, next, formOfPerson(name === 'stranger' ? 102 : 101));
  const { page, open } = await testStack.openBrowserSession(
    { email: testStack.office.emailOf(name) },
    { expected: [422] },
  );
  await open(`/applications/${next}`);
  await page.getByRole('button', { name: '提交申报', exact: true }).click();
  await dialogOf(page).getByRole('button', { name: '提交申报' }).click();
  return dialogOf(page);
}

describe('From an objection to a revoked title, in the browser', () => {
  test('somebody without an account objects to the notice and gets a receipt', async () => {
    const { page, open } = citizen;
    await open(`/notices/${id}`);
    await page.getByRole('link', { name: '在线提出异议' }).click();
    await page.getByText('古').first().waitFor();
    await page.getByLabel('您的姓名').fill('王五');
    await page.getByLabel('联系方式').fill('13800001111');
    await page.getByLabel('异议的内容').fill('业绩材料与实际不符');
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByText('异议已登记').waitFor();
    const [number = '', code = ''] = await page.locator('.receipt').allTextContents();
    receipt = { number, code };
    expect(code.length).toBeGreaterThan(20);
  });

  test('the supervisor sees who, has it looked into, and dismisses it with reasons', async () => {
    const { page, open } = supervisor;
    await open(`/supervisor/${id}`);
    await page.getByText('138****1111').waitFor();
    await page.getByRole('button', { name: '指定核查人' }).click();
    const dialog = dialogOf(page);
    await choose(dialog, '核查人', `张三${testStack.office.emailOf('office')}（办事机构）`);
    await dialog.getByLabel('核查期限').fill(addDays(localDateOf(morning), 3));
    await dialog.getByRole('button', { name: '指定核查人' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(/核查期限 2024年/).waitFor();
    await perform(page, '办结异议', async (form) => {
      await form.getByLabel('不成立').check();
      await form.getByRole('textbox').fill('经核实，材料属实');
    });
  });

  test('whoever objected reads the answer by the receipt', async () => {
    const { page, open } = citizen;
    await open(`/objection/${id}`);
    await page.getByLabel('异议编号').fill(receipt.number);
    await page.getByLabel('查询码').fill(receipt.code);
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText('经核实，材料属实').waitFor();
  });

  test('the unit is told that it needs a photo, takes one on the way, and confirms its posting', async () => {
    const { page, open } = await testStack.openBrowserSession({ email: testStack.office.emailOf('unit') });
    await open(`/unit/${id}`);
    const needed = '须先上传张贴现场照片，才能确认单位已公示。';
    await page.getByText(needed).waitFor();
    await page.getByRole('button', { name: '确认单位已公示' }).click();
    const form = dialogOf(page);
    await form.getByRole('button', { name: '单位已公示' }).click();
    await form.getByText('请先上传照片。').waitFor();
    const large = { width: 3000, height: 2250, channels: 3, background: '#eee' } as const;
    const buffer = await sharp({ create: { ...large, noise: { type: 'gaussian', mean: 180, sigma: 20 } } })
      .jpeg({ quality: 95 })
      .toBuffer();
    expect(buffer.length).toBeGreaterThan(2 * 1024 * 1024);
    const photo = { name: '公告栏.jpg', mimeType: 'image/jpeg', buffer };
    await form.locator('input[type=file]').setInputFiles(photo);
    await form.getByText('公告栏.jpg').waitFor();
    await form.getByText('请先上传照片。').waitFor({ state: 'hidden' });
    const stored = await testStack.db.document.findFirst({ where: { applicationId: id, kind: 'posting_photo' } });
    expect(stored?.size).toBeLessThan(2 * 1024 * 1024);
    await form.getByRole('button', { name: '单位已公示' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText(needed).first().waitFor({ state: 'detached' });
    await page.getByText('公告栏.jpg').waitFor();
  });

  test('the title is conferred with a number, on the list of its unit, and everybody can look it up', async () => {
    await testStack.moveTo(isoInBeijing(endOf('conferred') + day));
    const { page, open } = office;
    await open('/office/conferrals');
    await page.getByRole('cell', { name: 'AKSU-2024-00001' }).waitFor();
    certificate = 'AKSU-2024-00001';
    await page.getByText('单位1：1 人').waitFor();
    await lookUp();
    await citizen.page.getByText('证书有效').waitFor();
  });

  test('fraud comes to light: one proposes, another confirms, and the title is revoked', async () => {
    const proposing = supervisor.page;
    await supervisor.open(`/supervisor/${id}`);
    await proposing.getByText(certificate).waitFor();
    await proposing.getByRole('button', { name: '提出处罚' }).click();
    const form = dialogOf(proposing);
    await form.getByLabel('处理决定').fill('阿工信处〔2024〕1号');
    await form.getByLabel('理由').fill('论文系抄袭');
    await form.getByLabel('同时撤销已取得的资格').check();
    await form.getByRole('button', { name: '提出处罚' }).click();
    await form.waitFor({ state: 'hidden' });
    const { page, open } = office;
    await open('/office/sanctions');
    await page.getByRole('button', { name: new RegExp(`^确认处罚.*${name}$`) }).click();
    await dialogOf(page).getByLabel('理由').fill('证据确凿');
    await dialogOf(page).getByRole('button', { name: '确认处罚' }).click();
    await page.getByText('已登记', { exact: true }).waitFor();
    await lookUp();
    await citizen.page.getByText('资格已撤销').waitFor();
    await citizen.open('/notices');
    await citizen.page.getByRole('cell', { name: certificate }).waitFor();
  });

  test('the next application of that person is refused at submission, with the clause', async () => {
    const today = localDateOf(await testStack.now());
    const policy = movedAround(aksu2024, today, 'next');
    const calendar = buildCalendar({ years: [2024, 2025], overlays: [xinjiang2024] });
    const by = { changedBy: 'test', changedAt: startOfDay(policy.announcedOn), reason: '通知印发' };
    await createCampaign(testStack.db, { id: 'next', title: policy.title, policy, calendar, state: 'open' }, by);
    const dialog = await submitsInNext('applicant');
    await dialog.getByText(/处罚期至\d{4}-\d{2}-\d{2}，期满前不得申报/).waitFor();
    await dialog.getByText('通知 三、其他事宜（一）、附件3').first().waitFor();
  });

  test('a unit is barred by two people, its term seen as it is typed, and whoever applies from it is refused', async () => {
    const { page, open } = supervisor;
    await open('/supervisor/sanctions');
    await page.getByRole('button', { name: '提出处罚' }).click();
    const form = dialogOf(page);
    await form.getByLabel('单位', { exact: true }).check();
    await choose(form, '被处罚的单位', '单位2 (unit-2)');
    await form.getByLabel('处理决定').fill('阿工信处〔2024〕2号');
    const decided = localDateOf(await testStack.now());
    await form.getByLabel('决定日期').fill(decided);
    const [year = '', month = '', date = ''] = decided.split('-');
    const until = `${Number(year) + 3}年${Number(month)}月${Number(date)}日`;
    await form.getByText(new RegExp(`处罚期 .*至 ${until}`)).waitFor();
    await form.getByLabel('理由').fill('集中出具虚假业绩证明');
    await form.getByRole('button', { name: '提出处罚' }).click();
    await form.waitFor({ state: 'hidden' });
    await office.open('/office/sanctions');
    await office.page.getByRole('button', { name: /^确认处罚.*单位2$/ }).click();
    await dialogOf(office.page).getByLabel('理由').fill('情况属实');
    await dialogOf(office.page).getByRole('button', { name: '确认处罚' }).click();
    await dialogOf(office.page).waitFor({ state: 'hidden' });

    const dialog = await submitsInNext('stranger');
    const last = `${Number(year) + 3}-${month}-${date}`;
    await dialog.getByText(`处罚期至${last}，期满前不得申报`).waitFor();
    await dialog.getByText('通知 三、其他事宜（一）、附件3').first().waitFor();
  });

  test('no browser had anything to complain about', () => {
    expect(testStack.complaints).toEqual([]);
  });
});
