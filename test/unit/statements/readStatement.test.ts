import { parseMoney, parseTime } from '../../../rules/statements/cells.js';
import { findArrangement } from '../../../rules/statements/headings.js';
import { type StatementLayoutName, statementLayouts } from '../../../rules/statements/layouts.js';
import { readStatement } from '../../../rules/statements/readStatement.js';

/** Statements as banks export them, each with 600 yuan of 张三 for a fee, and 20 yuan that went out. */
const samples: Readonly<Record<StatementLayoutName, readonly (readonly string[])[]>> = {
  icbc_columns: [
    ['[HISTORYDETAIL]'],
    [
      '凭证号',
      '本方账号',
      '对方账号',
      '交易时间',
      '借/贷',
      '借方发生额',
      '贷方发生额',
      '对方行号',
      '摘要',
      '用途',
      '对方单位名称',
      '余额',
    ],
    [
      '0\t',
      '3000001\t',
      '62220001\t',
      '2024-09-11 10:02:03\t',
      '贷\t',
      '0.00\t',
      '600.00\t',
      '\t',
      '转账\t',
      '10000017\t',
      '张三\t',
      '1,600.00\t',
    ],
    [
      '0\t',
      '3000001\t',
      '62220002\t',
      '2024-09-11 11:00:00\t',
      '借\t',
      '20.00\t',
      '0.00\t',
      '\t',
      '手续费\t',
      '\t',
      '工行\t',
      '1,580.00\t',
    ],
  ],
  icbc_flag: [
    ['对方账号', '交易时间', '借贷标志', '对方单位', '对方行号', '用途', '摘要', '附言', '发生额', '余额', '币种'],
    ['62220001', '2024-09-11 10:02:03', '贷', '张三', '1', '10000017', '转账', '', '600.00', '1,600.00', '人民币'],
    ['62220002', '2024-09-11 11:00:00', '借', '工行', '1', '', '手续费', '', '20.00', '1,580.00', '人民币'],
  ],
  icbc_transfer: [
    ['对方账号', '交易时间', '对方单位', '用途', '摘要', '附言', '回单个性化信息', '余额', '转出金额', '转入金额'],
    ['62220001', '2024-09-11 10:02:03', '张三', '10000017', '转账', '', '', '1600', '', '600'],
    ['62220002', '2024-09-11 11:00:00', '工行', '', '手续费', '', '', '1580', '20', ''],
  ],
  abc: [
    ['账户明细'],
    ['账号：30 000 001 23', '户名：评审办', '币种：人民币'],
    ['交易时间', '收入金额', '支出金额', '账户余额', '对方账号', '对方户名', '对方开户行', '摘要'],
    ['2024-09-11 10:02:03', '+600.00', '', '1600.00', '62220001', '张三', '农行', '10000017'],
    ['2024-09-11 11:00:00', '', '20.00', '1580.00', '62220002', '工行', '农行', '手续费'],
    ['合计', '600.00', '20.00', '', '', '', '', ''],
  ],
  ccb: [
    ['中国建设银行账户明细'],
    ['账号', '3000001', '账户名称', '评审办'],
    [
      '账号',
      '账户名称',
      '交易时间',
      '借方发生额/元(支取) ',
      '贷方发生额/元(收入)',
      '余额',
      '币种',
      '对方户名',
      '对方账号',
      '对方开户机构',
      '记账日期',
      '摘要',
      '备注',
      '账户明细编号-交易流水号',
    ],
    [
      '3000001',
      '评审办',
      '20240911 10:02:03',
      '0.00',
      '600.00',
      '1,600.00',
      '人民币元',
      '张三',
      '62220001',
      '建行',
      '20240911',
      '转账',
      '10000017',
      '1-77',
    ],
    [
      '3000001',
      '评审办',
      '20240911 11:00:00',
      '20.00',
      '0.00',
      '1,580.00',
      '人民币元',
      '工行',
      '62220002',
      '建行',
      '20240911',
      '手续费',
      '',
      '2-78',
    ],
  ],
  boc: [
    ['查询账号[ Inquirer account number ]', '30000012345'],
    ['总笔数[ Total ]', '2'],
    [
      '交易类型[ Transaction Type ]',
      '业务类型[ Business type ]',
      "付款人名称[ Payer's Name ]",
      '付款人开户行名[ Payer account bank ]',
      "收款人名称[ Payee's Name ]",
      '交易日期[ Transaction Date ]',
      '交易时间[ Transaction time ]',
      '交易货币[ Trade Currency ]',
      '交易金额[ Trade Amount ]',
      '交易后余额[ After-transaction balance ]',
      '交易流水号[ Transaction reference number ]',
      '摘要[ Reference ]',
      '用途[ Purpose ]',
      '交易附言[ Remark ]',
    ],
    [
      '来账',
      '转账',
      '张三',
      '某某公司',
      '评审办',
      '20240911',
      '10:02:03',
      'CNY',
      '600.00',
      '1600.00',
      '77',
      '',
      '10000017',
      '',
    ],
    [
      '往账',
      '收费',
      '评审办',
      '中行',
      '工行',
      '20240911',
      '110000',
      'CNY',
      '-20.00',
      '1580.00',
      '78',
      '',
      '',
      '手续费',
    ],
  ],
  rural: [
    ['农村商业银行'],
    [''],
    ['交易明细'],
    [''],
    ['交易日期', '对方户名', '收入金额', '支出金额', '余额', '账号', '币种', '对方账号', '用途', '附言', '核心流水号'],
    ['2024年9月11日', '张三', '600.00', '', '1,600.00', '3000001', '人民币', '62220001', '10000017', '', '77'],
    ['2024年9月11日', '工行', '', '20.00', '1,580.00', '3000001', '人民币', '62220002', '手续费', '', '78'],
  ],
  cmb: [
    [
      '交易日',
      '交易时间',
      '起息日',
      '交易类型',
      '借方金额',
      '贷方金额',
      '余额',
      '摘要',
      '流水号',
      '用途',
      '业务摘要',
      '收(付)方名称',
      '收(付)方账号',
    ],
    ['20240911', '10:02:03', '20240911', '转账', '', '600.00', '1600.00', '', '77', '10000017', '', '张三', '62220001'],
    ['20240911', '11:00:00', '20240911', '收费', '20.00', '', '1580.00', '', '78', '', '手续费', '工行', '62220002'],
  ],
};

