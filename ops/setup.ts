import { generatePrismaClient } from './migrations/prismaClient.js';
import { buildPortal } from './portal.js';
import type { Say } from './process/progress.js';
import { temporalProgram } from './servers/temporalServer.js';
import { timeSkippingProgram } from './servers/timeSkippingServer.js';

/** What a command cannot run without. PostgreSQL and the mail inbox come with npm and need nothing. */
export type Need = 'prisma' | 'temporal' | 'timeSkipping' | 'portal';

/** Gets what is needed and missing, one after the other, saying what it does. Nothing happens when all is there. */
export async function setup({ need, say }: { readonly need: readonly Need[]; readonly say: Say }): Promise<void> {
  if (need.includes('prisma')) await generatePrismaClient(say);
  if (need.includes('timeSkipping')) await timeSkippingProgram(say);
  if (need.includes('temporal')) await temporalProgram(say);
  if (need.includes('portal')) await buildPortal(say);
}
