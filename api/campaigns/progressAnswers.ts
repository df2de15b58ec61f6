import { z } from 'zod';
import { statuses } from '../../rules/application/lifecycle.js';
import { campaignDates } from '../../rules/campaign/campaignFacts.js';
import { campaignEvents, campaignStatuses } from '../../rules/campaign/campaignLaw.js';
import { type UnitCount, unitCounts } from '../../rules/campaign/unitStatistics.js';
import { employerKind, level, track } from '../http/campaignCodes.js';
import { at, code, json, label, role, sha256, status } from '../openapi/parts.js';

const campaignStatus = z.enum(campaignStatuses).meta({ id: 'CampaignStatus' });
const campaignEvent = z.enum(campaignEvents).meta({ id: 'CampaignEvent' });
const count = z.int().min(0);

/** Where a campaign stands. */
export const CampaignProgressAnswer = z
  .object({
    status: campaignStatus,
    label,
    seq: z.int(),
    next: z.object({ event: campaignEvent, label, at }).nullable(),
    dates: z.array(
      z.object({ date: z.enum(campaignDates), label, at, clause: z.string().nullable(), passed: z.boolean() }),
    ),
    meetings: z.array(
      z.object({
        meetingId: z.string(),
        committee: z.string(),
        metOn: z.iso.date().nullable(),
        signedAt: at.nullable(),
        noticeStart: label.nullable().meta({ description: '结果公示自何日起、为何' }),
        counts: z.object({ total: count, moved: count, refused: count }).nullable(),
      }),
    ),
    fanOuts: z.array(
      z.object({
        meetingId: z.string(),
        total: count,
        moved: count,
        refused: count,
        startedAt: at,
        updatedAt: at,
        finishedAt: at.nullable(),
      }),
    ),
    actions: z.array(
      z.object({
        event: campaignEvent,
        label,
        takes: z.enum(['results', 'verdict', 'closing']),
        allowed: z.boolean(),
        refusal: z.object({ code, clause: z.string(), detail: z.string(), detailEn: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'CampaignCourse' });

const received = { key: z.string(), receivedAt: at };
export const CampaignReceiptAnswer = z
  .object({ status: campaignStatus, seq: z.int(), ...received })
  .meta({ id: 'CampaignReceipt' });
export const CampaignPendingAnswer = z
  .object({ status: z.null(), seq: z.null(), ...received })
  .meta({ id: 'CampaignPending' });

export const CampaignTimelineAnswer = z
  .object({
    items: z.array(
      z.object({
        seq: z.int(),
        event: campaignEvent,
        label,
        at,
        recordedAt: at,
        from: campaignStatus,
        fromLabel: label,
        to: campaignStatus,
        toLabel: label,
        data: json,
        reason: z.string().nullable(),
        by: z.object({ role, personId: z.string(), name: z.string().nullable() }),
        prevHash: sha256,
        hash: sha256,
      }),
    ),
  })
  .meta({ id: 'CampaignTimeline' });

/** Applications that did not take the outcome of their meeting, each with the reason. */
export const NotTakenAnswer = z.object({
  items: z.array(
    z
      .object({
        meetingId: z.uuid(),
        applicationId: z.uuid(),
        applicantName: z.string(),
        unitName: z.string(),
        status,
        statusLabel: label,
        reason: z.object({
          code: code.nullable(),
          clause: z.string().nullable(),
          detail: z.string(),
          detailEn: z.string(),
        }),
      })
      .meta({ id: 'OutcomeNotTaken' }),
  ),
});

export const StatisticsAnswer = z
  .object({
    final: z.boolean().meta({ description: '评审结束时写定' }),
    countedAt: at,
    cells: z.array(
      z.object({
        level,
        specialty: z.string(),
        employerKind,
        track,
        status: z.enum(statuses),
        count,
        corrected: count,
      }),
    ),
  })
  .meta({ id: 'CampaignStatistics' });

export const UnitStatisticsAnswer = z
  .object({
    items: z.array(
      z.object({
        unitId: z.string(),
        unitName: z.string(),
        employerKind,
        ...(Object.fromEntries(unitCounts.map((name) => [name, count])) as Record<UnitCount, typeof count>),
      }),
    ),
  })
  .meta({ id: 'UnitStatistics' });
