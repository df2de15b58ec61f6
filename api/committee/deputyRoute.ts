import type { RequestHandler } from 'express';
import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { membersOf } from '../../records/committee/committeeMembers.js';
import { isDeputyFinal, nameDeputy } from '../../records/committee/deputies.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { decideDeputy, isSeated } from '../../rules/committee/seats.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { Problem, problemOf } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { getCommittee } from './campaignCommittee.js';

/** Who is to be the deputy; why, once there is one or the committee's meeting has been convened. */
export const DeputyChoice = z.strictObject({ expertId: z.uuid(), reason: paragraph(500).optional() });

/**
 * `PUT /{committee}/deputy`: the office names the deputy chair (副主任委员), who leads the votes the chair is recused from.
 * Who named whom, when and why is kept.
 */
export function deputyRoute(deps: Pick<Deps, 'db' | 'clock' | 'engine' | 'logger'>): RequestHandler<{
  id: string;
  committee: string;
}> {
  const { db, clock } = deps;
  return async (request, response) => {
    const caller = callerOf(response);
    const { id: campaignId, policy } = await getCampaign(db, request.params.id);
    requireRole(caller, ['office'], campaignId);
    const { code: committee } = getCommittee(policy, request.params.committee);
    const { expertId, reason = null } = DeputyChoice.parse(request.body);
    const member = (await membersOf(db, { campaignId, committee })).find((one) => one.expertId === expertId);
    if (!member || !isSeated(member)) {
      throw new Problem(
        'body_invalid',
        { zh: '副主任委员须是本评审委员会的委员。', en: 'The deputy chair has to be a member of this committee.' },
        { field: 'expertId' },
      );
    }
    const finalized = await isDeputyFinal(db, { campaignId, committee });
    const refusal = decideDeputy({ ...member, finalized, freeText: reason !== null });
    if (refusal) throw problemOf(refusal);
    const named = { campaignId, committee, expertId, namedBy: caller.personId, at: await clock(), reason };
    await nameDeputy(db, named).catch((error: unknown) => {
      throw isAlreadyThere(error)
        ? new Problem('stale_page', {
            zh: '副主任委员刚刚有了变化，请查看最新情况后再办理。',
            en: 'The deputy chair has just changed; please look at how things stand now.',
          })
        : error;
    });
    wakeMail(deps);
    response.json({ committee, expertId });
  };
}
