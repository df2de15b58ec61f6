import { campaignTimeline } from '../../records/campaign/campaignEvents.js';
import { countCampaign, countUnits, findStatistics } from '../../records/campaign/campaignStatistics.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { campaignEventLabels, campaignStatusLabel } from '../../rules/campaign/campaignLabels.js';
import { defineRoute } from '../http/defineRoute.js';
import { campaignInPath } from './campaign.js';
import { CampaignTimelineAnswer, StatisticsAnswer, UnitStatisticsAnswer } from './progressAnswers.js';

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
