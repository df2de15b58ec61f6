import type { Page } from 'playwright-core';
import { stories } from '../../simulation/story/story.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
let page: Page;
beforeAll(async () => {
  testStack = await startTestStack('statements', '2024-09-11T10:00:00+08:00');
  const browserSession = await testStack.openBrowserSession({ email: testStack.office.emailOf('finance') });
  await browserSession.open('/finance/statements');
  page = browserSession.page;
}, 120_000);
afterAll(() => testStack.close());

const file = (name: string, text: string | Buffer) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const choose = (chosen: ReturnType<typeof file>) => page.getByLabel('选择对账单').setInputFiles(chosen);
const codeOf = async (applicationId: string) =>
  (await testStack.db.fee.findFirstOrThrow({ where: { applicationId } })).code;

test('a statement is read in the browser, its lines are matched, and those that match are confirmed at once', async () => {
  const [one, two] = [
    await testStack.office.application(stories.payment),
    await testStack.office.application(stories.payment),
  ];
  const heading = '交易时间,收入金额,支出金额,账户余额,对方账号,对方户名,对方开户行,摘要';
  const lines = [
    '账户明细',
    '账号：3000000123',
    heading,
    `2024-09-11 09:00:00,600.00,,1600.00,6222,财付通,农行,职称评审费${await codeOf(one)}`,
    `2024-09-11 09:01:00,"1,600.00",,3200.00,6222,某某,农行,${await codeOf(two)}`,
    '2024-09-11 09:02:00,,20.00,3180.00,6222,农行,农行,手续费',
    '合计,2200.00,20.00,,,,,',
  ];
  await choose(file('九月.csv', lines.join('\r\n').replace('2024-09-11 09:02:00', '昨天')));
  await page.getByText('第 6 行“交易时间”：不是时间').waitFor();
  expect(await page.getByRole('button', { name: '导入' }).isDisabled()).toBe(true);

  await choose(file('九月.csv', lines.join('\r\n')));
  await page.getByText('3 笔：收入 ¥2,200.00，支出 ¥20.00').waitFor();
  await page.getByRole('button', { name: '导入' }).click();
  await page.getByRole('radio', { name: '相符 1' }).waitFor();
  await page.getByText('金额与应缴不同').waitFor();
  await page.getByRole('button', { name: '一并确认相符的 1 笔' }).click();
  await page.getByText('确认 1 笔缴费，合计 ¥600.00？').waitFor();
  await page.getByRole('button', { name: /^确\s?认$/ }).click();
  await page.getByText('已确认 1 笔', { exact: true }).waitFor();
  await page.getByText('已由本笔流水确认').waitFor();
  expect(await testStack.db.event.count({ where: { applicationId: one, event: 'confirm_payment' } })).toBe(1);
  expect(await testStack.db.event.count({ where: { applicationId: two, event: 'confirm_payment' } })).toBe(0);
});

test('an old workbook says how to save it, and of an unknown table one names the columns', async () => {
  await choose(file('旧.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])));
  await page.getByText('这是旧版 XLS 文件').waitFor();
  const three = await testStack.office.application(stories.payment);
  const { number } = await testStack.db.application.findUniqueOrThrow({ where: { id: three } });
  await choose(file('未知.txt', `流水\n记账日|进账|说明\n2024-09-11|600|${number}`));
  await page.getByText('认不出这份表的格式').waitFor();
  for (const [field, column] of [
    ['交易时间', '第 1 列 记账日'],
    ['收入金额（贷方）', '第 2 列 进账'],
    ['备注', '第 3 列 说明'],
  ] as const) {
    await page.getByRole('combobox', { name: field }).click();
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(column).click();
  }
  await page.getByRole('button', { name: '按此读取' }).click();
  await page.getByText('各列由您指定').waitFor();
  await page.getByRole('button', { name: '导入' }).click();
  await page.getByRole('radio', { name: '相符 1' }).waitFor();
  await page.locator('.numbers', { hasText: number }).waitFor();
});
