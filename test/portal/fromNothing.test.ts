import type { Locator, Page } from 'playwright-core';
import request from 'supertest';
import writeXlsxFile from 'write-excel-file/node';
import { makeFirstOperator } from '../../ops/start/firstOperator.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { callerWith } from '../support/office.js';
import { sessionFor } from '../support/session.js';
import { choose, dialogOf, perform, seesStatus } from './support/acting.js';
import type { BrowserSession } from './support/browserSession.js';
import { mailed } from './support/mailed.js';
import { choosePassword, setUpCodes } from './support/newAccount.js';
import { fillDossier, formOfPerson } from './support/papers.js';
import { type EmptyStack, startEmptyStack } from './support/testStack.js';

const departments = [
  ['aksu-industry', '阿克苏地区工业和信息化局'],
  ['wensu-industry', '温宿县商务和工业信息化局'],
] as const;
const units = Array.from({ length: 20 }, (_, index) => `温宿县第${index + 1}机械厂`);
/** Half of the applicants register themselves, half are invited; the first of each does it in the browser. */
const half = 25;
const registered = Array.from({ length: half }, (_, index) => `registered-${index}@example.cn`);
const invited = Array.from({ length: half }, (_, index) => `invited-${index}@example.cn`);
const clerk = 'clerk@example.cn';
const newPassword = 'four plain words here';
const joining = /(\/join#[\w-]{20})/;
const idNumberOf = (ordinal: number) => formOfPerson(ordinal).basicInformation?.idNumber ?? '';

let testStack: EmptyStack;
let operator: BrowserSession;
let office: BrowserSession;
let unit: BrowserSession;
let applicant: BrowserSession;

beforeAll(async () => {
  testStack = await startEmptyStack('from-nothing', '2024-07-20T09:00:00+08:00');
}, 120_000);
afterAll(() => testStack.close());

/** A browser in which nobody is signed in. */
const visitor = () => testStack.openBrowserSession({ email: '' }, { signedOut: true, expected: [401] });

/** Opens an account by the link of an invitation. */
async function acceptInvitation(email: string): Promise<BrowserSession> {
  const session = await visitor();
  await session.open(await mailed(testStack.inbox, email, joining));
  await choosePassword(session.page, newPassword);
  await session.page.getByRole('button', { name: '接受', exact: true }).click();
  return session;
}

async function xlsx(name: string, rows: readonly (readonly string[])[]) {
  const buffer = await writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer();
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer };
}

/** Registers what stands in a file, by its preview. */
async function register(page: Page, file: Awaited<ReturnType<typeof xlsx>>, rows: number): Promise<void> {
  await page.getByLabel('选择文件').setInputFiles(file);
  await page.getByRole('heading', { name: `预览：${file.name}` }).waitFor();
  await page.getByRole('button', { name: `登记 ${rows} 行` }).click();
  await page.getByText('登记完毕。').first().waitFor();
}

/** Does it for all, four at a time: each password takes a tenth of a second of a processor. */
async function fewAtOnce(all: readonly string[], one: (email: string, index: number) => Promise<void>): Promise<void> {
  const waiting = all.entries();
  const lane = async () => {
    for (const [index, email] of waiting) await one(email, index);
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}

/** Ant Design sets two characters apart in some buttons. */
const press = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name: new RegExp(`^${[...name].join('\\s?')}$`) }).click();

