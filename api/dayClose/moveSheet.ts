import { paymentChannelLabels } from '../../rules/application/paymentChannels.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { paymentWays } from '../../rules/dayClose/dayClose.js';
import type { BankMove } from '../../rules/dayClose/daySummary.js';
import { postingKinds } from '../../rules/fees/postings.js';
import type { CellValue } from '../exports/safeCell.js';
import type { Sheet } from '../exports/sheet.js';

type Move = BankMove & { readonly closedDay: string | null };

/** Money that moved as a workbook, a row each, with the day in whose close it is. */
export function moveSheet(name: string, moves: AsyncIterable<Move> | Iterable<Move>): Sheet {
  return {
    name,
    columns: [
      { label: '时间', kind: 'instant', width: 18 },
      { label: '日结日期', kind: 'date', width: 12 },
      { label: '申报编号', kind: 'text', width: 20 },
      { label: '姓名', kind: 'text', width: 16 },
      { label: '缴款码', kind: 'text', width: 12 },
      { label: '事项', kind: 'text', width: 18 },
      { label: '渠道', kind: 'text', width: 10 },
      { label: '登记方式', kind: 'text', width: 14 },
      { label: '金额（元）', kind: 'number', width: 14 },
      { label: '银行流水号或退费编号', kind: 'text', width: 38 },
    ],
    rows: rowsOf(moves),
  };
}

async function* rowsOf(moves: AsyncIterable<Move> | Iterable<Move>): AsyncGenerator<readonly CellValue[]> {
  for await (const { at, closedDay, number, applicantName, payCode, kind, channel, way, amount, reference } of moves)
    yield [
      isoInBeijing(at),
      closedDay,
      number,
      applicantName,
      payCode,
      postingKinds[kind].zh,
      channel === null ? null : paymentChannelLabels[channel].zh,
      way === null ? null : paymentWays[way].zh,
      amount / 100,
      reference,
    ];
}
