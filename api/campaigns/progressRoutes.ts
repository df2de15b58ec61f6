import { campaignTimeline } from '../../records/campaign/campaignEvents.js';
import { countCampaign, countUnits, findStatistics } from '../../records/campaign/campaignStatistics.js';
import { outcomesNotTaken } from '../../records/meeting/outcomesNotTaken.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { campaignEventLabels, campaignStatusLabel } from '../../rules/campaign/campaignLabels.js';
import { statusLabelIn } from '../../rules/candidate/labelsOfTrack.js';
import type { Refusal } from '../../rules/refusal.js';
import { defineRoute } from '../http/defineRoute.js';
import { refusalBody } from '../http/problem.js';
import { campaignInPath } from './campaign.js';
import { CampaignTimelineAnswer, NotTakenAnswer, StatisticsAnswer, UnitStatisticsAnswer } from './progressAnswers.js';

const tag = '年度评审';
const readers = ['office', 'chair', 'supervisor', 'operator'] as const;

/** The history and the statistics of a campaign. */
export const progressRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/timeline',
    tag,
    summary: '年度评审的经过（办事机构、主任委员、监督、运维）',
    roles: readers,
    subject: campaignInPath,
    answers: { 200: CampaignTimelineAnswer, 304: null },
    handle: async ({ subject: { id, policy } }, { db }) => {
      const items = (await campaignTimeline(db, id)).map(
        ({ transition, recordedAt, prevHash, hash, freeText, name }) => {
          const { seq, event, actor, at, from, to, data } = transition;
          return {
            seq,
            event,
            label: campaignEventLabels[event],
            at: isoInBeijing(at),
            recordedAt: isoInBeijing(recordedAt),
            from,
            fromLabel: campaignStatusLabel(from, policy),
            to,
            toLabel: campaignStatusLabel(to, policy),
            data,
            reason: freeText?.reason ?? null,
            by: { role: actor.role, personId: actor.personId, name },
            prevHash,
            hash,
          };
        },
      );
      return { items };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/outcomes/not-taken',
    tag,
    summary: '未能落实评审结果的申报及原因（办事机构、主任委员、监督、运维）',
    roles: readers,
    subject: campaignInPath,
    answers: { 200: NotTakenAnswer, 304: null },
    handle: async ({ subject: { id, policy } }, { db }) => {
      const notTaken = await outcomesNotTaken(db, id);
      return {
        items: notTaken.map(({ refusal, ...one }) => ({
          ...one,
          statusLabel: statusLabelIn(one.status, policy),
          reason: reasonOf(refusal),
        })),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/statistics',
    tag,
    summary: '统计（办事机构、主任委员、监督、运维）',
    roles: readers,
    subject: campaignInPath,
    answers: { 200: StatisticsAnswer },
    handle: async ({ subject: { id } }, { db, clock }) => {
      const written = await findStatistics(db, id);
      const cells = written?.cells ?? (await countCampaign(db, id));
      const countedAt = isoInBeijing(written?.countedAt ?? (await clock()));
      return { final: written !== null, countedAt, cells };
    },
  }),
  // A list of its own, so that it is exported as every list is.
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/statistics/units',
    tag,
    summary: '各用人单位的统计（办事机构、主任委员、监督、运维）',
    roles: readers,
    subject: campaignInPath,
    answers: { 200: UnitStatisticsAnswer },
    handle: async ({ subject: { id } }, { db }) => ({
      items: (await findStatistics(db, id))?.units ?? (await countUnits(db, id)),
    }),
  }),
];

/** Why an outcome was not taken: the refusal of the law, or that the record does not hold. */
function reasonOf(refusal: Refusal | null) {
  if (refusal) {
    const { code, clause, detail, detailEn } = refusalBody(refusal);
    return { code, clause, detail, detailEn };
  }
  const detail = '记录核验未通过，暂停办理；核实后自动落实。';
  const detailEn = 'Its record does not hold. The outcome is carried out by itself once that is cleared.';
  return { code: null, clause: null, detail, detailEn };
}
