import type { LocalDate } from '../calendar/instant.js';

/** One line of a bank's statement of the account that fees are paid into. */
export interface StatementLine {
  /** Its row in the file, from 1. */
  readonly row: number;
  /** In Beijing, as the bank wrote it: `2024-09-11` or `2024-09-11T10:02:03`. */
  readonly booked: string;
  readonly direction: 'in' | 'out';
  /** In fen, above 0. */
  readonly amount: number;
  /** After the line, in fen; null where the bank states none. */
  readonly balance: number | null;
  /** The holder's account; null where the file names none. */
  readonly account: string | null;
  /** The other party's name; scan payments name the company that carries them. */
  readonly counterparty: string;
  /** Purpose, summary and postscript, one after the other. */
  readonly remark: string;
  /** The bank's number of the transaction, where it states one. */
  readonly serial: string | null;
}

/** The day of a line. */
export const dayOfLine = ({ booked }: Pick<StatementLine, 'booked'>): LocalDate => booked.slice(0, 10);

/**
 * What tells a line from every other, so that the same one in two files counts once: the bank's serial number, else account, time,
 * amount and balance. A transfer and the charge for it may share a serial number, so amount and direction belong to the key. Where there
 * is no balance either, two equal payments of one second differ by who paid and what for.
 */
export function keyOfLine(line: Omit<StatementLine, 'row'>): string {
  const { serial, account, booked, direction, amount, balance, counterparty, remark } = line;
  const money = [direction, amount];
  if (serial !== null) return JSON.stringify(['serial', serial, ...money]);
  const rest = balance === null ? [counterparty, remark] : [balance];
  return JSON.stringify(['line', account, booked, ...money, ...rest]);
}
