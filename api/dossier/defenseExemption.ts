import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { paragraphs } from './fields.js';

/** 通知 四（四）: why the candidate need not defend. */
export const defenseExemption = z.strictObject({ ground: paragraphs(500) }) satisfies z.ZodType<
  NonNullable<Dossier['defenseExemption']>
>;
