import { wakeMail } from '../../engine/wakeMail.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { stoppedBy } from '../../records/conferral/disqualifications.js';
import { findSanction, moveSanction, sanctionsRegister } from '../../records/conferral/sanctionRegister.js';
import type { Database } from '../../records/database.js';
import {
  decideSanction,
  proposers,
  sanctionEvents,
  sanctionRows,
  sanctionStates,
} from '../../rules/sanctions/sanctionLaw.js';
import { type Caller, holds } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import { campaignInPath, getCampaign } from '../campaigns/campaign.js';
import { SanctionAnswer, SanctionsAnswer } from '../conferral/answers.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import { endRunningApplications } from './endRunningApplications.js';
import { propose } from './propose.js';
import { NewSanction, SanctionAct, SanctionsQuery, sanctionBody } from './sanctionBody.js';

const readers = ['supervisor', 'office'] as const;
const tag = '处罚登记';
const path = '/api/campaigns/{id}/sanctions';

/** The label of an event on the register: the same in every state that has it. */
const labelOf = (event: (typeof sanctionEvents)[number]) =>
  sanctionStates.flatMap((state) => sanctionRows(state)).find(([name]) => name === event)?.[1].zh ?? '';

const actRoutes = sanctionEvents.map((event) =>
  defineRoute({
    method: 'post',
    path: `${path}/{sanctionId}/${event}`,
    tag,
    summary: labelOf(event),
    roles: readers,
    freshFactor: true,
    subject: async ({ params: { id, sanctionId } }, { db }) => {
      const campaign = await getCampaign(db, id);
      const sanction = isUuid(sanctionId) ? await findSanction(db, sanctionId) : null;
      // Only where it was entered; one entered in no campaign belongs to all of them.
      if (!sanction || (sanction.campaignId ?? campaign.id) !== campaign.id) {
        throw new Problem('not_found', { zh: '没有这项处罚。', en: 'There is no such sanction.' });
      }
      return { campaign, sanction };
    },
    body: SanctionAct,
    answers: { 200: SanctionAnswer },
    handle: async ({ subject: { campaign, sanction }, body: { reason, restoresTitle }, caller }, services) => {
      const { db, clock } = services;
      if (sanction.personId === caller.personId)
        throw new Problem('own_application', {
          zh: '不能办理针对本人的处罚。',
          en: 'Nobody handles a sanction on themselves.',
        });
      const outcome = decideSanction(sanction, event, membersIn(caller, campaign.id), campaign.policy);
      if ('code' in outcome) throw problemOf(outcome);
      const { next: to, endsRunningApplications: ends } = outcome;
      const move = { sanction, from: sanction.state, to, by: caller.personId, at: await clock() };
      if (!(await moveSanction(db, { ...move, endsRunningApplications: ends, reason, restoresTitle }))) {
        throw new Problem('stale_page', {
          zh: '这项处罚刚由他人办理，请重新载入。',
          en: 'Somebody else has just dealt with this sanction; please reload the page.',
        });
      }
      if (ends) await endRunningApplications(services, sanction.id);
      wakeMail(services);
      return await reported(db, caller, campaign, sanction.id);
    },
  }),
);

/**
 * The register of sanctions, for supervisors and offices. One person proposes, another confirms; the same to lift. A
 * sanction entered in one campaign binds every other. The confirmation ends the person's running applications.
 */
export const sanctionRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '处罚登记册（监督、办事机构）',
    roles: readers,
    subject: campaignInPath,
    query: SanctionsQuery,
    answers: { 200: SanctionsAnswer, 304: null },
    handle: async ({ subject: { id, policy }, query: { cursor: offset, limit }, caller }, { db }) => {
      const rows = await sanctionsRegister(db, { limit: limit + 1, offset });
      const shown = rows.slice(0, limit);
      const stopped = await stoppedBy(
        db,
        shown.map((row) => row.id),
      );
      const items = shown.map((row) => sanctionBody(row, stopped, membersIn(caller, row.campaignId ?? id), policy));
      return { items, next: rows.length > limit ? String(offset + limit) : null };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '提出处罚，可同时撤销资格',
    roles: proposers,
    freshFactor: true,
    subject: campaignInPath,
    body: NewSanction,
    answers: { 201: SanctionAnswer },
    handle: async ({ subject: campaign, body, caller }, { db, clock }) => {
      const id = await propose(db, { campaign, body, by: caller.personId, at: await clock() });
      return await reported(db, caller, campaign, id);
    },
  }),
  ...actRoutes,
];

async function reported(db: Database, caller: Caller, campaign: Pick<Campaign, 'id' | 'policy'>, id: string) {
  const sanction = await findSanction(db, id);
  if (!sanction) throw new Error(`sanction ${id} was written and is not there`);
  return sanctionBody(sanction, await stoppedBy(db, [id]), membersIn(caller, campaign.id), campaign.policy);
}

function membersIn(caller: Caller, campaignId: string) {
  return { personId: caller.personId, roles: readers.filter((role) => holds(caller, role, campaignId)) };
}
