import { z } from 'zod';
import { publicPeriods } from '../../rules/application/deadline.js';
import { objectionOutcomes } from '../../rules/application/objections.js';
import { level } from '../http/campaignCodes.js';
import { Deadline } from '../openapi/deadlineAnswer.js';
import { at, label } from '../openapi/parts.js';

const noticeKind = z.enum(publicPeriods);
const PublicNotice = z.object({
  id: z.uuid(),
  campaignId: z.string(),
  kind: noticeKind,
  name: z.string(),
  unitName: z.string(),
  level,
  levelLabel: label,
  specialty: z.string(),
  from: z.iso.date().nullable().meta({ description: '公示开始之日' }),
  until: at.nullable().meta({ description: '公示期满的时刻' }),
  url: z.url().meta({ description: '公示页' }),
});
export const NoticesAnswer = z.object({ items: z.array(PublicNotice), next: z.string().nullable() });
export const NoticeAnswer = z.object({
  id: z.uuid(),
  kind: noticeKind,
  name: z.string(),
  unitName: z.string().nullable(),
  campaign: z
    .object({
      id: z.string(),
      title: z.string(),
      committee: z.string(),
      contact: z.array(label.extend({ value: z.string() })).meta({ description: '通知写明的监督举报电话、地址' }),
    })
    .nullable(),
  level,
  levelLabel: label,
  specialty: z.string(),
  from: z.iso.date().nullable(),
  start: label.nullable().meta({ description: '结果公示自何日起、为何' }),
  deadline: Deadline.nullable(),
  identity: z
    .object({ idNumber: z.string().nullable(), ethnicity: z.string().nullable() })
    .nullable()
    .meta({ description: '评审政策规定不遮蔽时，附件1公布的其他信息' }),
});
/** A conferred title as everybody may see it. */
export const PublishedTitle = z
  .object({
    number: z.string(),
    name: z.string(),
    unitName: z.string(),
    level,
    levelLabel: label,
    specialty: z.string(),
    committee: z.string(),
    conferredOn: z.iso.date(),
    revoked: z
      .object({ on: z.iso.date(), basis: z.string(), clause: z.string() })
      .nullable()
      .meta({ description: '已撤销的，撤销的日期、决定和依据' }),
  })
  .meta({ id: 'PublishedTitle' });
export const RevokedTitlesAnswer = z.object({ items: z.array(PublishedTitle) });
export const ObjectionReceipt = z
  .object({
    objectionId: z.string(),
    receipt: z.string().meta({ description: '查询码，仅此一次' }),
    receivedAt: at,
    reachable: z.boolean().meta({ description: '联系方式已经验证' }),
    filesAtMost: z.int(),
  })
  .meta({ id: 'ObjectionReceipt' });
const file = { fileName: z.string(), size: z.int() };
export const EvidenceAnswer = z.object(file);
/** What the record says of one objection. */
export const objectionOutcome = {
  raisedAt: at.nullable(),
  reason: z.string().nullable(),
  outcome: z.enum(objectionOutcomes).nullable(),
  resolvedAt: at.nullable(),
  resolution: z.string().nullable(),
};
export const OwnObjectionAnswer = z.object({
  objectionId: z.string(),
  ...objectionOutcome,
  evidence: z.array(z.object(file)),
});
