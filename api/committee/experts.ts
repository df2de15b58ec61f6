import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { changeExpert, type Expert, findExpert, listExperts } from '../../records/committee/experts.js';
import { unknownScope } from '../../records/people/accounts.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { type FieldError, Problem } from '../http/problem.js';
import { specialtiesOf } from './campaignCommittee.js';
import { engage } from './engageExperts.js';
import { ExpertChange, entryFaults, NewExpert, refuseFaults } from './expertBody.js';
import { ExpertFile, readExperts } from './expertCsv.js';

export const ExpertsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(200),
  cursor: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

/**
 * `/api/campaigns/{id}/experts`: the part of the pool that has the campaign's specialties. The list is not public: the
 * committee's office keeps it, the supervisor may read it.
 */
export function expertRoutes({ db, auth }: Pick<Deps, 'db' | 'auth'>): Router {
  const router = Router({ mergeParams: true });
  const campaignOf: RequestHandler<{ id: string }> = async (request, response, next) => {
    const { id } = request.params;
    requireRole(callerOf(response), request.method === 'GET' ? ['office', 'supervisor'] : ['office'], id);
    response.locals.campaign = await getCampaign(db, id);
    next();
  };
  router.use('/', campaignOf as RequestHandler);

  router.get('/', async (request, response) => {
    const { limit, cursor } = ExpertsQuery.parse(request.query);
    const specialties = specialtiesOf(response.locals.campaign.policy);
    const rows = await listExperts(db, { specialties, skip: cursor, limit: limit + 1 });
    const next = rows.length > limit ? String(cursor + limit) : null;
    sendCacheable(request, response, { items: rows.slice(0, limit), next });
  });

  router.post('/', async (request, response) => {
    const entry = NewExpert.parse(request.body);
    const { policy } = response.locals.campaign;
    refuseFaults([...entryFaults(entry, policy), ...(await unknownUnits([entry]))], policy);
    const [added] = await engage({ db, auth }, [entry]);
    response.status(201).json(added);
  });

  router.post('/import', async (request, response) => {
    const { csv } = ExpertFile.parse(request.body);
    const { policy } = response.locals.campaign;
    const { experts, faults } = readExperts(csv, policy);
    refuseFaults(faults.length > 0 ? faults : await unknownUnits(experts, (index) => `csv.${index + 2}.`), policy);
    response.status(201).json({ items: await engage({ db, auth }, experts, (index) => `csv.${index + 2}.email`) });
  });

  router.patch('/:expertId', async (request, response) => {
    const { expertId } = request.params as { expertId: string };
    const { policy } = response.locals.campaign;
    const change = ExpertChange.parse(request.body);
    const present = await getExpert(expertId, specialtiesOf(policy));
    const [here, elsewhere] = [specialtiesOf(policy), new Set<string>()];
    // An expert of several campaigns keeps the specialties that are not this campaign's to judge.
    for (const code of present.specialties) if (!here.includes(code)) elsewhere.add(code);
    const specialties = change.specialties ?? present.specialties.filter((code) => !elsewhere.has(code));
    const { validFrom = present.validFrom, validUntil = present.validUntil } = change;
    const units = change.unitId === undefined ? [] : await unknownUnits([{ unitId: change.unitId }]);
    refuseFaults([...entryFaults({ specialties, validFrom, validUntil }, policy), ...units], policy);
    await changeExpert(db, expertId, { ...change, specialties: [...specialties, ...elsewhere] });
    response.json(await findExpert(db, expertId));
  });
  return router;

  async function getExpert(id: string, specialties: readonly string[]): Promise<Expert> {
    const expert = isUuid(id) ? await findExpert(db, id) : null;
    if (!expert?.specialties.some((code) => specialties.includes(code))) {
      throw new Problem('not_found', { zh: '专家库中没有此人。', en: 'There is no such expert in the pool.' });
    }
    return expert;
  }

  async function unknownUnits(
    entries: readonly { readonly unitId: string | null }[],
    at: (index: number) => string = () => '',
  ): Promise<readonly FieldError[]> {
    const faults: FieldError[] = [];
    for (const [index, { unitId }] of entries.entries()) {
      if (unitId === null || (await unknownScope(db, { unitId })) === null) continue;
      faults.push({
        field: `${at(index)}unitId`,
        message: '没有这个单位；不在系统内的单位请只填工作单位名称。',
        messageEn: 'There is no such unit; of a unit the system does not know, please give the name only.',
      });
    }
    return faults;
  }
}
