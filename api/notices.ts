import { Router } from 'express';
import { z } from 'zod';
import { findCampaign } from '../records/campaigns.js';
import { lookUpApplication } from '../records/lookUpApplication.js';
import { findUnit } from '../records/organisations.js';
import { findPerson } from '../records/people.js';
import { listApplications } from '../records/queue.js';
import { placeOf } from '../records/queueCursor.js';
import type { DeadlineName } from '../rules/deadline.js';
import { lifecycle, type Status, type StatusLaw, statuses } from '../rules/lifecycle.js';
import { isUuid } from './applications/visible.js';
import type { Deps } from './deps.js';
import { deadlineBody, Problem } from './problem.js';
import { line } from './text.js';

/** Periods during which the public is asked for objections. */
const publicPeriods = ['publicity_period', 'notice_period'] as const satisfies readonly DeadlineName[];

/** The period on notice in a status, or undefined where the public is not asked. */
export function periodOf(status: Status): (typeof publicPeriods)[number] | undefined {
  const { deadlines }: StatusLaw = lifecycle[status];
  return publicPeriods.find((name) => deadlines.includes(name));
}
/** Statuses in which an application is on notice. */
export const onNotice = statuses.filter((status) => periodOf(status) !== undefined);

export const NoticesQuery = z.strictObject({
  campaign: line(64).optional(),
  unit: line(64).optional(),
  cursor: z.string().max(200).optional(),
});

/** `张*`: the family name (two characters of a compound one are not guessed), the rest hidden. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return `${first}${'*'.repeat(Math.max(1, Math.min(rest.length, 2)))}`;
}

/** Public notices: no sign-in, names masked, nothing else that tells who a person is. */
export function noticeRoutes({ db }: Pick<Deps, 'db'>): Router {
  const router = Router();

  router.get('/', async (request, response) => {
    const { campaign, unit, cursor } = NoticesQuery.parse(request.query);
    const after = cursor === undefined ? undefined : placeOf(cursor);
    if (after === null) throw new Problem('body_invalid', '翻页标记无效，请从第一页开始。', { field: 'cursor' });
    const { items, next } = await listApplications(db, {
      scopes: [{ kind: 'all' }],
      statuses: onNotice,
      campaignId: campaign,
      unitId: unit,
      after,
      limit: 100,
    });
    response.json({
      items: items.map(({ id, campaignId, applicantName, unitName, level, specialty, status }) => ({
        id,
        campaignId,
        kind: periodOf(status),
        name: maskedName(applicantName),
        unitName,
        level,
        specialty,
      })),
      next,
    });
  });

  router.get('/:id', async (request, response) => {
    const { id } = request.params;
    const application = isUuid(id) ? await lookUpApplication(db, id) : null;
    const kind = application ? periodOf(application.status) : undefined;
    if (!application || !kind) throw new Problem('not_found', '没有这份公示，或公示已经结束。');
    const { facts } = application;
    const [person, unit, campaign] = await Promise.all([
      findPerson(db, facts.applicantId),
      findUnit(db, facts.unitId),
      findCampaign(db, facts.campaignId),
    ]);
    const deadline = facts.deadlines[kind];
    const { level, specialty } = facts.profile;
    response.json({
      id,
      kind,
      name: maskedName(person?.name ?? ''),
      unitName: unit?.name ?? null,
      campaign: campaign && { id: campaign.id, title: campaign.title, committee: campaign.policy.committee },
      level,
      specialty: campaign?.policy.specialties.find(({ code }) => code === specialty)?.name ?? specialty,
      deadline: deadline ? deadlineBody(deadline) : null,
    });
  });
  return router;
}
