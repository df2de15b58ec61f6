import { z } from 'zod';
import { accessKinds, readingKinds } from '../../rules/access/accessKinds.js';
import { at, label, role } from '../openapi/parts.js';

export const accessKind = z.enum(Object.keys(accessKinds) as (keyof typeof accessKinds)[]);
const entry = { id: z.uuid(), at, kindLabel: label, roles: z.array(role), applicationId: z.uuid().nullable() };

const AccessLogEntry = z
  .object({
    ...entry,
    kind: accessKind,
    personId: z.string().nullable(),
    personName: z.string().nullable(),
    subjectId: z.string().nullable(),
    subjectName: z.string().nullable(),
    object: z.string().nullable(),
    address: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'AccessLogEntry' });
export const AccessLogAnswer = z.object({ items: z.array(AccessLogEntry), next: z.string().nullable() });
export const OwnReadingsAnswer = z.object({
  items: z.array(
    z.object({
      ...entry,
      kind: z.enum(readingKinds),
      name: z.string().nullable().meta({ description: '查看人；评审专家和主任委员不具名' }),
      reason: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});
export const IdentityAnswer = z.object({ idNumber: z.string().nullable(), phone: z.string().nullable() });
