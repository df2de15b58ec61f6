import { z } from 'zod';
import { level } from './parts.js';

export const CampaignAnswer = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(['preparing', 'open', 'closed']),
    committee: z.string(),
    year: z.int(),
    policyVersion: z.int(),
    calendarVersion: z.string(),
    filing: z.object({ opens: z.string(), committee: z.string() }),
    levels: z.array(level),
    specialties: z.array(z.object({ code: z.string(), name: z.string(), series: z.string() })),
  })
  .meta({ id: 'Campaign' });
export const LintAnswer = z.object({
  mayOpen: z.boolean(),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      clause: z.string(),
      date: z.iso.date().nullable(),
      message: z.string(),
      path: z.string().nullable(),
    }),
  ),
});
