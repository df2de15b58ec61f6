import type { BilingualText } from '../bilingualText.js';

/** What a column of a statement holds. Where the name is the payer's or the payee's, the direction says whose it is. */
export const statementFields = {
  time: { zh: '交易时间', en: 'Time' },
  date: { zh: '交易日期', en: 'Date' },
  clock: { zh: '时刻', en: 'Time of day' },
  moneyIn: { zh: '收入金额（贷方）', en: 'Money in (credit)' },
  moneyOut: { zh: '支出金额（借方）', en: 'Money out (debit)' },
  amount: { zh: '发生额', en: 'Amount' },
  flag: { zh: '收支标志', en: 'In or out' },
  balance: { zh: '余额', en: 'Balance' },
  account: { zh: '本方账号', en: 'Own account' },
  counterparty: { zh: '对方户名', en: 'Other party' },
  payer: { zh: '付款人', en: 'Payer' },
  payee: { zh: '收款人', en: 'Payee' },
  purpose: { zh: '用途', en: 'Purpose' },
  summary: { zh: '摘要', en: 'Summary' },
  postscript: { zh: '附言', en: 'Postscript' },
  remark: { zh: '备注', en: 'Remark' },
  serial: { zh: '流水号', en: 'Serial number' },
  currency: { zh: '币种', en: 'Currency' },
} as const satisfies Readonly<Record<string, BilingualText>>;
export type StatementField = keyof typeof statementFields;

/** How a layout tells money that came in: by the column it stands in, by a word beside it, or by its sign. */
export type DirectionBy = 'columns' | 'flag' | 'sign';

/** A bank's export as data: which headings name which field. Where a column stands does not count. */
export interface StatementLayout extends BilingualText {
  readonly bank: string;
  /** Found in public programs that read such exports, or remembered: either way to be confirmed with the bank. */
  readonly source: 'found' | 'remembered';
  readonly direction: DirectionBy;
  readonly columns: Readonly<Partial<Record<StatementField, readonly string[]>>>;
}

const remarks = { purpose: ['用途'], summary: ['摘要'], postscript: ['附言'], remark: ['备注'] } as const;

// Headings are compared without spaces, without what stands in [ ], and with half-width brackets.
const icbc = {
  bank: 'icbc',
  en: 'ICBC',
  source: 'found',
} as const;

/**
 * The layouts that ship. `found`: seen in public statement parsers; none is confirmed by its bank. 凭证号 of the Industrial and
 * Commercial Bank is no serial number: many lines have the same. Of the banks of Xinjiang's rural credit union nothing is known; the
 * rural commercial bank here is another one.
 */
export const statementLayouts = {
  icbc_columns: {
    ...icbc,
    zh: '工商银行（借方、贷方发生额）',
    direction: 'columns',
    columns: {
      time: ['交易时间'],
      account: ['本方账号'],
      moneyOut: ['借方发生额'],
      moneyIn: ['贷方发生额'],
      counterparty: ['对方单位名称'],
      balance: ['余额'],
      ...remarks,
    },
  },
  icbc_flag: {
    ...icbc,
    zh: '工商银行（借贷标志）',
    direction: 'flag',
    columns: {
      time: ['交易时间'],
      flag: ['借贷标志'],
      amount: ['发生额'],
      counterparty: ['对方单位'],
      balance: ['余额'],
      currency: ['币种'],
      ...remarks,
    },
  },
  icbc_transfer: {
    ...icbc,
    zh: '工商银行（转入、转出金额）',
    direction: 'columns',
    columns: {
      time: ['交易时间'],
      moneyOut: ['转出金额'],
      moneyIn: ['转入金额'],
      counterparty: ['对方单位'],
      balance: ['余额'],
      ...remarks,
      remark: ['回单个性化信息', '备注'],
    },
  },
  abc: {
    bank: 'abc',
    zh: '农业银行',
    en: 'Agricultural Bank of China',
    source: 'found',
    direction: 'columns',
    columns: {
      time: ['交易时间'],
      moneyIn: ['收入金额'],
      moneyOut: ['支出金额'],
      balance: ['账户余额'],
      counterparty: ['对方户名'],
      ...remarks,
    },
  },
  ccb: {
    bank: 'ccb',
    zh: '建设银行',
    en: 'China Construction Bank',
    source: 'found',
    direction: 'columns',
    columns: {
      time: ['交易时间'],
      account: ['账号'],
      moneyOut: ['借方发生额(支取)', '借方发生额/元(支取)'],
      moneyIn: ['贷方发生额(收入)', '贷方发生额/元(收入)'],
      balance: ['余额'],
      currency: ['币种'],
      counterparty: ['对方户名'],
      serial: ['账户明细编号-交易流水号'],
      ...remarks,
    },
  },
  boc: {
    bank: 'boc',
    zh: '中国银行',
    en: 'Bank of China',
    source: 'found',
    direction: 'flag',
    columns: {
      date: ['交易日期'],
      clock: ['交易时间'],
      flag: ['交易类型'],
      amount: ['交易金额'],
      balance: ['交易后余额'],
      currency: ['交易货币'],
      payer: ['付款人名称'],
      payee: ['收款人名称'],
      serial: ['交易流水号'],
      ...remarks,
      postscript: ['交易附言'],
    },
  },
  rural: {
    bank: 'rural',
    zh: '农村商业银行',
    en: 'Rural commercial bank',
    source: 'found',
    direction: 'columns',
    columns: {
      date: ['交易日期'],
      account: ['账号'],
      moneyIn: ['收入金额'],
      moneyOut: ['支出金额'],
      balance: ['余额'],
      currency: ['币种'],
      counterparty: ['对方户名'],
      serial: ['核心流水号'],
      ...remarks,
    },
  },
  cmb: {
    bank: 'cmb',
    zh: '招商银行（待核实）',
    en: 'China Merchants Bank (unverified)',
    source: 'remembered',
    direction: 'columns',
    columns: {
      date: ['交易日'],
      clock: ['交易时间'],
      moneyOut: ['借方金额'],
      moneyIn: ['贷方金额'],
      balance: ['余额'],
      counterparty: ['收(付)方名称', '收/付方名称'],
      serial: ['流水号'],
      ...remarks,
      postscript: ['业务摘要'],
    },
  },
} as const satisfies Readonly<Record<string, StatementLayout>>;
export type StatementLayoutName = keyof typeof statementLayouts;
export const statementLayoutNames = Object.keys(statementLayouts) as readonly StatementLayoutName[];

/** Words beside an amount that say which way it went. */
export const flagWords = {
  in: ['贷', '贷方', '收', '收入', '转入', '来账', '入账', '入', 'c', 'cr', '+'],
  out: ['借', '借方', '支', '支出', '转出', '往账', '出账', '付', '出', 'd', 'dr', '-'],
} as const;
