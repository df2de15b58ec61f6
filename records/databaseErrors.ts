import pg from 'pg';
import { Prisma } from './generated/client.js';

// Connections refused or ended, too many of them, a statement that took too long.
const OUTAGE_SQLSTATES = /^(08...|53300|57014|57P0[123])$/;
const OUTAGE_CODES =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|P1001|P1002|P1008|P1017|P2024|P2028)$/;
// What pg reports without a code.
const OUTAGE_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client was closed|not queryable/;
const UNIQUE_VIOLATION = '23505';

/** Whether the database refused a row because another one has the same unique values. */
export function isAlreadyThere(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return error.code === UNIQUE_VIOLATION;
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

/** Whether a row that was to be changed or removed is not there, or no longer as it was. */
export function isMissing(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2025';
}

/** Whether an error comes from a database that cannot be reached or does not answer, and not from the statement. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  const own = OUTAGE_SQLSTATES.test(code) || OUTAGE_CODES.test(code) || OUTAGE_MESSAGES.test(error.message);
  return own || isOutage(error.cause) || (error instanceof AggregateError && error.errors.some(isOutage));
}
