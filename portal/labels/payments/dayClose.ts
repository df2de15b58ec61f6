import { paymentChannelLabels } from '../../../rules/application/paymentChannels.js';
import { paymentWays } from '../../../rules/dayClose/dayClose.js';
import { postingKinds } from '../../../rules/fees/postings.js';
import { area, codeLabels } from '../labelArea.js';

/** Labels of the page that closes days. */
export const dayClose = area('dayClose', {
  title: ['日结', 'Day close'],
  lead: [
    '每日收付汇总，并与银行对账单核对。日结后不再更改，之后登记或更正的计入下一次',
    "What a day took, beside the bank's statement. A closed day stays as it is; what is registered or put right later belongs to the next",
  ],
  day: ['日期', 'Day'],
  notClosed: ['尚未日结，以下为现在日结会有的内容', 'Not closed; this is what a close would hold now'],
  since: ['上次日结：{{day}}', 'The close before: {{day}}'],
  sinceNone: ['此前没有日结', 'No day was closed before'],
  kind: ['事项', 'Kind'],
  ...codeLabels('kind', postingKinds),
  channel: ['渠道', 'Channel'],
  ...codeLabels('channel', paymentChannelLabels),
  way: ['登记方式', 'Registered'],
  ...codeLabels('way', paymentWays),
  count: ['笔数', 'Number'],
  amount: ['金额', 'Amount'],
  total: ['{{n}} 笔，净收 {{sum}}', '{{n}}, {{sum}} net'],
  nothing: ['没有收付', 'Nothing came in or went out'],
  beside: ['与银行对账单核对', "Beside the bank's statement"],
  ledgerNet: ['账面净收', 'Net by the ledger'],
  statementNet: ['对账单净收', 'Net by the statement'],
  difference: ['差额', 'Difference'],
  agrees: ['相符', 'They agree'],
  differs: [
    '账面与对账单相差 {{sum}}。常见原因：对账单尚未导入、有未确认的收入、账户另有其他收付。',
    'The ledger and the statement differ by {{sum}}. Often the statement is not imported yet, lines are not confirmed, or the account serves other money too.',
  ],
  open: ['未确认的收入', 'Not confirmed'],
  openOf: ['{{n}} 笔 {{sum}}', '{{n}}, {{sum}}'],
  ledgerBalance: ['账面余额（本年度评审）', 'Balance by the ledger (this campaign)'],
  statementBalance: ['对账单余额', 'Balance by the statement'],
  notStated: ['未载明', 'Not stated'],
  remark: ['说明（有差额时写明原因）', 'Remark (why there is a difference)'],
  close: ['日结', 'Close the day'],
  closeSure: ['日结 {{day}}：{{n}} 笔，净收 {{sum}}？', 'Close {{day}}: {{n}}, {{sum}} net?'],
  closeMore: ['日结后不能更改。', 'A closed day cannot be changed.'],
  closed: ['已日结的各日', 'Closed days'],
  none: ['还没有日结', 'No day is closed'],
  show: ['查看', 'Show'],
  dayPdf: ['日结单 PDF', 'Report, PDF'],
  dayXlsx: ['明细 XLSX', 'Transfers, XLSX'],
  reportPdf: ['年度报表 PDF', 'Report of the campaign, PDF'],
  reportXlsx: ['全部明细 XLSX', 'All transfers, XLSX'],
});
