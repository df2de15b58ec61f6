import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { paragraphs } from './fields.js';

/** 通知 四（一）7: the summary of the work in the present title. */
export const workSummary = z.strictObject({ text: paragraphs(20_000) }) satisfies z.ZodType<
  NonNullable<Dossier['workSummary']>
>;
