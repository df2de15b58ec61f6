import { findCampaign } from '../../records/campaign/campaigns.js';
import { agendaOf } from '../../records/meeting/agenda.js';
import { papersOf } from '../../records/meeting/ballots.js';
import { meetingsOfMember } from '../../records/meeting/meetings.js';
import { motionsOf } from '../../records/meeting/motions.js';
import { seatedInvitations } from '../../rules/committee/seats.js';
import { isSealed, knowsPapers } from '../../rules/meeting/meetingLaw.js';
import { isCounted, isUnderWay } from '../../rules/meeting/motionLaw.js';
import type { Caller } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { refusalBody } from '../http/problem.js';
import {
  MeetingAnswer,
  MeetingsAnswer,
  MotionAnswer,
  MotionsAnswer,
  NotVotableAnswer,
  PapersAnswer,
} from './answers.js';
import { actsAsMember, meetingAccess, meetingInPath } from './meetingAccess.js';
import { meetingConsole } from './meetingConsole.js';
import { meetingLine, meetingView, visibleMotions } from './meetingView.js';
import { motionOf, noSuchMotion } from './motionActs.js';
import { motionLine, motionNow } from './motionView.js';
import { notVotable } from './notVotable.js';

const tag = '评审会议';
const path = '/api/meetings/{id}';

/** A meeting, its agenda and its votes, as far as the caller may see them. */
export const meetingRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/me/meetings',
    tag,
    summary: '我所在评审委员会的会议',
    roles: 'signed in',
    answers: { 200: MeetingsAnswer, 304: null },
    handle: async ({ caller }, { db }) => {
      const meetings = await meetingsOfMember(db, { personId: caller.personId, seated: seatedInvitations });
      const mine = meetings.filter(({ campaignId }) => actsAsMember(caller, campaignId));
      const campaigns = new Map(
        await Promise.all(
          [...new Set(mine.map(({ campaignId }) => campaignId))].map(
            async (id) => [id, await findCampaign(db, id)] as const,
          ),
        ),
      );
      const items = mine.flatMap((meeting) => {
        const campaign = campaigns.get(meeting.campaignId);
        return campaign ? [meetingLine({ meeting, campaign })] : [];
      });
      return { items };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '会议现场：出席、法定人数、当前表决',
    roles: 'signed in',
    subject: meetingInPath,
    answers: { 200: MeetingAnswer, 304: null },
    handle: async ({ subject: access }, { db, box }) => {
      const view = await meetingView(db, access);
      // The process that was counting may have died: this one takes the count over.
      if (view.current && isUnderWay(view.current.state)) box.watch(view.current.id);
      return view;
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/not-votable`,
    tag,
    summary: '尚不能表决、未列入议程的申报及原因（办事机构、监督）',
    roles: 'signed in',
    subject: meetingInPath,
    answers: { 200: NotVotableAnswer, 304: null },
    handle: async ({ subject: access }, { db, clock }) => {
      const { meeting, campaign } = access;
      // A chair may be recused from one of them.
      const watches = access.roles.some((one) => one === 'office' || one === 'supervisor');
      if (!watches || isSealed(meeting.state)) return { items: [] };
      const [left, motions] = await Promise.all([
        notVotable(db, campaign, meeting.committee, await clock()),
        motionsOf(db.pool, meeting.id),
      ]);
      const listed = new Set(motions.map(({ applicationId }) => applicationId));
      const missing = left.filter(({ applicationId }) => !listed.has(applicationId));
      const items = await agendaOf(
        db,
        missing.map(({ applicationId }) => applicationId),
      );
      return {
        items: missing.map(({ applicationId, refusal }) => {
          const { applicantName = '', unitName = '' } = items.get(applicationId) ?? {};
          return { applicationId, applicantName, unitName, reason: refusalBody(refusal) };
        }),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/motions`,
    tag,
    summary: '议程与结果',
    roles: 'signed in',
    subject: meetingInPath,
    answers: { 200: MotionsAnswer, 304: null },
    handle: async ({ subject: access }, { db }) => {
      const all = await motionsOf(db.pool, access.meeting.id);
      const liveConsole = await meetingConsole(db, access, all);
      const motions = visibleMotions(liveConsole, access, all);
      const items = await agendaOf(db, [...new Set(motions.map(({ applicationId }) => applicationId))]);
      const at = { access, liveConsole };
      return { items: motions.map((motion) => motionLine(motion, items.get(motion.applicationId), at)) };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/motions/{motionId}`,
    tag,
    summary: '一项表决',
    roles: 'signed in',
    subject: visibleMotion,
    answers: { 200: MotionAnswer, 304: null },
    handle: async ({ subject: { access, liveConsole, motion } }, { db }) => {
      const items = await agendaOf(db, [motion.applicationId]);
      return await motionNow(db, { access, liveConsole, motion, item: items.get(motion.applicationId) });
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/motions/{motionId}/papers`,
    tag,
    summary: '计票后公布的选票与回执',
    roles: 'signed in',
    subject: visibleMotion,
    answers: { 200: PapersAnswer },
    handle: async ({ subject: { access, motion } }, { db }) => {
      if (!isCounted(motion.state) || !knowsPapers(access.meeting.state, access.roles)) throw noSuchMotion();
      const { ballots, receipts } = await papersOf(db, motion.id);
      return {
        ballots: ballots.map(({ serial, choice }) => ({ serial, choice })),
        receipts: receipts.map(({ serial }) => serial),
        ballotsRoot: motion.ballotsRoot,
        receiptsRoot: motion.receiptsRoot,
      };
    },
  }),
];

interface MotionArrival {
  readonly params: { readonly id: string; readonly motionId: string };
  readonly caller: Caller;
}

/** The motion named in the path, if the caller may see it. @throws Problem `not_found` */
async function visibleMotion({ params: { id, motionId }, caller }: MotionArrival, { db }: Pick<Deps, 'db'>) {
  const access = await meetingAccess(db, caller, id);
  const motion = await motionOf(db, access.meeting.id, motionId);
  const liveConsole = await meetingConsole(db, access, motion ? [motion] : []);
  const [seen] = motion ? visibleMotions(liveConsole, access, [motion]) : [];
  if (!seen) throw noSuchMotion();
  return { access, liveConsole, motion: seen };
}
