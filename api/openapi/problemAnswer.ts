import { z } from 'zod';
import { sectionNames } from '../../rules/dossier/dossier.js';
import { Deadline } from './deadlineAnswer.js';
import { at, code, event, role } from './parts.js';

export const MissingItem = z
  .object({
    section: z.enum(sectionNames),
    field: z.string(),
    clause: z.string(),
    message: z.string(),
    messageEn: z.string(),
  })
  .meta({ id: 'MissingItem' });
const Happened = z
  .object({ seq: z.int(), event, label: z.string(), labelEn: z.string(), role, at })
  .meta({ id: 'Happened' });
export const ProblemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    titleEn: z.string(),
    status: z.int(),
    code,
    detail: z.string(),
    detailEn: z.string(),
    clause: z.string().nullable(),
    field: z.string().nullable(),
    deadline: Deadline.nullable(),
    missing: z.array(MissingItem),
    errors: z.array(z.object({ field: z.string(), message: z.string(), messageEn: z.string() })),
    happened: z.array(Happened),
    receivedAt: at.optional(),
  })
  .meta({ id: 'Problem' });
