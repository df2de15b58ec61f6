import { z } from 'zod';
import { findCampaign } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import { findSession } from '../../records/defense/defenseSessions.js';
import { scoredSession } from '../../records/defense/scoredSession.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { formatScore } from '../../rules/defense/defenseScore.js';
import { visibleApplication } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { own } from '../openapi/parts.js';
import { sessionsNow } from './sessionSnapshot.js';

const readers: readonly Role[] = ['applicant', 'office', 'supervisor'];
const score = z.string().nullable().meta({ description: '分数，保留评审政策规定的小数位' });

/**
 * How a defense was scored, as its candidate may know it: the criteria, and averages over the panel. What one expert gave is
 * left out: where a single sheet counts, there are no averages by criterion.
 */
export const averagesRoute = defineRoute({
  method: 'get',
  path: `${own}/defense-averages`,
  tag: '答辩',
  summary: '答辩评分项与平均分（本人、办事机构、监督）',
  roles: 'signed in',
  among: readers,
  subject: async (arrival, services) => {
    const { application, roles } = await visibleApplication(arrival, services);
    if (roles.some((role) => readers.includes(role))) return application;
    throw new Problem('not_permitted', { zh: '您的角色不能查看答辩评分。', en: 'Your role cannot see the scores.' });
  },
  answers: {
    200: z.object({
      average: score,
      criteria: z.array(z.object({ code: z.string(), name: z.string(), weight: z.int(), average: score })),
    }),
    304: null,
  },
  handle: async ({ subject: application }, { db }) => {
    const defense = await scoredIn(db, application.id);
    if (!defense) return { average: null, criteria: [] };
    const { criteria, decimals, sheets } = defense;
    return {
      average: application.facts.score && formatScore(application.facts.score, decimals),
      criteria: criteria.map(({ code, name, weight }) => {
        const sum = sheets.reduce((total, { points }) => total + (points[code] ?? 0), 0);
        const average = sheets.length < 2 ? null : formatScore({ sum, count: sheets.length }, decimals);
        return { code, name, weight, average };
      }),
    };
  },
});

async function scoredIn(db: Database, applicationId: string) {
  const id = await scoredSession(db, applicationId);
  const session = id === null ? null : await findSession(db, id);
  if (!session) return null;
  const [[now], campaign] = await Promise.all([sessionsNow(db, [session]), findCampaign(db, session.campaignId)]);
  const one = now?.slots.find(({ slot }) => slot.applicationId === applicationId);
  if (!one || !campaign) return null;
  const counted = new Set(one.counted.map(({ expertId }) => expertId));
  return {
    criteria: session.criteria,
    decimals: campaign.policy.reviewCommittee.scoreDecimals.value,
    sheets: one.sheets.filter(({ expertId }) => counted.has(expertId)),
  };
}
