import { generatePrismaClient } from '../migrations/prismaClient.js';
import type { Print } from '../process/progress.js';
import { temporalProgram } from '../servers/temporalProgram.js';
import { timeSkippingProgram } from '../servers/timeSkippingProgram.js';
import { buildPortal } from './buildPortal.js';

/** What a command needs. PostgreSQL and the mail inbox come with npm and need nothing. */
export type Need = 'prisma' | 'temporal' | 'timeSkipping' | 'portal';

/** Prepares what is needed and missing, one after the other, with progress messages. */
export async function setup({ need, print }: { readonly need: readonly Need[]; readonly print: Print }): Promise<void> {
  if (need.includes('prisma')) await generatePrismaClient(print);
  if (need.includes('timeSkipping')) await timeSkippingProgram(print);
  if (need.includes('temporal')) await temporalProgram(print);
  if (need.includes('portal')) await buildPortal(print);
}
