import { z } from 'zod';
import { countingRules, moveReasons } from '../../rules/application/deadline.js';
import { deadlineNames } from '../../rules/application/deadlines.js';
import { filingStages } from '../../rules/policy/filingCutoffs.js';
import { at, label } from './parts.js';

export const Deadline = z
  .object({
    name: z.enum(deadlineNames),
    label: label.meta({ description: '期限的名称；申报途径不收费或不收原件的，名称中不含该项' }),
    whose: z
      .object({ stage: z.enum(filingStages), department: z.string().nullable(), name: z.string().nullable() })
      .optional()
      .meta({ description: '申报截止是谁的：申报人、单位、主管部门（个别部门有名称）或评委会' }),
    due: at,
    clause: z.string(),
    rule: z.enum(countingRules),
    countedFrom: z.iso.date().nullable(),
    days: z.number().nullable(),
    skipped: z.array(z.object({ date: z.iso.date(), reason: z.string(), reasonEn: z.string() })),
    calendarVersion: z.string(),
    provisional: z.boolean(),
    moved: z.array(z.object({ from: at, to: at, why: z.enum(moveReasons) })),
    explanation: z.string(),
    explanationEn: z.string(),
    pastDue: z.boolean().optional(),
  })
  .meta({ id: 'Deadline' });
