import { Router } from 'express';
import { wakeMail } from '../../engine/wakeMail.js';
import { stoppedBy } from '../../records/conferral/disqualifications.js';
import { findSanction, moveSanction, sanctionsRegister } from '../../records/conferral/sanctionRegister.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { decideSanction, proposers } from '../../rules/sanctions/sanctionLaw.js';
import { type Caller, callerOf, holds, requireRole } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem, problemOf } from '../http/problem.js';
import { endRunningApplications } from './endRunningApplications.js';
import { propose } from './propose.js';
import { NewSanction, SanctionAct, SanctionActName, SanctionsQuery, sanctionBody } from './sanctionBody.js';

const readers: readonly Role[] = ['supervisor', 'office'];

/**
 * `/api/campaigns/{id}/sanctions`: the register, for supervisors and offices. One person proposes, another confirms; the
 * same to lift. What is entered in one campaign binds every other. The confirmation ends what the person has under way.
 */
export function sanctionRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router({ mergeParams: true });
  router.get<'/', { id: string }>('/', async (request, response) => {
    const caller = callerOf(response);
    const { id } = await getCampaign(db, request.params.id);
    requireRole(caller, readers, id);
    const { cursor: offset, limit } = SanctionsQuery.parse(request.query);
    const rows = await sanctionsRegister(db, { limit: limit + 1, offset });
    const shown = rows.slice(0, limit);
    const stopped = await stoppedBy(
      db,
      shown.map((row) => row.id),
    );
    const items = shown.map((row) => sanctionBody(row, stopped, membersIn(caller, row.campaignId ?? id)));
    sendCacheable(request, response, { items, next: rows.length > limit ? String(offset + limit) : null });
  });

  router.post<'/', { id: string }>('/', async (request, response) => {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, request.params.id);
    requireRole(caller, proposers, campaign.id);
    const body = NewSanction.parse(request.body);
    const id = await propose(db, { campaign, body, by: caller.personId, at: await clock() });
    response.status(201).json(await reported(caller, campaign.id, id));
  });

  router.post<'/:sanctionId/:act', { id: string; sanctionId: string; act: string }>(
    '/:sanctionId/:act',
    async (request, response) => {
      const caller = callerOf(response);
      const campaign = await getCampaign(db, request.params.id);
      requireRole(caller, readers, campaign.id);
      const { data: event } = SanctionActName.safeParse(request.params.act);
      const sanction = isUuid(request.params.sanctionId) ? await findSanction(db, request.params.sanctionId) : null;
      // Only where it was entered; one that came from elsewhere is everybody's.
      if (!event || !sanction || (sanction.campaignId ?? campaign.id) !== campaign.id) {
        throw new Problem('not_found', { zh: '没有这项处罚。', en: 'There is no such sanction.' });
      }
      const { reason, restoresTitle } = SanctionAct.parse(request.body);
      if (sanction.personId === caller.personId)
        throw new Problem('own_application', {
          zh: '不能办理针对本人的处罚。',
          en: 'Nobody handles a sanction on themselves.',
        });
      const outcome = decideSanction(sanction, event, membersIn(caller, campaign.id));
      if ('code' in outcome) throw problemOf(outcome);
      const { next: to, endsRunningApplications: ends } = outcome;
      const move = { sanction, from: sanction.state, to, by: caller.personId, at: await clock() };
      if (!(await moveSanction(db, { ...move, endsRunningApplications: ends, reason, restoresTitle }))) {
        throw new Problem('stale_page', {
          zh: '这项处罚刚由他人办理，请重新载入。',
          en: 'Somebody else has just dealt with this sanction; please reload the page.',
        });
      }
      if (ends) await endRunningApplications(deps, sanction.id);
      wakeMail(deps);
      response.json(await reported(caller, campaign.id, sanction.id));
    },
  );
  return router;

  async function reported(caller: Caller, campaignId: string, id: string) {
    const sanction = await findSanction(db, id);
    if (!sanction) throw new Error(`sanction ${id} was written and is not there`);
    return sanctionBody(sanction, await stoppedBy(db, [id]), membersIn(caller, campaignId));
  }
}

function membersIn(caller: Caller, campaignId: string) {
  return { personId: caller.personId, roles: readers.filter((role) => holds(caller, role, campaignId)) };
}
