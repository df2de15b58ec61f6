import { applicationNumber } from '../../rules/application/applicationNumber.js';
import { isoInBeijing, startOfDay } from '../../rules/calendar/instant.js';
import { payCode } from '../../rules/fees/payCode.js';
import type { MatchedFee } from '../../rules/statements/matchLines.js';
import type { StatementLine } from '../../rules/statements/statementLine.js';
import { randomOf } from '../../simulation/chaos/random.js';

/** How the lines of an invented statement came about. */
export type LineKind = 'good' | 'wrongAmount' | 'noCode' | 'doubled' | 'outgoing';

/** A line with the fee it is the payment of; null: of none. */
export interface InventedLine {
  readonly kind: LineKind;
  readonly line: StatementLine;
  readonly fee: MatchedFee | null;
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英建国文华玉兰红梅';
const amounts = [60_000, 40_000, 20_000] as const;

/**
 * A statement of `count` lines and the fees of a campaign: 90 in 100 name their code and pay the fee, 3 another amount, 3 name no
 * code, 2 are there twice, 2 go out. Fees that are registered already are taken in their order. Half of the payments come by scan and name its company.
 */
export function inventedStatement(count: number, seed: number, registered: readonly MatchedFee[] = []) {
  const random = randomOf(seed);
  const below = (bound: number) => random.between(0, bound - 1);
  const nameOf = () =>
    `${surnames[below(surnames.length)]}${given[below(given.length)]}${below(3) > 0 ? given[below(given.length)] : ''}`;
  const fees: MatchedFee[] = [];
  const lines: InventedLine[] = [];
  let balance = 100_000_000;
  while (lines.length < count) {
    const ordinal = lines.length;
    const dice = below(100);
    const kind =
      dice < 90 ? 'good' : dice < 93 ? 'wrongAmount' : dice < 96 ? 'noCode' : dice < 98 ? 'doubled' : 'outgoing';
    const booked = isoInBeijing(startOfDay('2024-09-10') + ordinal * 7_000).slice(0, 19);
    if (kind === 'doubled') {
      const earlier = lines[below(Math.max(1, ordinal))];
      if (earlier === undefined || earlier.kind === 'doubled') continue;
      lines.push({ kind, line: { ...earlier.line, row: ordinal + 1 }, fee: earlier.fee });
      continue;
    }
    const fee = registered[fees.length] ?? inventedFee(ordinal, nameOf(), random.pick(amounts));
    const { amount, applicantName } = fee;
    const code = below(10) > 0 || registered.length > 0 ? fee.code : fee.number;
    const scanned = below(2) === 0;
    const paid =
      kind === 'wrongAmount'
        ? amount + random.pick([-10_000, 10_000, 1])
        : kind === 'outgoing'
          ? 1 + below(100_000)
          : amount;
    balance += kind === 'outgoing' ? -paid : paid;
    if (kind !== 'outgoing') fees.push(fee);
    lines.push({
      kind,
      fee: kind === 'good' ? fee : null,
      line: {
        row: ordinal + 1,
        booked,
        direction: kind === 'outgoing' ? 'out' : 'in',
        amount: paid,
        balance,
        account: '3000001',
        counterparty: scanned ? '财付通支付科技有限公司' : applicantName,
        remark: kind === 'noCode' ? '评审费 20240911' : `职称评审费 ${code} ${scanned ? applicantName : ''}`.trim(),
        serial: below(2) === 0 ? `S${ordinal}` : null,
      },
    });
  }
  return { fees, lines };
}

const inventedFee = (ordinal: number, applicantName: string, amount: number): MatchedFee => ({
  applicationId: `application-${ordinal}`,
  part: 'review',
  code: payCode(ordinal),
  number: applicationNumber('2024-AKSU', ordinal + 1),
  applicantName,
  amount,
  state: 'due',
  paidDays: [],
  fromLine: false,
});
