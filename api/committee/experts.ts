import { z } from 'zod';
import { changeExpert, type Expert, findExpert, listExperts } from '../../records/committee/experts.js';
import type { Database } from '../../records/database.js';
import { unknownScope } from '../../records/people/accounts.js';
import { isUuid } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { type FieldError, Problem } from '../http/problem.js';
import { EngagedExpertAnswer, ExpertAnswer, ExpertsAnswer } from './answers.js';
import { specialtiesOf } from './campaignCommittee.js';
import { engageExpert } from './engageExpert.js';
import { ExpertChange, entryFaults, NewExpert, refuseFaults } from './expertBody.js';

const ExpertsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(200),
  cursor: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

const tag = '评委会';
const path = '/api/campaigns/{id}/experts';

/**
 * The part of the pool that has the campaign's specialties. The list is not public: the committee's office keeps it, the
 * supervisor may read it.
 */
export const expertRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '评审专家库中本年度评审各专业的专家（办事机构、监督）',
    roles: ['office', 'supervisor'],
    subject: campaignInPath,
    query: ExpertsQuery,
    answers: { 200: ExpertsAnswer, 304: null },
    handle: async ({ subject: { policy }, query: { limit, cursor } }, { db }) => {
      const rows = await listExperts(db, { specialties: specialtiesOf(policy), skip: cursor, limit: limit + 1 });
      return { items: rows.slice(0, limit), next: rows.length > limit ? String(cursor + limit) : null };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '专家入库；没有账户的同时开户',
    roles: ['office'],
    subject: campaignInPath,
    body: NewExpert,
    answers: { 201: EngagedExpertAnswer },
    handle: async ({ subject: { policy }, body: entry, caller }, services) => {
      const { db } = services;
      refuseFaults([...entryFaults(entry, policy), ...(await unknownUnits(db, entry.unitId))], policy);
      return await engageExpert(services, entry, caller.personId);
    },
  }),
  defineRoute({
    method: 'patch',
    path: `${path}/{expertId}`,
    tag,
    summary: '修改专家信息，或停用',
    roles: ['office'],
    subject: campaignInPath,
    body: ExpertChange,
    answers: { 200: ExpertAnswer },
    handle: async ({ subject: { policy }, params, body: change }, { db }) => {
      const present = await getExpert(db, params.expertId, specialtiesOf(policy));
      const [here, elsewhere] = [specialtiesOf(policy), new Set<string>()];
      // An expert of several campaigns keeps the specialties this campaign does not have.
      for (const code of present.specialties) if (!here.includes(code)) elsewhere.add(code);
      const specialties = change.specialties ?? present.specialties.filter((code) => !elsewhere.has(code));
      const { validFrom = present.validFrom, validUntil = present.validUntil } = change;
      const units = change.unitId === undefined ? [] : await unknownUnits(db, change.unitId);
      refuseFaults([...entryFaults({ specialties, validFrom, validUntil }, policy), ...units], policy);
      await changeExpert(db, params.expertId, { ...change, specialties: [...specialties, ...elsewhere] });
      return (await findExpert(db, params.expertId)) ?? undefined;
    },
  }),
];

async function getExpert(db: Database, id: string, specialties: readonly string[]): Promise<Expert> {
  const expert = isUuid(id) ? await findExpert(db, id) : null;
  if (!expert?.specialties.some((code) => specialties.includes(code))) {
    throw new Problem('not_found', { zh: '专家库中没有此人。', en: 'There is no such expert in the pool.' });
  }
  return expert;
}

async function unknownUnits(db: Database, unitId: string | null): Promise<readonly FieldError[]> {
  if (unitId === null || (await unknownScope(db, { unitId })) === null) return [];
  return [
    {
      field: 'unitId',
      message: '没有这个单位；不在系统内的单位请只填工作单位名称。',
      messageEn: 'There is no such unit; of a unit the system does not know, please give the name only.',
    },
  ];
}
