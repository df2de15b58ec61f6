import writeXlsxFile from 'write-excel-file/node';
import { invitationTo } from '../support/people/invitationTo.js';
import { dialogOf } from './support/acting.js';
import { mailed } from './support/mailed.js';
import { choosePassword } from './support/newAccount.js';
import { startTestStack, type TestStack } from './support/testStack.js';

const email = 'zhangsan@example.cn';
const newPassword = 'four plain words here';
const realIdNumber = '652901198001019016';
const anotherIdNumber = '652901198001019024';
let testStack: TestStack;

beforeAll(async () => {
  testStack = await startTestStack('registration-pages', '2024-08-12T10:00:00+08:00');
}, 120_000);
afterAll(() => testStack.close());

test('somebody registers with a code, asks a unit, is accepted in a batch, and can apply', async () => {
  const options = { signedOut: true, width: 390, expected: [401] } as const;
  const { page, open, leave } = await testStack.openBrowserSession({ email }, options);
  await open('/sign-in');
  await page.getByRole('link', { name: '办事指南' }).click();
  await page.getByRole('searchbox').fill('注册账');
  await page.getByRole('heading', { name: '怎么注册账户' }).waitFor();
  await page.getByRole('heading', { name: '怎么缴费' }).waitFor({ state: 'detached' });
  const phone = page.getByText('0997—2139444');
  expect(await phone.isVisible()).toBe(false);
  await page.getByText('咨询和监督').click();
  await phone.waitFor();
  await page.getByRole('link', { name: '去办理：怎么注册账户' }).click();
  await page.getByRole('heading', { level: 1, name: '注册账户' }).waitFor();
  await page.getByLabel('邮箱').fill(email);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByLabel('验证码', { exact: true }).fill(await mailed(testStack.inbox, email, /验证码：(\d{6})/));
  await page.getByLabel('姓名').fill('张三');
  await choosePassword(page, newPassword);
  await page.getByLabel('身份证号').fill(realIdNumber);
  await page.getByRole('button', { name: '注册账户' }).click();
  await page.getByRole('heading', { level: 1, name: '我的单位' }).waitFor();
  await page.getByRole('button', { name: '申请加入单位' }).click();
  const asking = dialogOf(page);
  await asking.getByRole('combobox', { name: '单位' }).fill('单位1');
  await page.getByTitle('单位1').click();
  await asking.getByRole('button', { name: '提出申请' }).click();
  await page.getByText('等待单位同意').waitFor();

  const clerk = await testStack.openBrowserSession({ email: testStack.office.emailOf('unit') });
  await clerk.open('/unit/people');
  await clerk.page.getByRole('checkbox', { name: '张三' }).check();
  await clerk.page.getByRole('button', { name: '同意所选（1）', exact: true }).click();
  await clerk.page.getByText('没有等待办理的。').first().waitFor();
  await clerk.leave();

  await open('/applicant');
  await page.getByRole('button', { name: '新建申报' }).first().waitFor();
  await leave();
});

test('a unit invites people from a pasted list, and one opens an account by the link', async () => {
  const clerk = await testStack.openBrowserSession({ email: testStack.office.emailOf('unit') });
  const { page } = clerk;
  await clerk.open('/unit/people');
  await page.getByRole('button', { name: '邀请', exact: true }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('名单').fill('姓名\t邮箱\n李四\tlisi@example.cn\n王五');
  await dialog.getByRole('button', { name: '发出邀请' }).click();
  await dialog.getByText('第 3 行不完整或格式不正确。').waitFor();
  await dialog.getByLabel('名单').fill('姓名\t邮箱\n李四\tlisi@example.cn\n王五 wangwu@example.cn');
  await dialog.getByRole('button', { name: '发出邀请' }).click();
  await dialog.getByText('已发出 2 份邀请').waitFor();
  const rows = [
    ['姓名', '邮箱'],
    ['赵六', 'zhaoliu@example.cn'],
    ['钱七', 'qianqi@example.cn'],
  ];
  const buffer = await writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await dialog.locator('#peopleFile').setInputFiles({ name: '名单.xlsx', mimeType, buffer });
  await dialog.getByText('2 人').waitFor();
  await dialog.getByRole('button', { name: '发出邀请' }).click();
  await dialog.getByText('已发出 2 份邀请').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('lisi@example.cn').waitFor();
  await clerk.leave();

  const link = await mailed(testStack.inbox, 'lisi@example.cn', /(\/join#[\w-]{20})/);
  expect(link).toBe(`/join#${await invitationTo(testStack.db, 'lisi@example.cn')}`);
  const invited = await testStack.openBrowserSession(
    { email: 'lisi@example.cn' },
    { signedOut: true, expected: [401] },
  );
  await invited.open(link);
  await invited.page.getByText('单位1邀请您。').waitFor();
  await invited.page.getByLabel('身份证号').fill(anotherIdNumber);
  await choosePassword(invited.page, newPassword);
  await invited.page.getByRole('button', { name: '接受', exact: true }).click();
  await invited.page.getByRole('heading', { level: 1, name: '我的申报' }).waitFor();
  await invited.leave();
});

test('an operator registers units by a sheet: sees what is wrong, registers the rest, undoes it, and changes a unit', async () => {
  const who = { email: testStack.office.emailOf('operator') };
  const { page, open } = await testStack.openBrowserSession(who, { width: 390 });
  await open('/operator/imports');
  const heading = ['单位名称', '单位编号', '单位类别', '一级主管部门'];
  const rows = [
    ['温宿县机械厂', 'wensu-machinery', '企业', 'department-1'],
    ['温宿县农机站', 'wensu-farm', '公司', 'department-1'],
  ];
  const buffer = await writeXlsxFile([heading, ...rows].map((row) => row.map((value) => ({ value })))).toBuffer();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('选择文件').setInputFiles({ name: '单位.xlsx', mimeType, buffer });
  await page.getByRole('heading', { name: '预览：单位.xlsx' }).waitFor();
  await page.getByText('单位类别：只能是').waitFor();
  await page.reload();
  await page.getByRole('button', { name: '登记 1 行' }).click();
  await page.getByText('登记完毕。').first().waitFor();
  expect(await testStack.db.unit.count({ where: { id: 'wensu-machinery' } })).toBe(1);

  await open('/operator/organisations');
  await page.getByRole('button', { name: /^修改\s*：温宿县机械厂/ }).click();
  await dialogOf(page).getByLabel('名称').fill('温宿县机械总厂');
  await dialogOf(page)
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await page.getByText('已保存：温宿县机械总厂').waitFor();
  await page.getByRole('button', { name: /^修改\s*：温宿县机械总厂/ }).click();
  await dialogOf(page).getByLabel('名称').fill('温宿县机械厂');
  await dialogOf(page)
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await page.getByText('已保存：温宿县机械厂').waitFor();

  await open('/operator/imports');
  await page.getByRole('button', { name: /^查看\s*：单位/ }).click();
  await page.getByRole('button', { name: /^撤\s?销$/ }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /^撤\s?销$/ })
    .click();
  await page.getByText('已撤销。').first().waitFor();
  expect(await testStack.db.unit.count({ where: { id: 'wensu-machinery' } })).toBe(0);
});
