import { z } from 'zod';
import { conflictKinds, conflictSources } from '../../rules/committee/conflicts.js';
import { drawActs, drawStates } from '../../rules/committee/draw/drawLaw.js';
import { expertRanks } from '../../rules/committee/experts.js';
import { recusalOutcomes, recusalRoles } from '../../rules/committee/recusals.js';
import { invitationAnswers, invitations, positions } from '../../rules/committee/seats.js';
import { at, code, sha256 } from '../openapi/parts.js';
import { signature } from '../proof/answers.js';

const text = z.string().nullable();
export const ExpertAnswer = z
  .object({
    id: z.uuid(),
    personId: z.string(),
    name: z.string(),
    email: text,
    phone: text,
    specialties: z.array(z.string()),
    rank: z.enum(expertRanks),
    unitId: text,
    employerName: z.string(),
    validFrom: z.iso.date(),
    validUntil: z.iso.date(),
    active: z.boolean(),
  })
  .meta({ id: 'Expert' });
export const ExpertsAnswer = z.object({ items: z.array(ExpertAnswer), next: text });
export const EngagedExpertAnswer = ExpertAnswer.extend({
  invited: z.boolean().meta({ description: '新开了账户，设置密码的邀请已寄给本人' }),
}).meta({ id: 'EngagedExpert' });

export const ConflictsAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.uuid(),
        expertId: z.uuid(),
        expertName: z.string(),
        kind: z.enum(conflictKinds),
        source: z.enum(conflictSources),
        applicationId: z.uuid().nullable(),
        applicantName: text,
        unitName: text,
        reason: z.string(),
        declaredAt: at,
      })
      .meta({ id: 'Conflict' }),
  ),
});
export const DeclaredConflict = z.object({ expertId: z.uuid(), kind: z.enum(conflictKinds) });

const outcome = z.enum(recusalOutcomes).nullable();
export const RecusalsAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.uuid(),
        campaignId: z.string(),
        expertId: z.uuid().nullable(),
        expertName: text,
        applicationId: z.uuid().nullable(),
        applicantName: text,
        requestedByRole: z.enum(recusalRoles),
        named: text,
        reason: z.string(),
        requestedAt: at,
        outcome,
        decidedReason: text,
        decidedAt: at.nullable(),
      })
      .meta({ id: 'Recusal' }),
  ),
});
export const RecusedAnswer = z.object({ id: z.uuid(), outcome: z.enum(recusalOutcomes) });
export const RecusalRequestsAnswer = z.object({
  items: z.array(
    z
      .object({
        named: z.string(),
        reason: z.string(),
        requestedAt: at,
        outcome,
        decidedReason: text,
        decidedAt: at.nullable(),
      })
      .meta({ id: 'RecusalRequest' }),
  ),
  refusal: z
    .object({ code, clause: z.string(), detail: z.string(), detailEn: z.string() })
    .nullable()
    .meta({ description: '为何不能再申请；可以申请的为空' }),
});
export const RecusalRequestedAnswer = z.object({ named: z.string(), outcome });

const publicDraw = {
  id: z.uuid(),
  campaignId: z.string(),
  committee: z.string(),
  specialty: z.string().nullable().meta({ description: '补充抽取的专业；空为整个评审委员会' }),
  state: z.enum(drawStates),
  seedHash: sha256,
  poolHash: sha256.nullable().meta({ description: '冻结的专家库的摘要，冻结时公布' }),
  seed: sha256.nullable(),
  committedAt: at,
  frozenAt: at.nullable(),
  drawnAt: at.nullable(),
  voidedReason: text,
};
export const PublicDrawsAnswer = z.object({ items: z.array(z.object(publicDraw).meta({ id: 'PublicDraw' })) });
export const DrawAnswer = z
  .object({
    ...publicDraw,
    size: z.int().nullable(),
    alternates: z.int().nullable(),
    pool: z
      .array(z.object({ specialty: z.string(), members: z.int(), alternates: z.int(), available: z.int() }))
      .nullable(),
    conflicted: z.int().nullable().meta({ description: '冻结的专家库中有回避情形的人数' }),
    drawnConflicted: z.int().nullable().meta({ description: '因人数不足仍抽中的有回避情形的人数' }),
    acts: z.array(z.enum(drawActs)),
  })
  .meta({ id: 'Draw' });
export const DrawsAnswer = z.object({ items: z.array(DrawAnswer) });
const drawn = z.array(
  z.object({ expertId: z.uuid(), specialty: z.string(), ordinal: z.int(), conflicted: z.boolean() }),
);
export const DrawFileAnswer = z
  .object({
    format: z.literal('pingshen-draw/1'),
    drawId: z.uuid(),
    campaignId: z.string(),
    committee: z.string(),
    specialty: z.string().nullable(),
    poolHash: sha256,
    frozenSignature: signature,
    signature,
    seedHash: sha256,
    committedAt: at,
    frozenAt: at,
    drawnAt: at,
    plan: z.object({
      campaignId: z.string(),
      committee: z.string(),
      size: z.int(),
      minimum: z.int(),
      odd: z.boolean(),
      alternates: z.int(),
      quotas: z.record(z.string(), z.int()).nullable(),
      specialties: z.array(z.string()),
      experts: z.array(z.object({ id: z.uuid(), specialty: z.string(), conflicted: z.boolean() })),
    }),
    seed: sha256,
    result: z.object({ members: drawn, alternates: drawn }),
  })
  .meta({ id: 'DrawFile' });

const seat = {
  position: z.enum(positions),
  ordinal: z.int(),
  isChair: z.boolean(),
  invitation: z.enum(invitations),
};
export const CommitteesAnswer = z.object({
  items: z.array(
    z
      .object({
        code: z.string(),
        name: z.string(),
        kind: z.enum(['series', 'specialty']),
        specialties: z.array(z.string()),
        seated: z.int(),
        members: z.array(
          z.object({
            expertId: z.uuid(),
            personId: z.string(),
            name: z.string(),
            specialty: z.string(),
            ...seat,
            isDeputy: z.boolean(),
          }),
        ),
      })
      .meta({ id: 'Committee' }),
  ),
});
export const ChairAnswer = z.object({ committee: z.string(), expertId: z.uuid() });
export const OwnSeatsAnswer = z.object({
  items: z.array(
    z
      .object({
        campaignId: z.string(),
        campaignTitle: z.string(),
        committee: z.string(),
        committeeName: z.string(),
        expertId: z.uuid(),
        ...seat,
        answeredAt: at.nullable(),
        answers: z.array(z.enum(invitationAnswers)),
      })
      .meta({ id: 'OwnSeat' }),
  ),
});
export const InvitationAnswered = z.object({ committee: z.string(), invitation: z.enum(invitations) });
