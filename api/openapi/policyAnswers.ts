import { z } from 'zod';
import { dayKinds, yearStates } from '../../rules/calendarYear.js';
import { Deadline } from './deadlineAnswer.js';
import { at } from './parts.js';

const state = z.enum(yearStates);

export const CalendarAnswer = z
  .object({
    year: z.int(),
    version: z.string(),
    state,
    national: state,
    regional: state,
    days: z.array(
      z.object({
        date: z.iso.date(),
        weekday: z.int().meta({ description: '0为周日' }),
        kind: z.enum(dayKinds),
        working: z.boolean(),
        name: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CalendarYear' });

export const PublicityAnswer = z
  .object({
    from: z.iso.date(),
    deadline: Deadline,
    lastSafeDay: z.iso.date().nullable(),
    safe: z.boolean(),
    cutoff: at.nullable(),
  })
  .meta({ id: 'PublicityPlan' });

export const PolicyVersionsAnswer = z
  .object({
    items: z.array(
      z.object({
        version: z.int(),
        at,
        by: z.object({ personId: z.string(), name: z.string().nullable() }),
        reason: z.string(),
        changes: z.array(z.object({ path: z.string(), zh: z.string(), from: z.unknown(), to: z.unknown() })),
      }),
    ),
  })
  .meta({ id: 'PolicyVersions' });
