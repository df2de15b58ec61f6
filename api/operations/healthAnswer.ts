import { z } from 'zod';
import { queueKinds } from '../../engine/engineQueues.js';
import { campaignStates } from '../../rules/campaign/campaignStates.js';
import { CalendarNewsAnswer } from '../campaigns/answers.js';
import { at } from '../openapi/parts.js';

export const HealthAnswer = z
  .object({
    now: at,
    engine: z.object({
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
        state: z.enum(campaignStates),
        policyVersion: z.int(),
        calendarVersion: z.string(),
        officialYears: z.array(z.int()),
        newerCalendar: z.union([CalendarNewsAnswer, z.null()]),
      }),
    ),
  })
  .meta({ id: 'Health' });
