import { z } from 'zod';
import { drawFileFormat } from '../../../rules/committee/draw/drawFile.js';
import { count, iso, sha256, signature, text } from './parts.js';

const drawn = z.array(
  z.strictObject({ expertId: text, specialty: text, ordinal: z.int().min(1), conflicted: z.boolean() }),
);

/** The export of a draw. */
export const DrawFile = z.strictObject({
  format: z.literal(drawFileFormat),
  drawId: z.uuid(),
  campaignId: text,
  committee: text,
  specialty: text.nullable(),
  seedHash: sha256,
  committedAt: iso,
  frozenAt: iso,
  drawnAt: iso,
  poolHash: sha256,
  frozenSignature: signature,
  plan: z.strictObject({
    campaignId: text,
    committee: text,
    size: count.max(1_000),
    minimum: count,
    odd: z.boolean(),
    alternates: count.max(10_000),
    quotas: z.record(text, count.max(1_000)).nullable(),
    specialties: z.array(text),
    experts: z.array(z.strictObject({ id: text, specialty: text, conflicted: z.boolean() })),
  }),
  seed: sha256,
  result: z.strictObject({ members: drawn, alternates: drawn }),
});
