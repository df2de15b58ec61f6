import { z } from 'zod';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { exemptionGround } from '../http/campaignCodes.js';
import { paragraphs } from './fields.js';

/** 通知 四（四）: why the candidate need not defend, by the code of its ground; since when and where in words. */
export const defenseExemption = z.strictObject({
  ground: exemptionGround.exactOptional(),
  details: paragraphs(500),
}) satisfies z.ZodType<NonNullable<Dossier['defenseExemption']>>;
