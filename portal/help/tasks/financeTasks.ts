import { common } from '../../labels/common.js';
import { dayClose } from '../../labels/payments/dayClose.js';
import { finance } from '../../labels/payments/finance.js';
import { statements } from '../../labels/payments/statements.js';
import { step, type Task } from './task.js';

const { labels: own } = finance;
const { labels: page } = common;
const { labels: bank } = statements;
const { labels: closing } = dayClose;
const role = 'finance';

/** What finance does, in the order of a day. */
export const financeTasks: readonly Task[] = [
  {
    id: 'confirm-payment',
    role,
    title: { zh: '怎么逐笔确认缴费、查看已收', en: 'How do I confirm a payment, and see what was paid?' },
    to: '/finance',
    steps: [
      step(
        '在{1}中找到申报，点{2}，填写到账日期和凭证号；确认即为已缴，并发信通知申报人。',
        'Under {1}, find the application and choose {2}; give the day and the voucher. It counts as paid, and the applicant is told.',
        page.page_finance,
        own.confirm,
      ),
      step(
        '已确认的在{1}，可按日期查看，导出收款日报。',
        'What is confirmed is under {1}, by day, and can be exported.',
        page.page_financePaid,
      ),
    ],
  },
  {
    id: 'statement',
    role,
    title: { zh: '怎么用银行对账单确认缴费', en: 'How do I confirm payments from a bank statement?' },
    to: '/finance/statements',
    steps: [
      step(
        '在{1}中选择从网银下载的文件，核对笔数和合计后点{2}。认不出格式的，指明各列是什么。',
        'Under {1}, choose the file of the bank, compare the number of lines and the sums, and choose {2}. Where the layout is not known, say what the columns are.',
        page.page_financeStatements,
        bank.import,
      ),
      step('{1}的流水点{2}。', 'Of the lines under {1}, choose {2}.', bank.verdict_certain, bank.confirmAll),
      step(
        '{1}和{2}的流水逐笔看：金额相等的可以{3}为所列费用。',
        'Look at those under {1} and {2} one by one: where the amount is the fee, {3} it.',
        bank.verdict_differs,
        bank.verdict_candidates,
        bank.confirm,
      ),
      step(
        '不是任何一项费用缴款的点{1}，记入暂收，之后在{2}里入账或退回。',
        'What pays no fee: choose {1}. It stands in suspense until it is booked or paid back under {2}.',
        bank.keep,
        page.page_financeUnmatched,
      ),
    ],
  },
  {
    id: 'unmatched',
    role,
    title: { zh: '对不上的款项怎么处理', en: 'What do I do with money that matches nothing?' },
    to: '/finance/unmatched',
    steps: [
      step(
        '在{1}中看款项情况：多缴、少缴、重复、提前、逾期，或无从对应。',
        'Under {1}, see what each is: too much, too little, twice, too early, too late, or unknown.',
        page.page_financeUnmatched,
      ),
      step(
        '几笔少缴的合计等于应缴金额时，点{1}。',
        'Where several payments that are too little make up the fee, choose {1}.',
        own.combine,
      ),
      step(
        '其他的点{1}，选择如何处理并写明理由；选{2}的，由另一人审批后付款。',
        'For the others choose {1}, say what is done and why; of {2}, another person decides.',
        own.resolve,
        own.refunded,
      ),
    ],
  },
  {
    id: 'refund',
    role,
    title: { zh: '怎么退费', en: 'How do I pay a fee back?' },
    to: '/finance/refunds',
    steps: [
      step(
        '在{1}中打开这项费用，点{2}并写明理由；申报人和办事机构也可以提出。',
        'Under {1}, open the fee, choose {2} and say why; the applicant and the office can ask for it too.',
        page.page_financeRegister,
        own.askRefund,
      ),
      step(
        '由另一人在{1}中审批，提出的人不能审批自己的。',
        'Another person decides under {1}, never the one who asked.',
        page.page_financeRefunds,
      ),
      step(
        '批准的导出后交银行按原路退回，再登记{1}。',
        'What is approved is exported for the bank and goes back the way it came; then record {1}.',
        own.refund_send,
      ),
    ],
  },
  {
    id: 'fee-register',
    role,
    title: { zh: '怎么查一项费用，导出账簿', en: 'How do I look up a fee, and export the ledger?' },
    to: '/finance/register',
    steps: [
      step(
        '在{1}中按缴款码、申报编号或姓名查找，打开后看到{2}、其他到账和退费。',
        'Under {1}, search by pay code, number or name; the fee shows its {2}, other payments and refunds.',
        page.page_financeRegister,
        own.entries,
      ),
      step('与银行账核对后点{1}。', 'Once compared with the bank, choose {1}.', own.check),
      step('全部分录可{1}，其中没有姓名。', 'All entries: {1}; it has no names.', own.ledgerFile),
    ],
  },
  {
    id: 'day-close',
    role,
    title: { zh: '怎么日结、出报表', en: 'How do I close a day, and get reports?' },
    to: '/finance/close',
    steps: [
      step(
        '先导入当日的银行对账单，再到{1}看{2}。',
        "Import the day's bank statement first; then, under {1}, see {2}.",
        page.page_financeClose,
        closing.beside,
      ),
      step(
        '有{1}的写明原因，点{2}。日结后不能更改，之后登记或更正的计入下一次。',
        'Where there is a {1}, say why; then choose {2}. A closed day stays as it is; what comes later belongs to the next.',
        closing.difference,
        closing.close,
      ),
      step(
        '日结单和年度报表在同一页：{1}、{2}。',
        'The reports are on the same page: {1}, {2}.',
        closing.dayPdf,
        closing.reportPdf,
      ),
    ],
  },
];
