import { paymentChannelLabels } from '../../../rules/application/paymentChannels.js';
import { formatInstantZh, type LocalDate } from '../../../rules/calendar/instant.js';
import { type FeePart, feePartLabels } from '../../../rules/candidate/fees.js';
import { paymentWays } from '../../../rules/dayClose/dayClose.js';
import { type DayClose, daySums, statementDifference, sumOfMoves } from '../../../rules/dayClose/daySummary.js';
import { type FeeState, feeStateLabels } from '../../../rules/fees/feeStates.js';
import { postingKinds } from '../../../rules/fees/postings.js';
import { feePaperKinds } from '../../../rules/papers/feePaperKinds.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { dayInWords } from '../application/input.js';
import { campaignPaper, pairs, table } from '../campaign/campaignInput.js';
import type { Block, Paper } from '../paper.js';

/** The campaign that a report is about. */
export interface ReportCampaign {
  readonly campaignId: string;
  readonly title: string;
  readonly policy: Policy;
}

/** Fees of one part in one state. */
export interface FeeSum {
  readonly part: FeePart;
  readonly state: FeeState;
  readonly count: number;
  /** In fen. */
  readonly amount: number;
}

/** Fen as yuan, `1,200.00`. */
const yuan = (fen: number) =>
  (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const money = (fen: number | null) => (fen === null ? '对账单未载明' : `${yuan(fen)}元`);
const signatures: Block = { kind: 'note', paragraphs: ['经办：　　　　　　　　复核：　　　　　　　　财务负责人：'] };

/** 收款日结单: what a closed day holds, by kind, channel and way, and beside the bank's statement; each transfer after it. */
export function dayReport(campaign: ReportCampaign, close: DayClose): Paper {
  const { day, previousDay, closedAt, closedByName, remark, ledgerBalance, statement, moves } = close;
  const total = sumOfMoves(moves);
  const sums = daySums(moves).map(({ kind, channel, way, count, amount }) => [
    postingKinds[kind].zh,
    channel === null ? '—' : paymentChannelLabels[channel].zh,
    way === null ? '—' : paymentWays[way].zh,
    String(count),
    yuan(amount),
  ]);
  return campaignPaper(campaign, {
    title: feePaperKinds.day_report.zh,
    on: day,
    blocks: [
      { kind: 'title', text: feePaperKinds.day_report.zh },
      pairs(
        [['年度评审', campaign.title]],
        [
          ['日结日期', dayInWords(day)],
          ['上次日结', previousDay === null ? '无' : dayInWords(previousDay)],
        ],
        [
          ['日结人', closedByName ?? ''],
          ['日结时间', closedAt === null ? '' : formatInstantZh(closedAt)],
        ],
      ),
      { kind: 'heading', text: '一、收付汇总' },
      table(
        [
          ['事项', 4],
          ['渠道', 2],
          ['登记方式', 3],
          ['笔数', 1.5],
          ['金额（元）', 3],
        ],
        [...sums, ['合计', '—', '—', String(moves.length), yuan(total)]],
      ),
      { kind: 'heading', text: '二、与银行对账单核对' },
      pairs(
        [
          ['账面净收', money(total)],
          ['对账单净收', money(statement.received - statement.spent)],
        ],
        [
          ['差额', money(statementDifference(close))],
          ['未确认收入', `${statement.openCount}笔 ${money(statement.openAmount)}`],
        ],
        [
          ['账面余额（本年度评审）', money(ledgerBalance)],
          ['对账单余额', money(statement.balance)],
        ],
        [['说明', remark ?? '无']],
      ),
      { kind: 'heading', text: '三、逐笔明细' },
      table(
        [
          ['序号', 1],
          ['时间', 3],
          ['申报编号', 3.2],
          ['姓名', 2.6],
          ['缴款码', 2],
          ['事项', 2.4],
          ['金额（元）', 2.2],
        ],
        moves.map(({ at, number, applicantName, payCode, kind, amount }, index) => [
          String(index + 1),
          formatInstantZh(at),
          number ?? '—',
          applicantName ?? '—',
          payCode ?? '—',
          postingKinds[kind].zh,
          yuan(amount),
        ]),
      ),
      signatures,
    ],
  });
}

/** 年度收费报表: the fees by part and state, and the days that are closed. */
export function feeReport(
  campaign: ReportCampaign,
  given: {
    readonly on: LocalDate;
    readonly sums: readonly FeeSum[];
    readonly closes: readonly (Omit<DayClose, 'moves'> & { readonly count: number; readonly amount: number })[];
  },
): Paper {
  const { on, sums, closes } = given;
  const all = (of: 'count' | 'amount', rows: readonly { readonly count: number; readonly amount: number }[]) =>
    rows.reduce((sum, row) => sum + row[of], 0);
  return campaignPaper(campaign, {
    title: feePaperKinds.fee_report.zh,
    on,
    blocks: [
      { kind: 'title', text: feePaperKinds.fee_report.zh },
      pairs([['年度评审', campaign.title]], [['截至', dayInWords(on)]]),
      { kind: 'heading', text: '一、费用情况' },
      table(
        [
          ['费用', 3],
          ['状态', 3],
          ['份数', 2],
          ['金额（元）', 3],
        ],
        [
          ...sums.map(({ part, state, count, amount }) => [
            feePartLabels[part].zh,
            feeStateLabels[state].zh,
            String(count),
            yuan(amount),
          ]),
          ['合计', '—', String(all('count', sums)), yuan(all('amount', sums))],
        ],
      ),
      { kind: 'heading', text: '二、各日日结' },
      table(
        [
          ['日期', 3],
          ['笔数', 1.5],
          ['账面净收（元）', 3],
          ['账面余额（元）', 3],
          ['对账单余额（元）', 3],
          ['日结人', 2.5],
        ],
        [
          ...closes.map(({ day, count, amount, ledgerBalance, statement: { balance }, closedByName }) => [
            day,
            String(count),
            yuan(amount),
            yuan(ledgerBalance),
            balance === null ? '—' : yuan(balance),
            closedByName ?? '',
          ]),
          ['合计', String(all('count', closes)), yuan(all('amount', closes)), '—', '—', '—'],
        ],
      ),
      signatures,
    ],
  });
}
