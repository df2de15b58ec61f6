import type { RequestHandler } from 'express';
import { z } from 'zod';
import { conferredTitles, titleOf } from '../../records/conferral/certificates.js';
import { type Caller, callerOf, holds } from '../accounts/caller.js';
import { getVisible } from '../applications/visible.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { specialtyName } from '../publicNotices/publicNotices.js';

export const ConferralsQuery = z.strictObject({ unit: line(64).optional() });
const limit = 5_000;
const everyUnit = ['office', 'supervisor', 'chair', 'operator'] as const;

/** `GET /api/campaigns/{id}/conferrals`: on whom titles were conferred, unit by unit; a unit sees its own people. */
export function conferralsRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { id: campaignId, policy } = await getCampaign(db, request.params.id);
    const { unit } = ConferralsQuery.parse(request.query);
    const unitId = readableUnit(callerOf(response), campaignId, unit);
    const titles = await conferredTitles(db, { campaignId, unitId, limit });
    const items = titles.map(({ campaignId: _, ...title }) => ({
      ...title,
      specialty: specialtyName(policy, title.specialty),
    }));
    sendCacheable(request, response, { items });
  };
}

/** The unit whose list the caller may read; null: every one. @throws Problem `not_permitted` */
function readableUnit(caller: Caller, campaignId: string, requestedUnit: string | undefined): string | null {
  if (everyUnit.some((role) => holds(caller, role, campaignId))) return requestedUnit ?? null;
  const own = caller.bindings.filter(({ role }) => role === 'unit').flatMap(({ scope }) => scope ?? []);
  const unit = requestedUnit === undefined ? own[0] : own.find((one) => one === requestedUnit);
  if (unit === undefined)
    throw new Problem('not_permitted', { zh: '您的角色不能查看这份名单。', en: 'Your role cannot see this list.' });
  return unit;
}

/** `GET /api/applications/{id}/certificate`: the number of the title conferred on it; null while there is none. */
export function certificateRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { application } = await getVisible(db, callerOf(response), request.params.id);
    const title = await titleOf(db, application.id);
    const { number, conferredOn, revokedOn, revokedBasis, revokedClause } = title ?? {};
    const certificate = title && { number, conferredOn, revokedOn, revokedBasis, revokedClause };
    sendCacheable(request, response, { certificate });
  };
}
