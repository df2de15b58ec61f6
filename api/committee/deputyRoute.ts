import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { membersOf } from '../../records/committee/committeeMembers.js';
import { isDeputyFinal, nameDeputy } from '../../records/committee/deputies.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { decideDeputy, isSeated } from '../../rules/committee/seats.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { ChairAnswer } from './answers.js';
import { committeeInPath } from './campaignCommittee.js';

/** The new deputy; with a reason once there is one already or the committee's meeting has been convened. */
const DeputyChoice = z.strictObject({ expertId: z.uuid(), reason: paragraph(500).optional() });

/**
 * The office names the deputy chair (副主任委员), who leads the votes the chair is recused from. The record keeps who named
 * whom, when and why.
 */
export const deputyRoute = defineRoute({
  method: 'put',
  path: '/api/campaigns/{id}/committees/{committee}/deputy',
  tag: '评委会',
  summary: '确定或更换副主任委员',
  roles: ['office'],
  subject: committeeInPath,
  body: DeputyChoice,
  answers: { 200: ChairAnswer },
  handle: async ({ subject: { campaignId, committee }, body: { expertId, reason = null }, caller }, services) => {
    const { db, clock } = services;
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
    wakeMail(services);
    return { committee, expertId };
  },
});
