import { z } from 'zod';
import { investigatorRoles, objectionStages } from '../../rules/application/objections.js';
import { at, label, status } from '../openapi/parts.js';
import { objectionOutcome } from '../publicNotices/answers.js';

export const ObjectionsAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.string(),
        stage: z.enum(objectionStages),
        raisedAt: at,
        applicationId: z.uuid(),
        applicantName: z.string(),
        unitName: z.string(),
        status,
        statusLabel: label,
        investigatorName: z.string().nullable(),
        dueOn: z.iso.date().nullable(),
      })
      .meta({ id: 'OpenObjection' }),
  ),
});

/** Everything about the objections to one application, for supervisor and office alone. */
export const ObjectionListAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.string(),
        stage: z.enum(objectionStages),
        ...objectionOutcome,
        name: z.string().nullable(),
        contact: z.string().nullable(),
        investigatorId: z.string().nullable(),
        investigatorName: z.string().nullable(),
        dueOn: z.iso.date().nullable(),
        evidence: z.array(
          z.object({
            id: z.uuid(),
            fileName: z.string(),
            mediaType: z.string(),
            size: z.int(),
            uploadedAt: at,
          }),
        ),
      })
      .meta({ id: 'ObjectionOnDesk' }),
  ),
});
export const InvestigationAnswer = z.object({
  investigatorId: z.string(),
  investigatorName: z.string(),
  dueOn: z.iso.date(),
});
export const InvestigatorsAnswer = z.object({
  items: z.array(z.object({ personId: z.string(), name: z.string(), role: z.enum(investigatorRoles) })),
});
