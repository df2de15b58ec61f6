import { z } from 'zod';
import { deadlineNames } from '../../rules/application/deadlines.js';
import { objectionOutcomes, objectionStages } from '../../rules/application/objections.js';
import { alarmKinds } from '../../rules/notifications/alarms.js';
import { employerKind, employerRank, level, track } from '../http/campaignCodes.js';
import { Deadline } from '../openapi/deadlineAnswer.js';
import { at, code, event, label, role, sha256, status } from '../openapi/parts.js';
import { RecordFault } from '../proof/answers.js';

const Profile = z.object({
  level,
  track,
  employerKind,
  employerRank: employerRank.optional(),
  outsider: z.literal(true).optional().meta({ description: '所在单位不在本地区范围，须有委托评审函' }),
  specialty: z.string(),
  defenseExempt: z.boolean(),
});
/** A status that an application or a campaign has, by the name it has there. */
export const PlannedStatus = label
  .extend({
    name: status,
    main: z.boolean().meta({ description: '取得资格的必经环节' }),
    here: z.boolean().meta({ description: '申报目前所处的环节' }),
  })
  .meta({ id: 'PlannedStatus' });
const Action = z
  .object({
    event,
    zh: z.string(),
    en: z.string(),
    allowedRoles: z.array(role),
    takes: z.string(),
    clause: z.string(),
    allowed: z.boolean(),
    as: role.nullable(),
    refusal: z
      .object({ code, clause: z.string(), message: z.string(), messageEn: z.string(), deadline: Deadline.nullable() })
      .nullable(),
  })
  .meta({ id: 'Action' });
export const ApplicationAnswer = z
  .object({
    id: z.uuid(),
    number: z.string().meta({ description: '申报编号' }),
    campaignId: z.string(),
    unitId: z.string(),
    chain: z.array(z.string()),
    chainLevel: z.int(),
    applicantId: z.string(),
    applicantName: z.string(),
    unitName: z.string(),
    chainNames: z.array(z.string()),
    campaignTitle: z.string(),
    round: label.nullable().meta({ description: '所属批次；一年只有一个批次的为空' }),
    profile: Profile,
    status,
    statusLabel: label,
    statusHelp: label,
    statuses: z.array(PlannedStatus).meta({ description: '本申报可能经过的环节，按办理顺序' }),
    turn: role.nullable(),
    final: z.boolean(),
    seq: z.int(),
    submissions: z.int(),
    dossierHash: sha256.nullable(),
    pastDue: z.boolean(),
    deadlines: z.array(Deadline),
    tolledSince: at.nullable(),
    pausedUntil: z.iso.date().nullable().meta({ description: '期限中止的计划恢复或复核日期' }),
    pendingPause: z.object({ until: z.iso.date(), requestedBy: z.string() }).nullable(),
    overdue: z
      .array(z.object({ kind: z.enum(alarmKinds), zh: z.string(), en: z.string(), since: at }))
      .meta({ description: '没有法定期限而逾期未办的事项；只提醒，不因此失效' }),
    unitSanction: z
      .object({ until: z.iso.date(), passedTo: z.string().nullable() })
      .nullable()
      .meta({ description: '单位尚未推荐而在处罚期内：至何日，由哪个主管部门推荐' }),
    noticeStart: label.nullable().meta({ description: '结果公示自何日起、为何' }),
    pendingExtension: z.object({ deadline: z.enum(deadlineNames), due: at, requestedBy: z.string() }).nullable(),
    defects: z.array(z.string()),
    unmetConditions: label
      .extend({ clause: z.string(), waived: z.boolean().meta({ description: '办事机构已说明理由例外通过' }) })
      .nullable()
      .meta({ description: '最近一次提交时不符合的任职资格条件，由办事机构决定；没有时为 null' }),
    objections: z.array(
      z.object({
        id: z.string(),
        stage: z.enum(objectionStages),
        raisedAt: at,
        outcome: z.enum(objectionOutcomes).nullable(),
        unreachable: z.boolean().meta({ description: '提出人未经验证，无法联系' }),
        holds: z.boolean().meta({ description: '办结前公示不期满' }),
      }),
    ),
    acceptedAt: at.nullable(),
    paidAt: at.nullable(),
    materialsAt: at.nullable(),
    defenseFeePaidAt: at.nullable(),
    defenseAt: at.nullable(),
    score: z.object({ sum: z.int(), count: z.int() }).nullable(),
    tally: z.record(z.string(), z.int()).nullable(),
    entrustedAt: at.nullable(),
    entrustedResult: z.object({ passed: z.boolean(), decidedOn: z.iso.date() }).nullable(),
    needsAttention: z.boolean(),
    recordFault: RecordFault.nullable().meta({ description: '记录核验发现的问题；有问题时暂停办理' }),
    started: z.boolean(),
    openedAt: at,
    updatedAt: at,
    dossierReadable: z.boolean().meta({ description: '本人的角色能否查看申报材料' }),
    engineUrl: z.string().nullable().meta({ description: '在 Temporal 界面中的流程；仅运维可见' }),
    actions: z.array(Action),
  })
  .meta({ id: 'Application' });
export const ListAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.uuid(),
        number: z.string().meta({ description: '申报编号' }),
        campaignId: z.string(),
        unitId: z.string(),
        unitName: z.string(),
        departmentId: z.string().nullable(),
        applicantId: z.string(),
        applicantName: z.string(),
        level,
        specialty: z.string(),
        status,
        statusLabel: label,
        seq: z.int(),
        due: at.nullable(),
        pastDue: z.boolean(),
        paused: z.boolean().describe('期限中止：due 为计划恢复或复核的时间'),
        submissions: z.int(),
        needsAttention: z.boolean(),
        retiring: z.boolean().meta({ description: '申报人在评审期间达到法定退休年龄' }),
        inPlaceOfUnit: z.boolean().meta({ description: '单位在处罚期内，由本部门推荐' }),
        updatedAt: at,
      })
      .meta({ id: 'QueueItem' }),
  ),
  next: z.string().nullable(),
});

export const CountsAnswer = z.object({
  counts: z.array(z.object({ status, count: z.int(), pastDue: z.int() })),
});
