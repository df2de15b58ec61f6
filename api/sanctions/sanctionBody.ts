import { z } from 'zod';
import type { Stopped } from '../../records/conferral/disqualifications.js';
import type { RegisteredSanction } from '../../records/conferral/sanctionRegister.js';
import { lifecycle, type Role } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import type { Cited } from '../../rules/policy/clauses.js';
import { decideSanction, sanctionLaw, sanctionRows } from '../../rules/sanctions/sanctionLaw.js';
import { sanctionGrounds, sanctionSubjects } from '../../rules/sanctions/sanctions.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { refusalBody } from '../http/problem.js';
import { line, localDate, paragraph } from '../http/text.js';

/** A sanction against the applicant of an application, the unit it came from, or a unit alone. */
export const NewSanction = z
  .strictObject({
    subject: z.enum(sanctionSubjects),
    applicationId: z.uuid().optional(),
    unitId: line(64).optional(),
    ground: z.enum(sanctionGrounds).meta({ description: '弄虚作假，或违反承诺（附件3，只对个人）' }),
    basis: line(200).meta({ description: '处理决定文号或名称' }),
    decidedOn: localDate,
    revokes: z.boolean().default(false).meta({ description: '同时撤销已取得的资格' }),
    responsible: z.array(line(100)).max(20).default([]).meta({ description: '单位相关责任人员，每项一人：姓名、职务' }),
    reason: paragraph(2000),
  })
  .refine(({ applicationId, unitId }) => (applicationId === undefined) !== (unitId === undefined), {
    path: ['applicationId'],
    message: bilingualMessage('请写明一份申报或一个单位。', 'Please name an application or a unit.'),
  })
  .refine(({ subject, unitId }) => subject === 'unit' || unitId === undefined, {
    path: ['unitId'],
    message: bilingualMessage('对个人的处罚请写明申报。', 'A sanction on a person names the application.'),
  })
  .refine(({ subject, ground }) => ground === 'fraud' || subject === 'person', {
    path: ['ground'],
    message: bilingualMessage(
      '违反承诺的处罚只对个人。',
      'Only a person can be sanctioned for a breach of the commitment.',
    ),
  })
  .refine(({ subject, responsible }) => subject === 'unit' || responsible.length === 0, {
    path: ['responsible'],
    message: bilingualMessage(
      '单位相关责任人员随对单位的处罚登记。',
      'Responsible persons are named with a sanction on their unit.',
    ),
  })
  .refine(({ subject, revokes }) => !revokes || subject === 'person', {
    path: ['revokes'],
    message: bilingualMessage(
      '撤销资格只随对个人的处罚。',
      'A title is revoked only along with a sanction on the person.',
    ),
  });
export const SanctionAct = z.strictObject({
  reason: paragraph(2000),
  restoresTitle: z.boolean().default(false).meta({ description: '解除时是否恢复被撤销的资格' }),
});
export const SanctionsQuery = z.strictObject({
  cursor: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A row of the register as the API shows it, with the applications it ended and the acts open to this caller. */
export function sanctionBody(
  sanction: RegisteredSanction,
  stopped: readonly Stopped[],
  caller: { readonly personId: string; readonly roles: readonly Role[] },
  policy: Cited,
) {
  const { proposedAt, decidedAt, liftedAt, proposedBy: _, liftRequestedBy: __, ...reported } = sanction;
  const { zh, en, bars } = sanctionLaw[sanction.state];
  const iso = (at: number | null) => (at === null ? null : isoInBeijing(at));
  return {
    ...reported,
    stateLabel: { zh, en },
    bars,
    proposedAt: iso(proposedAt),
    decidedAt: iso(decidedAt),
    liftedAt: iso(liftedAt),
    stopped: stopped
      .filter(({ sanctionId }) => sanctionId === sanction.id)
      .map(({ applicationId, campaignTitle, from, at }) => ({
        applicationId,
        campaignTitle,
        at: iso(at),
        from: from && { status: from, zh: lifecycle[from].zh, en: lifecycle[from].en },
      })),
    actions: sanctionRows(sanction.state).map(([event, row]) => {
      const outcome = decideSanction(sanction, event, caller, policy);
      const refusal = 'code' in outcome ? outcome : null;
      const refused = refusal && refusalBody(refusal);
      return { event, label: { zh: row.zh, en: row.en }, allowed: refusal === null, refusal: refused };
    }),
  };
}
