import { generatePrismaClient } from '../migrations/prismaClient.js';
import { buildPrograms } from '../process/builtProgram.js';
import type { Print } from '../process/progress.js';
import { temporalProgram } from '../servers/temporalProgram.js';
import { timeSkippingProgram } from '../servers/timeSkippingProgram.js';
import { buildPortal } from './buildPortal.js';
import { makeApiTypes } from './makeApiTypes.js';

const preparations = {
  prisma: generatePrismaClient,
  temporal: temporalProgram,
  timeSkipping: timeSkippingProgram,
  portal: buildPortal,
  apiTypes: makeApiTypes,
  programs: buildPrograms,
};

/** What a command needs. PostgreSQL and the mail inbox come with npm and need nothing. */
export type Need = keyof typeof preparations;

/** Prepares what is needed and missing, side by side, with progress messages. */
export async function setup({ need, print }: { readonly need: readonly Need[]; readonly print: Print }): Promise<void> {
  await Promise.all(need.map((each) => preparations[each](print)));
}
