import { z } from 'zod';
import type { FormName } from '../../rules/application/act.js';
import { documentKinds } from '../../rules/dossier/dossier.js';
import { bodies } from '../acts/bodies.js';
import { line } from '../http/text.js';

const count = z.int().min(0);
const Sheet = z.strictObject({
  expertId: line(64),
  points: z.int().min(0).max(10_000),
  recused: z.boolean().default(false),
});
const kinds = z.array(z.enum(documentKinds)).max(100);

/**
 * The body of a past act, for each form the law takes: what a person sends with it today, and what the API would look up. Left out: the unit attached what it must, the originals were complete, the objection was the oldest open one.
 */
export const pastBodies = {
  ...bodies,
  attachments: bodies.attachments.extend({ attached: kinds.optional() }),
  objectionOutcome: bodies.objectionOutcome.partial({ objectionId: true }),
  originals: bodies.originals.partial(),
  /** The sheets of the panel that heard the candidate in the other system. */
  scores: z.strictObject({ sheets: z.array(Sheet).min(1).max(50) }),
  meeting: bodies.meeting.extend({
    /** For a candidate exempt from the defense: the specialty's scores as the meeting had them. */
    specialty: z.strictObject({ sum: count, count, pending: count }).optional(),
  }),
} as const satisfies Record<FormName, z.ZodType>;

/** A past body of one form as zod has read it. */
export type PastBody<F extends FormName> = z.output<(typeof pastBodies)[F]>;
