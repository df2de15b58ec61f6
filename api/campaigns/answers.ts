import { z } from 'zod';
import { yearChanges } from '../../rules/calendar/calendarNews.js';
import { regionCodes } from '../../rules/calendar/overlays/regions.js';
import { campaignPhases } from '../../rules/campaign/campaignPhase.js';
import { campaignStates } from '../../rules/campaign/campaignStates.js';
import { lintSeverities } from '../../rules/policy/lint/lintFinding.js';
import { PlannedStatus } from '../applications/answers.js';
import { level } from '../http/campaignCodes.js';
import { code, event, label } from '../openapi/parts.js';
import { CodesBody } from '../policy/codesBody.js';
import { PolicyBody } from '../policy/policyBody.js';

/** What a newer calendar says, by year. */
export const CalendarNewsAnswer = z
  .object({
    version: z.string(),
    years: z.array(z.object({ year: z.int(), change: z.enum(yearChanges) })),
  })
  .meta({ id: 'CalendarNews' });

export const CampaignAnswer = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(campaignStates),
    phase: z.enum(campaignPhases).meta({ description: '此时的阶段：只有申报时间内才是受理中' }),
    phaseLabel: label,
    committee: z.string(),
    year: z.int(),
    region: z.enum(regionCodes),
    policyVersion: z.int(),
    calendarVersion: z.string(),
    newerCalendar: z.union([CalendarNewsAnswer, z.null()]),
    filing: z.object({
      opens: z.string(),
      applicant: z.string().meta({ description: '申报人须遵守的截止时间' }),
      applicantLabel: label.meta({ description: '该截止时间是谁的' }),
      committee: z.string(),
      departments: z
        .array(z.object({ name: z.string(), due: z.string() }))
        .meta({ description: '另有截止时间的主管部门' }),
    }),
    rounds: z
      .array(z.object({ label, opens: z.string(), applicant: z.string() }))
      .meta({ description: '一年有几个批次的，各批次的申报时间；只有一个批次的为空' }),
    levels: z.array(level),
    positions: z.boolean().meta({ description: '评聘结合：各单位填报岗位' }),
    specialties: z.array(z.object({ code: z.string(), name: z.string(), series: z.string() })),
    codes: CodesBody,
    eventsLeftOut: z.array(event).meta({ description: '没有任何申报人会有的事项' }),
    statuses: z.array(PlannedStatus).meta({ description: '本年度评审的各环节，名称对所有申报人都适用' }),
  })
  .meta({ id: 'Campaign' });
/** A campaign in the list, with what its filing is for each unit the caller may apply from. */
export const ListedCampaignAnswer = CampaignAnswer.extend({
  ownUnits: z.array(
    z.object({
      unitId: z.string(),
      until: z.string().meta({ description: '该单位申报人的截止时间' }),
      open: z.boolean().meta({ description: '现在可否新建申报' }),
      refusal: z.object({ code, clause: z.string(), detail: z.string(), detailEn: z.string() }).nullable(),
    }),
  ),
}).meta({ id: 'ListedCampaign' });
export const LintAnswer = z.object({
  mayOpen: z.boolean(),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(lintSeverities),
      clause: z.string(),
      date: z.iso.date().nullable(),
      message: z.string(),
      messageEn: z.string(),
      path: z.string().nullable(),
    }),
  ),
});

export const ChangedCampaignAnswer = CampaignAnswer.extend({ policy: PolicyBody })
  .extend(LintAnswer.shape)
  .meta({ id: 'ChangedCampaign' });
