import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { expertOf, membersOf } from '../../records/committee/committeeMembers.js';
import { answerInvitation, designateChair } from '../../records/committee/invitations.js';
import { addAccess } from '../../records/people/accessLog.js';
import { hasAccepted, invitationAnswers, isSeated } from '../../rules/committee/seats.js';
import { holds } from '../accounts/caller.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { ChairAnswer, CommitteesAnswer, InvitationAnswered } from './answers.js';
import { committeeInPath } from './campaignCommittee.js';
import { deputyRoute } from './deputyRoute.js';

const InvitationReply = z
  .strictObject({ answer: z.enum(invitationAnswers), reason: paragraph(500).optional() })
  .refine(({ answer, reason }) => answer !== 'decline' || reason !== undefined, {
    path: ['reason'],
    message: bilingualMessage('辞谢请写明理由。', 'To decline, please give your reasons.'),
  });

const tag = '评委会';
const path = '/api/campaigns/{id}/committees';

/**
 * The members of the committees. The list is not public: the office and the supervisor see it, and each committee's own
 * members, its chair among them, once they have accepted.
 */
export const committeeRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '评审委员会名单（不公开；委员只见本委员会）',
    roles: ['office', 'supervisor', 'chair', 'expert'],
    subject: campaignInPath,
    answers: { 200: CommitteesAnswer, 304: null },
    handle: async ({ subject: { id: campaignId, policy }, caller }, { db }) => {
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
      return { items: all ? ofAll : own };
    },
  }),
  defineRoute({
    method: 'put',
    path: `${path}/{committee}/chair`,
    tag,
    summary: '指定主任委员',
    roles: ['office'],
    subject: committeeInPath,
    body: z.strictObject({ expertId: z.uuid() }),
    answers: { 200: ChairAnswer },
    handle: async ({ subject: { campaignId, committee }, body: { expertId }, caller, request }, services) => {
      const { db, clock } = services;
      const member = (await membersOf(db, { campaignId, committee })).find((one) => one.expertId === expertId);
      if (member && isSeated(member)) {
        const entry = { kind: 'role_granted', personId: caller.personId, subjectId: member.personId } as const;
        await addAccess(db, { ...entry, roles: ['chair'], campaignId, address: request.ip ?? null });
      }
      if (!(await designateChair(db, { campaignId, committee, expertId, at: await clock() }))) {
        throw new Problem(
          'body_invalid',
          { zh: '主任委员须是本评审委员会的委员。', en: 'The chair has to be a member of this committee.' },
          { field: 'expertId' },
        );
      }
      wakeMail(services);
      return { committee, expertId };
    },
  }),
  deputyRoute,
  defineRoute({
    method: 'post',
    path: `${path}/{committee}/invitation`,
    tag,
    summary: '专家答复邀请',
    roles: 'signed in',
    subject: committeeInPath,
    body: InvitationReply,
    answers: { 200: InvitationAnswered },
    handle: async ({ subject: { campaignId, committee }, body: { answer, reason = null }, caller }, services) => {
      const { db, clock } = services;
      const expertId = await expertOf(db, caller);
      const reply = { campaignId, committee, answer, reason, at: await clock() };
      const answered = expertId === null ? null : await answerInvitation(db, { ...reply, expertId });
      if (answered === null)
        throw new Problem('not_found', { zh: '没有这份邀请。', en: 'There is no such invitation.' });
      if ('code' in answered) throw problemOf(answered);
      // A letter may have been written: to the alternate who follows, or to the office that nobody does.
      wakeMail(services);
      return { committee, invitation: answered.invitation };
    },
  }),
];
