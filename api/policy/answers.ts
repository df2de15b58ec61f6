import { z } from 'zod';
import { deadlineNames } from '../../rules/application/deadlines.js';
import { dayKinds, yearStates } from '../../rules/calendar/calendarYear.js';
import { regionCodes } from '../../rules/calendar/overlays/regions.js';
import { whatIfKinds } from '../../rules/policy/whatIf.js';
import { Deadline } from '../openapi/deadlineAnswer.js';
import { at, label, status } from '../openapi/parts.js';

const state = z.enum(yearStates);

export const CalendarAnswer = z
  .object({
    year: z.int(),
    version: z.string(),
    state,
    national: state,
    region: z.enum(regionCodes),
    regional: state.nullable(),
    days: z.array(
      z.object({
        date: z.iso.date(),
        weekday: z.int().meta({ description: '0为周日' }),
        kind: z.enum(dayKinds),
        working: z.boolean(),
        name: z.string().nullable(),
        nameEn: z.string().nullable(),
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
    cutoffLabel: label.nullable().meta({ description: '该截止时间是谁的' }),
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
        changes: z.array(
          z.object({ path: z.string(), zh: z.string(), en: z.string(), from: z.unknown(), to: z.unknown() }),
        ),
        calendarVersion: z.string(),
        calendarChanged: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'PolicyVersions' });

export const PreviewAnswer = z
  .object({
    running: z.int(),
    counts: z.object({ gains: z.int(), loses: z.int(), misses: z.int() }),
    items: z.array(
      z.object({
        id: z.uuid(),
        applicantName: z.string(),
        unitName: z.string(),
        status,
        changes: z.array(
          z.object({ kind: z.enum(whatIfKinds), deadline: z.enum(deadlineNames), label, from: at, to: at }),
        ),
      }),
    ),
  })
  .meta({ id: 'PolicyPreview' });
