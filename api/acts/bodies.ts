import { z } from 'zod';
import type { FormName } from '../../rules/application/act.js';
import { deadlineNames } from '../../rules/application/deadlines.js';
import { objectionOutcomes } from '../../rules/application/objections.js';
import { paymentChannels } from '../../rules/application/paymentChannels.js';
import { documentKinds, sectionNames } from '../../rules/dossier/dossier.js';
import { instant, line, localDate, paragraph } from '../http/text.js';

const reason = paragraph(2000).optional();
const count = z.int().min(0).max(10_000);
const id = line(64);

const Defect = z.strictObject({ section: z.enum(sectionNames), field: line(200), text: paragraph(2000) });
const Tally = z.strictObject({
  committee: count,
  attending: count,
  recused: count,
  agree: count,
  disagree: count,
  abstain: count,
});

/**
 * What a person sends with an act, for each form the law takes. What the API finds out by itself (the dossier, its
 * documents, the specialty's scores) is not asked for. Whether a reason is needed is for the law to say.
 */
export const bodies = {
  nothing: z.strictObject({}),
  freeText: z.strictObject({ reason }),
  submission: z.strictObject({}),
  resubmission: z.strictObject({
    answers: z
      .array(z.strictObject({ defect: id, text: paragraph(2000) }))
      .max(200)
      .default([]),
  }),
  defects: z.strictObject({ reason, defects: z.array(Defect).max(200).default([]) }),
  declination: z.strictObject({ reason }),
  attachments: z.strictObject({
    decidedOn: localDate.optional().describe('单位研究同意推荐的日期，不晚于登记之日'),
    decisionNumber: line(100).optional().describe('会议纪要或文号'),
    leader: line(100).optional().describe('把关负责的主要领导姓名'),
    reason,
  }),
  objection: z.strictObject({
    reason,
    name: line(100).optional(),
    contact: line(200).optional(),
    unreachable: z.boolean().optional().describe('提出人无法联系核实，例如匿名信'),
  }),
  objectionOutcome: z.strictObject({ reason, objectionId: id, outcome: z.enum(objectionOutcomes) }),
  posting: z.strictObject({}),
  payment: z.strictObject({
    amount: z.int().min(1).max(100_000_000).describe('分'),
    channel: z.enum(paymentChannels),
    voucher: line(100),
    paidOn: localDate.optional().describe('到账日期，不晚于登记之日'),
  }),
  originals: z.strictObject({ received: z.array(z.enum(documentKinds)).max(100) }),
  appointment: z.strictObject({ at: instant, place: line(200).optional(), reason }),
  callOff: z.strictObject({ reason, place: line(200).optional() }),
  scores: z.strictObject({}),
  meeting: z.strictObject({ metOn: localDate, tally: Tally, reason }),
  entrustment: z.strictObject({
    sentOn: localDate.describe('寄出日期，不晚于登记之日'),
    sentTo: line(200).describe('受托评委会'),
    number: line(100).optional().describe('委托函文号'),
    reason,
  }),
  entrustedResult: z.strictObject({
    passed: z.boolean(),
    decidedOn: localDate.describe('评审日期，不晚于登记之日'),
    decidedBy: line(200).describe('评审机构'),
    number: line(100).describe('文号'),
    reason,
  }),
  extension: z.strictObject({ reason, deadline: z.enum(deadlineNames), due: instant }),
  pause: z.strictObject({ reason, until: localDate.describe('计划恢复或复核的日期') }),
  step: z.strictObject({ reason, step: line(200) }),
  sanction: z.strictObject({ sanctionId: z.uuid() }),
  amendment: z.strictObject({ version: z.int().min(1) }),
} as const satisfies Record<FormName, z.ZodType>;

/** A body of one form as zod has read it. */
export type Body<F extends FormName> = z.output<(typeof bodies)[F]>;
