import { Prisma } from './generated/client.js';

/** Whether the database refused a row because another one with the same unique values is there already. */
export function isAlreadyThere(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
