import { Router } from 'express';
import { campaignTimeline } from '../../records/campaign/campaignEvents.js';
import { countCampaign, countUnits, findStatistics } from '../../records/campaign/campaignStatistics.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { campaignEventLabels } from '../../rules/campaign/campaignLabels.js';
import { campaignLaw } from '../../rules/campaign/campaignLaw.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { getCampaign } from './campaign.js';

/** What a campaign has come through, and what it came to. */
export function progressRoutes({ db, clock }: Pick<Deps, 'db' | 'clock'>): Router {
  const router = Router();

  router.get('/:id/timeline', async (request, response) => {
    const { id } = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'chair', 'supervisor', 'operator'], id);
    const items = (await campaignTimeline(db, id)).map(({ transition, recordedAt, prevHash, hash, freeText, name }) => {
      const { seq, event, actor, at, from, to, data } = transition;
      return {
        seq,
        event,
        label: campaignEventLabels[event],
        at: isoInBeijing(at),
        recordedAt: isoInBeijing(recordedAt),
        from,
        fromLabel: labelsOf(from),
        to,
        toLabel: labelsOf(to),
        data,
        reason: freeText?.reason ?? null,
        by: { role: actor.role, personId: actor.personId, name },
        prevHash,
        hash,
      };
    });
    sendCacheable(request, response, { items });
  });

  router.get('/:id/statistics', async (request, response) => {
    const { id } = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'chair', 'supervisor', 'operator'], id);
    const written = await findStatistics(db, id);
    const cells = written?.cells ?? (await countCampaign(db, id));
    const countedAt = isoInBeijing(written?.countedAt ?? (await clock()));
    response.json({ final: written !== null, countedAt, cells });
  });

  // A list of its own, so that it is exported as every list is.
  router.get('/:id/statistics/units', async (request, response) => {
    const { id } = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'chair', 'supervisor', 'operator'], id);
    const items = (await findStatistics(db, id))?.units ?? (await countUnits(db, id));
    response.json({ items });
  });
  return router;
}

function labelsOf(status: keyof typeof campaignLaw) {
  const { zh, en } = campaignLaw[status];
  return { zh, en };
}