const read = (rows: readonly (readonly string[])[]) => {
  const arrangement = findArrangement(rows, statementLayouts);
  if (arrangement === null) throw new Error('no layout fits');
  return { layout: arrangement.layout, ...readStatement(rows, arrangement) };
};

test.each(Object.entries(samples))('a statement laid out as %s is read wherever its columns stand', (name, rows) => {
  const reading = read(rows);
  expect(reading).toMatchObject({ layout: name, faults: [], warnings: [] });
  const [first, second, ...rest] = reading.lines;
  expect(rest).toEqual([]);
  expect(first).toMatchObject({ direction: 'in', amount: 60_000, balance: 160_000, counterparty: '张三' });
  expect(first?.booked.slice(0, 10)).toBe('2024-09-11');
  expect(first?.remark).toContain('10000017');
  expect(second).toMatchObject({ direction: 'out', amount: 2_000, balance: 158_000, counterparty: '工行' });
  // The last column first, heading included.
  const turned = rows.map((row) => (row.length < 5 ? row : row.toReversed()));
  expect(read(turned).lines.map(({ row, ...line }) => line)).toEqual(reading.lines.map(({ row, ...line }) => line));
});

test('a fault names its row and column, and leaves no line out in silence', () => {
  const [heading = [], good = [], bad = []] = samples.icbc_flag;
  const at = (column: number, cell: string) => bad.map((one, index) => (index === column ? cell : one));
  const rows = [heading, good, at(1, '昨天'), at(8, '1.234'), at(2, '?'), at(10, '美元')];
  expect(read(rows).faults).toEqual([
    { row: 3, column: '交易时间', why: 'time' },
    { row: 4, column: '发生额', why: 'money' },
    { row: 5, column: '借贷标志', why: 'direction' },
    { row: 6, column: '币种', why: 'currency' },
  ]);
});

test('what is taken back in the column of money in went out', () => {
  const [heading = [], good = []] = samples.icbc_transfer;
  const reversed = good.map((cell, index) => (index === 9 ? '-600' : index === 7 ? '1000' : cell));
  expect(read([heading, good, reversed]).lines.map(({ direction }) => direction)).toEqual(['in', 'out']);
});

test('balances that do not follow from one another, and a last line that breaks off, are told', () => {
  const rows = samples.icbc_columns;
  const [title = [], heading = [], one = [], other = []] = rows;
  expect(read([title, heading, other, one]).warnings).toEqual([]);
  const wrong = one.map((cell, index) => (index === 11 ? '1,500.00' : cell));
  expect(read([title, heading, wrong, other]).warnings).toEqual(['balance']);
  expect(read([title, heading, one, other.slice(0, 8)]).warnings).toEqual(['cut']);
});

test('a table whose headings no bank of these has is of no layout', () => {
  expect(
    findArrangement(
      [
        ['日期', '金额'],
        ['2024-09-11', '600'],
      ],
      statementLayouts,
    ),
  ).toBeNull();
});

test.each([
  ['1,234.50', 123_450],
  ['+600', 60_000],
  ['-20.00', -2_000],
  ['￥600.00元', 60_000],
  ['６００．００', 60_000],
  ['600.0000000001', 60_000],
  ['599.9999999999', 60_000],
  ['="600.00"', 60_000],
  ['', 0],
  ['-', 0],
  ['6e2', null],
  ['600.005', null],
  ['六百', null],
  ['1.2.3', null],
])('%j is %j fen', (cell, fen) => expect(parseMoney(cell)).toBe(fen));

test.each([
  ['2024-09-11 10:02:03', '2024-09-11T10:02:03'],
  ['2024/9/1 9:02', '2024-09-01T09:02:00'],
  ['20240911 10:02:03', '2024-09-11T10:02:03'],
  ['20240911100203', '2024-09-11T10:02:03'],
  ['2024-09-11T10:02:03', '2024-09-11T10:02:03'],
  ['2024年9月11日', '2024-09-11'],
  ['20240911\t', '2024-09-11'],
  ['45546', '2024-09-11'],
  ['45546.5', '2024-09-11T12:00:00'],
  ['2024-02-30', null],
  ['1924-09-11', null],
  ['2024-09-11 25:00:00', null],
  ['合计', null],
  ['', null],
])('%j is the time %j', (cell, time) => expect(parseTime(cell)).toBe(time));