describe('From an empty installation', () => {
  test('its first operator signs in with the password shown at the start, replaces it, and sets up one-time codes', async () => {
    const { email, password } = await makeFirstOperator(testStack, 'head@example.cn');
    operator = await visitor();
    const { page } = operator;
    await operator.open('/sign-in');
    await page.getByLabel('邮箱').fill(email);
    await page.getByLabel('密码').fill(password);
    await press(page, '登录');
    await page.getByLabel('原密码').fill(password);
    await choosePassword(page, newPassword);
    await press(page, '更改密码');
    await setUpCodes(page, email, testStack);
    await operator.open('/operator/organisations');
    await page.getByText('还没有登记').first().waitFor();
  });

  test('registers two departments, and twenty units and a clerk by tables', async () => {
    const { page, open } = operator;
    for (const [id, name] of departments) {
      await press(page, '登记部门');
      await dialogOf(page).getByLabel('编号').fill(id);
      await dialogOf(page).getByLabel('名称').fill(name);
      await press(dialogOf(page), '登记');
      await dialogOf(page).waitFor({ state: 'hidden' });
    }
    await open('/operator/imports');
    const [above, below] = [departments[0][1], departments[1][1]];
    const heading = ['单位名称', '单位编号', '单位类别', '一级主管部门', '二级主管部门'];
    const rows = units.map((name, index) => [name, `wensu-${index + 1}`, '事业单位', below, above]);
    await register(page, await xlsx('单位.xlsx', [heading, ...rows]), units.length);
    await page.getByRole('radio', { name: '人员与角色', exact: true }).check();
    const people = [
      ['姓名', '邮箱', '角色', '所属'],
      ['马经办', clerk, '用人单位', units[0] ?? ''],
    ];
    await register(page, await xlsx('人员.xlsx', people), 1);
  });

  test('and gives the bureau an account', async () => {
    const { page, open, leave } = operator;
    await open('/operator/people');
    await press(page, '开设账户');
    const dialog = dialogOf(page);
    await dialog.getByLabel('姓名').fill('古办事');
    await dialog.getByLabel('邮箱').fill('office@example.cn');
    await choose(dialog, '角色', '评委会办事机构');
    await press(dialog, '开设账户');
    await dialog.waitFor({ state: 'hidden' });
    await leave();
  });

  test('the bureau sets up its campaign from a notice, confirms what it leaves open, and announces it', async () => {
    office = await acceptInvitation('office@example.cn');
    const { page, open } = office;
    await setUpCodes(page, 'office@example.cn', testStack);
    await open('/office/campaigns');
    await press(page, '新建年度评审');
    await page.getByRole('radio', { name: aksu2024.title }).check();
    await press(page, '开始填写');
    await page.getByRole('heading', { name: '谁', exact: true }).waitFor();
    await page.getByRole('link', { name: '检查' }).click();
    await page.getByText('各项齐全，可以设立。').waitFor();
    await page.getByLabel('设立依据').fill('阿克苏地区职改办通知');
    await press(page, '设立年度评审');
    await page.getByRole('heading', { name: '评审政策' }).first().waitFor();
    const all = page.getByRole('button', { name: /^确认 \d+ 项$/ }).first();
    await all.click();
    await page.getByLabel('理由', { exact: true }).fill('经核对人社部令第40号及本地惯例');
    await press(dialogOf(page), '确认');
    await page.getByText('第 2 版').first().waitFor();
    await page.getByRole('link', { name: '评审进程', exact: true }).click();
    await press(page, '发布通知');
    await press(dialogOf(page), '发布通知');
    await dialogOf(page).waitFor({ state: 'hidden' });
  });

  test('fifty people get in: one of each half in the browser, the others by the same requests', async () => {
    unit = await acceptInvitation(clerk);
    await setUpCodes(unit.page, clerk, testStack);
    await unit.open('/unit/people');
    await press(unit.page, '邀请');
    const lines = invited.map((email, index) => `申请人${index}\t${email}`);
    await dialogOf(unit.page)
      .getByLabel('名单')
      .fill(['姓名\t邮箱', ...lines].join('\n'));
    await press(dialogOf(unit.page), '发出邀请');
    await dialogOf(unit.page).getByText(`已发出 ${half} 份邀请`).waitFor();
    await unit.page.keyboard.press('Escape');

    const [firstInvited = '', ...othersInvited] = invited;
    const invitee = await visitor();
    await invitee.open(await mailed(testStack.inbox, firstInvited, joining));
    await invitee.page.getByLabel('身份证号').fill(idNumberOf(0));
    await choosePassword(invitee.page, newPassword);
    await press(invitee.page, '接受');
    await invitee.page.getByRole('heading', { level: 1, name: '我的申报' }).waitFor();
    await invitee.leave();
    const accept = async (email: string, index: number) => {
      const [, token] = (await mailed(testStack.inbox, email, joining)).split('#');
      const body = { token, idNumber: idNumberOf(index + 1), newPassword };
      await request(testStack.url).post('/api/auth/invitations/accept').send(body).expect(201);
    };
    await fewAtOnce(othersInvited, accept);

    applicant = await visitor();
    const [firstRegistered = '', ...othersRegistered] = registered;
    const { page } = applicant;
    await applicant.open('/register');
    await page.getByLabel('邮箱').fill(firstRegistered);
    await press(page, '获取验证码');
    const code = /验证码：(\d{6})/;
    await page.getByLabel('验证码', { exact: true }).fill(await mailed(testStack.inbox, firstRegistered, code));
    await page.getByLabel('姓名').fill('热依汗·阿不都克里木');
    await choosePassword(page, newPassword);
    await page.getByLabel('身份证号').fill(idNumberOf(half));
    await press(page, '注册账户');
    await press(page, '申请加入单位');
    await dialogOf(page).getByRole('combobox', { name: '单位' }).fill('第1机械厂');
    await page.getByTitle(units[0] ?? '', { exact: true }).click();
    await press(dialogOf(page), '提出申请');
    await page.getByText('等待单位同意').waitFor();
    const registerAt = async (email: string, index: number) => {
      const agent = request.agent(testStack.url);
      await agent.post('/api/auth/registration-codes').send({ contact: email }).expect(204);
      const person = { contact: email, name: `注册人${index}`, idNumber: idNumberOf(half + 1 + index), newPassword };
      const proven = { ...person, code: await mailed(testStack.inbox, email, code) };
      await agent.post('/api/auth/registrations').send(proven).expect(201);
      await agent.post('/api/me/memberships').send({ unitId: 'wensu-1' }).expect(204);
    };
    await fewAtOnce(othersRegistered, registerAt);
    await unit.page.reload();
    await unit.page.getByRole('checkbox', { name: '全选' }).check();
    await press(unit.page, `同意所选（${half}）`);
    await unit.page.getByText('没有等待办理的。').first().waitFor();
    expect(await testStack.db.roleBinding.count({ where: { role: 'applicant', unitId: 'wensu-1' } })).toBe(2 * half);
  });

  test('and when filing opens, the first of them apply: the unit finds them in its queue', async () => {
    await testStack.moveTo('2024-07-22T10:00:00+08:00');
    const { page, open } = applicant;
    await open('/applicant/new');
    await page.getByLabel('副高级').check();
    await choose(page.getByRole('main'), '申报专业', '机械电子（工程系列）');
    await press(page, '开始填写');
    await page.waitForURL('**/applicant/*/form');
    const id = /applicant\/([^/]+)\/form/.exec(page.url())?.[1] ?? '';
    await open('/applicant');
    const { id: personId } = await testStack.db.user.findUniqueOrThrow({ where: { email: registered[0] ?? '' } });
    await fillDossier(callerWith(testStack.app, await sessionFor(testStack.db, personId)), id, formOfPerson(half));
    await open(`/applications/${id}`);
    await perform(page, '提交申报');
    await seesStatus(page, '单位审核');
    await unit.open('/unit');
    await unit.page.getByText('热依汗·阿不都克里木').first().waitFor();
    expect(testStack.complaints).toEqual([]);
  });
});
