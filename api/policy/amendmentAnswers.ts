import { z } from 'zod';
import { amendmentStates } from '../../rules/policy/amendmentStates.js';
import { CalendarNewsAnswer } from '../campaigns/answers.js';
import { at } from '../openapi/parts.js';
import { PolicyBody } from './policyBody.js';

const count = z.int().min(0).nullable();

/** A policy, a newer calendar or both, proposed for running applications too. */
export const AmendmentAnswer = z
  .object({
    id: z.uuid(),
    baseVersion: z.int(),
    reason: z.string(),
    state: z.enum(amendmentStates),
    proposedBy: z.string(),
    proposedAt: at,
    decidedBy: z.string().nullable(),
    decidedAt: at.nullable(),
    moved: count,
    refused: count,
    appliedAt: at.nullable(),
    changes: z.array(
      z.object({ path: z.string(), zh: z.string(), en: z.string(), from: z.unknown(), to: z.unknown() }),
    ),
    policy: z.union([PolicyBody, z.null()]),
    calendarVersion: z.string().nullable(),
    calendarNews: z.union([CalendarNewsAnswer, z.null()]),
  })
  .meta({ id: 'PolicyAmendment' });
