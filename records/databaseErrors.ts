import pg from 'pg';
import { Prisma } from './generated/client.js';

const UNIQUE_VIOLATION = '23505';

/** Whether the database refused a row because another one has the same unique values. */
export function isAlreadyThere(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return error.code === UNIQUE_VIOLATION;
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
