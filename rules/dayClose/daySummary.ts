import type { PaymentChannel } from '../application/paymentChannels.js';
import type { Instant, LocalDate } from '../calendar/instant.js';
import type { PostingKind } from '../fees/postings.js';
import type { PaymentWay } from './dayClose.js';

/** Money of the ledger that came into the bank account or left it. */
export interface BankMove {
  readonly id: string;
  readonly kind: PostingKind;
  readonly at: Instant;
  /** In fen; below 0: it left. */
  readonly amount: number;
  /** Of a payment of a fee; null of all other money. */
  readonly channel: PaymentChannel | null;
  readonly way: PaymentWay | null;
  readonly payCode: string | null;
  /** The bank's transaction, or the refund. */
  readonly reference: string | null;
  /** The short number and the applicant, of money that belongs to an application. */
  readonly number: string | null;
  readonly applicantName: string | null;
}

/** What statements say of the days that a close is of, in fen. */
export interface StatementSums {
  readonly received: number;
  readonly spent: number;
  /** After the last line on or before the day; null: no statement states one. */
  readonly balance: number | null;
  /** Lines of money that came in and that nobody confirmed. */
  readonly openCount: number;
  readonly openAmount: number;
}

/** A close of a day, or what one would hold now. */
export interface DayClose {
  readonly id: string | null;
  readonly day: LocalDate;
  /** The day of the close before; null: it is the first. */
  readonly previousDay: LocalDate | null;
  readonly closedAt: Instant | null;
  readonly closedByName: string | null;
  readonly remark: string | null;
  /** The ledger's balance of the bank account with it, of this campaign, in fen. */
  readonly ledgerBalance: number;
  readonly statement: StatementSums;
  readonly moves: readonly BankMove[];
}

/** Moves of one kind, channel and way. */
export interface DaySum extends Pick<BankMove, 'kind' | 'channel' | 'way'> {
  readonly count: number;
  readonly amount: number;
}

/** The sums of a day by kind, channel and way, in the order in which they first appear. */
export function daySums(moves: readonly BankMove[]): readonly DaySum[] {
  const sums = new Map<string, DaySum>();
  for (const { kind, channel, way, amount } of moves) {
    const key = JSON.stringify([kind, channel, way]);
    const { count = 0, amount: sum = 0 } = sums.get(key) ?? {};
    sums.set(key, { kind, channel, way, count: count + 1, amount: sum + amount });
  }
  return [...sums.values()];
}

/** What came in less what went out, in fen. */
export const sumOfMoves = (moves: readonly BankMove[]): number => moves.reduce((sum, { amount }) => sum + amount, 0);

/** How much more the ledger has of these days than the statements: 0 where they agree. */
export const statementDifference = ({
  moves,
  statement: { received, spent },
}: Pick<DayClose, 'moves' | 'statement'>): number => sumOfMoves(moves) - (received - spent);
