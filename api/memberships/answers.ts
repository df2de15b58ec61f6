import { z } from 'zod';
import { requestOutcomes } from '../../rules/people/membership.js';
import { at } from '../openapi/parts.js';

const outcome = z.enum(requestOutcomes).nullable().meta({ description: '未办结时为空' });
const text = z.string().nullable();

export const FoundUnitsAnswer = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), creditCode: text, region: text })),
});
export const MembershipRequestAnswer = z
  .object({
    id: z.uuid(),
    unitId: z.string(),
    unitName: z.string(),
    partTime: z.boolean(),
    askedAt: at,
    outcome,
    reason: text,
    decidedAt: at.nullable(),
  })
  .meta({ id: 'MembershipRequest' });
export const OwnMembershipsAnswer = z.object({
  units: z.array(
    z.object({
      unitId: z.string(),
      unitName: z.string(),
      partTime: z.boolean().meta({ description: '兼职单位' }),
      underWay: z.int().meta({ description: '由该单位申报、未办结的申报；调离后仍由该单位办理' }),
    }),
  ),
  requests: z.array(MembershipRequestAnswer),
});
export const WaitingMembershipsAnswer = z.object({
  items: z.array(
    z.object({ id: z.uuid(), personId: z.string(), personName: z.string(), partTime: z.boolean(), askedAt: at }),
  ),
  next: text,
});
export const DecidedAnswer = z.object({
  decided: z.array(z.uuid()).meta({ description: '办结的；其余的已不在等待' }),
});
export const MembersAnswer = z.object({
  items: z.array(
    z
      .object({
        personId: z.string(),
        name: z.string(),
        role: z.enum(['applicant', 'unit']).meta({ description: 'unit 为单位经办人' }),
        partTime: z.boolean(),
        underWay: z.int(),
      })
      .meta({ id: 'UnitMember' }),
  ),
  next: text,
});
