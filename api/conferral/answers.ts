import { z } from 'zod';
import { reexaminationStates } from '../../rules/sanctions/reexamination.js';
import { sanctionEvents, sanctionStates } from '../../rules/sanctions/sanctionLaw.js';
import { sanctionGrounds, sanctionSubjects } from '../../rules/sanctions/sanctions.js';
import { level } from '../http/campaignCodes.js';
import { at, code, label, status } from '../openapi/parts.js';

// Conferral and after: certificates, reexaminations, the register of sanctions.

const day = z.iso.date();
export const ConferralsAnswer = z.object({
  items: z.array(
    z
      .object({
        applicationId: z.uuid(),
        number: z.string(),
        name: z.string(),
        unitId: z.string(),
        unitName: z.string(),
        level,
        specialty: z.string(),
        conferredOn: day,
        revokedOn: day.nullable(),
        revokedBasis: z.string().nullable(),
        revokedClause: z.string().nullable(),
      })
      .meta({ id: 'ConferredTitle' }),
  ),
});
export const CertificateAnswer = z.object({
  certificate: z
    .object({
      number: z.string(),
      conferredOn: day,
      revokedOn: day.nullable(),
      revokedBasis: z.string().nullable(),
      revokedClause: z.string().nullable(),
    })
    .nullable(),
  looks: z
    .object({ total: z.int(), last: at.nullable() })
    .nullable()
    .meta({ description: '他人查看证书的次数和最近一次，仅本人可见' }),
});

export const ReexaminationAnswer = z
  .object({
    id: z.uuid(),
    applicationId: z.uuid(),
    applicantName: z.string(),
    unitName: z.string(),
    level,
    specialty: z.string(),
    state: z.enum(reexaminationStates),
    stateLabel: label,
    reason: z.string(),
    requestedAt: at,
    decidedReason: z.string().nullable(),
    decidedAt: at.nullable(),
    newApplicationId: z.uuid().nullable().meta({ description: '重新提交评审的申报' }),
  })
  .meta({ id: 'Reexamination' });
export const OwnReexaminationAnswer = z.object({
  mayRequest: z.boolean(),
  period: z.object({ due: at, clause: z.string(), explanation: z.string(), explanationEn: z.string() }).nullable(),
  reexamination: z.union([ReexaminationAnswer, z.null()]),
  reopened: z.union([ReexaminationAnswer, z.null()]).meta({ description: '本申报由哪一项复查重新提交评审' }),
});
export const ReexaminationsAnswer = z.object({ items: z.array(ReexaminationAnswer) });

const refusal = z.object({ code, clause: z.string(), detail: z.string(), detailEn: z.string() });
export const SanctionAnswer = z
  .object({
    id: z.uuid(),
    subject: z.enum(sanctionSubjects),
    personId: z.string().nullable(),
    name: z.string(),
    unitId: z.string().nullable(),
    ground: z.enum(sanctionGrounds),
    basis: z.string(),
    clause: z.string(),
    decidedOn: day,
    startsOn: day,
    expiresOn: day,
    state: z.enum(sanctionStates),
    stateLabel: label,
    bars: z.boolean(),
    campaignId: z.string().nullable(),
    applicationId: z.uuid().nullable(),
    revokes: z.boolean(),
    responsible: z.array(z.string()).meta({ description: '单位相关责任人员：姓名、职务' }),
    certificateNumber: z.string().nullable(),
    reason: z.string().nullable(),
    proposedByName: z.string().nullable(),
    proposedAt: at.nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: at.nullable(),
    decidedReason: z.string().nullable(),
    liftRequestedByName: z.string().nullable(),
    liftReason: z.string().nullable(),
    restoresTitle: z.boolean(),
    liftedAt: at.nullable(),
    stopped: z
      .array(
        z.object({
          applicationId: z.uuid(),
          campaignTitle: z.string(),
          from: z.object({ status, zh: z.string(), en: z.string() }).nullable(),
          at: at.nullable().meta({ description: 'null：已登记，正在办理' }),
        }),
      )
      .meta({ description: '因这项处罚取消资格的在办申报' }),
    actions: z.array(
      z.object({ event: z.enum(sanctionEvents), label, allowed: z.boolean(), refusal: refusal.nullable() }),
    ),
  })
  .meta({ id: 'Sanction' });
export const SanctionsAnswer = z.object({ items: z.array(SanctionAnswer), next: z.string().nullable() });
