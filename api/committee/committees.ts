import { Router } from 'express';
import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { expertOf, membersOf } from '../../records/committee/committeeMembers.js';
import { answerInvitation, designateChair } from '../../records/committee/invitations.js';
import { hasAccepted, invitationAnswers, isSeated } from '../../rules/committee/seats.js';
import { callerOf, holds, requireRole } from '../accounts/caller.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem, problemOf } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { getCommittee } from './campaignCommittee.js';
import { deputyRoute } from './deputyRoute.js';

export const ChairChoice = z.strictObject({ expertId: z.uuid() });
export const InvitationReply = z
  .strictObject({ answer: z.enum(invitationAnswers), reason: paragraph(500).optional() })
  .refine(({ answer, reason }) => answer !== 'decline' || reason !== undefined, {
    path: ['reason'],
    message: bilingualMessage('辞谢请写明理由。', 'To decline, please give your reasons.'),
  });

/**
 * `/api/campaigns/{id}/committees`: who sits in them. The list is not public: the office and the supervisor see it, and
 * each committee's own members, its chair among them, once they have accepted.
 */
export function committeeRoutes(deps: Pick<Deps, 'db' | 'clock' | 'engine' | 'logger'>): Router {
  const { db, clock } = deps;
  const router = Router({ mergeParams: true });

  router.get<'/', { id: string }>('/', async (request, response) => {
    const caller = callerOf(response);
    const { id: campaignId, policy } = await getCampaign(db, request.params.id);
    requireRole(caller, ['office', 'supervisor', 'chair', 'expert'], campaignId);
    const all = holds(caller, 'office', campaignId) || holds(caller, 'supervisor', campaignId);
    const ofAll = await Promise.all(
      policy.reviewCommittee.committees.value.map(async ({ code, name, kind, specialties }) => {
        const members = await membersOf(db, { campaignId, committee: code });
        return { code, name, kind, specialties, seated: members.filter(isSeated).length, members };
      }),
    );
    const own = ofAll.filter(({ members }) =>
      members.some((member) => member.personId === caller.personId && isSeated(member) && hasAccepted(member)),
    );
    sendCacheable(request, response, { items: all ? ofAll : own });
  });

  router.put<'/:committee/chair', At>('/:committee/chair', async (request, response) => {
    const { id: campaignId, policy } = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office'], campaignId);
    const { code: committee } = getCommittee(policy, request.params.committee);
    const { expertId } = ChairChoice.parse(request.body);
    if (!(await designateChair(db, { campaignId, committee, expertId, at: await clock() }))) {
      throw new Problem(
        'body_invalid',
        { zh: '主任委员须是本评审委员会的委员。', en: 'The chair has to be a member of this committee.' },
        { field: 'expertId' },
      );
    }
    wakeMail(deps);
    response.json({ committee, expertId });
  });

  router.put<'/:committee/deputy', At>('/:committee/deputy', deputyRoute(deps));

  router.post<'/:committee/invitation', At>('/:committee/invitation', async (request, response) => {
    const caller = callerOf(response);
    const { id: campaignId, policy } = await getCampaign(db, request.params.id);
    const { code: committee } = getCommittee(policy, request.params.committee);
    const { answer, reason = null } = InvitationReply.parse(request.body);
    const expertId = await expertOf(db, caller);
    const reply = { campaignId, committee, answer, reason, at: await clock() };
    const answered = expertId === null ? null : await answerInvitation(db, { ...reply, expertId });
    if (answered === null) throw new Problem('not_found', { zh: '没有这份邀请。', en: 'There is no such invitation.' });
    if ('code' in answered) throw problemOf(answered);
    // A letter may have been written: to the alternate who follows, or to the office that nobody does.
    wakeMail(deps);
    response.json({ committee, invitation: answered.invitation });
  });
  return router;
}
type At = { id: string; committee: string };
