import { z } from 'zod';
import { queueKinds } from '../../engine/engineQueues.js';
import { campaignPhases } from '../../rules/campaign/campaignPhase.js';
import { CalendarNewsAnswer } from '../campaigns/answers.js';
import { at, label } from '../openapi/parts.js';

export const HealthAnswer = z
  .object({
    now: at,
    engine: z.object({
      namespace: z.string(),
      reachable: z.boolean(),
      queues: z.array(
        z.object({
          name: z.string(),
          kind: z.enum(queueKinds),
          workers: z.int(),
          lastSeen: at.nullable(),
        }),
      ),
    }),
    intakes: z.object({ waiting: z.int(), oldest: at.nullable() }),
    outbox: z.object({ pending: z.int(), parked: z.int() }),
    needsAttention: z.int(),
    campaigns: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        phase: z.enum(campaignPhases),
        phaseLabel: label,
        policyVersion: z.int(),
        calendarVersion: z.string(),
        officialYears: z.array(z.int()),
        newerCalendar: z.union([CalendarNewsAnswer, z.null()]),
      }),
    ),
  })
  .meta({ id: 'Health' });
