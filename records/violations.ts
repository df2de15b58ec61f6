import pg from 'pg';
import { Prisma } from './generated/client.js';

const uniqueViolation = '23505';

/** Whether the database refused a row because another one with the same unique values is there already. */
export function isAlreadyThere(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return error.code === uniqueViolation;
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
