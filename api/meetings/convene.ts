import { z } from 'zod';
import { reportMeetingInBackground } from '../../engine/reportMeeting.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { membersOf } from '../../records/committee/committeeMembers.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { inTransaction } from '../../records/inTransaction.js';
import { fillAgenda } from '../../records/meeting/agenda.js';
import { heldAt, writeMeetingLetters } from '../../records/meeting/meetingLetters.js';
import { convene, type Meeting, meetingsOf } from '../../records/meeting/meetings.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { isSeated } from '../../rules/committee/seats.js';
import { campaignInPath } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { hourOfDay, line, localDate } from '../http/text.js';
import { MeetingsAnswer } from './answers.js';
import { meetingLine } from './meetingView.js';
import { inReview, notVotable, specialtiesOf } from './notVotable.js';

/** A meeting of one of the campaign's committees, on a day. */
const NewMeeting = z.strictObject({ committee: line(64), heldOn: localDate, begins: hourOfDay, place: line(100) });

/** Puts on the agenda the applications in the committee's specialties that wait for its meeting now and can be voted. */
export async function refillAgenda(
  db: Deps['db'],
  { id: meetingId, campaignId, committee }: Pick<Meeting, 'id' | 'campaignId' | 'committee'>,
  campaign: Campaign,
  now: Instant,
): Promise<number> {
  const except = (await notVotable(db, campaign, committee, now)).map(({ applicationId }) => applicationId);
  const specialties = specialtiesOf(campaign, committee);
  return await fillAgenda(db, { meetingId, campaignId, specialties, statuses: inReview, except });
}

const tag = '评审会议';
const path = '/api/campaigns/{id}/meetings';

/** Meetings of a campaign: the office convenes them; office, supervisor and chair read. */
export const campaignMeetingRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '一个年度评审的会议',
    roles: ['office', 'supervisor', 'chair'],
    subject: campaignInPath,
    answers: { 200: MeetingsAnswer, 304: null },
    handle: async ({ subject: campaign }, { db }) => {
      const meetings = await meetingsOf(db, campaign.id);
      return { items: meetings.map((meeting) => meetingLine({ meeting, campaign })) };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '召集会议，议程为处于评审环节的申报',
    roles: ['office'],
    subject: campaignInPath,
    body: NewMeeting,
    answers: { 201: z.object({ id: z.uuid() }) },
    handle: async ({ subject: campaign, body: { committee, heldOn, begins, place }, caller }, services) => {
      const { db, clock } = services;
      const committeeName = await seatedCommittee(db, campaign, committee);
      const called = { campaignId: campaign.id, committee, committeeName, heldOn, begins, place };
      const now = await clock();
      const id = await inTransaction(db, async (statements) => {
        const meetingId = await convene(statements, { ...called, convenedBy: caller.personId, at: now });
        const change = { id: meetingId, revision: 1, was: null, now: heldAt(called), reason: null };
        await writeMeetingLetters(statements, { meeting: called, kind: 'meeting_convened', change, at: now });
        return meetingId;
      }).catch((error: unknown) => {
        throw isAlreadyThere(error)
          ? new Problem(
              'already_there',
              { zh: '这个评审委员会还有一次会议没有结束。', en: 'Another meeting of this committee is not over yet.' },
              { field: 'committee' },
            )
          : error;
      });
      await refillAgenda(db, { id, campaignId: campaign.id, committee }, campaign, now);
      reportMeetingInBackground(services, id);
      return { id };
    },
  }),
];

/** The committee's name. @throws Problem when there is no such committee, too few have a seat, or nobody leads it */
async function seatedCommittee(db: Deps['db'], campaign: Campaign, committee: string): Promise<string> {
  const law = campaign.policy.reviewCommittee.committees.value.find(({ code }) => code === committee);
  if (!law)
    throw new Problem(
      'body_invalid',
      { zh: '政策中没有这个评审委员会。', en: 'The policy has no such committee.' },
      { field: 'committee' },
    );
  const seated = (await membersOf(db, { campaignId: campaign.id, committee })).filter(isSeated);
  const { value: fewest, clause } = campaign.policy.meeting.minimumCommittee;
  if (seated.length < fewest) {
    const message = {
      zh: `评审委员会现有${seated.length}人，少于${fewest}人，请先抽取专家并确认邀请。`,
      en: `The committee has ${seated.length} members, fewer than ${fewest}. Please draw experts and confirm their invitations first.`,
    };
    throw new Problem('committee_too_small', message, { clause, field: 'committee' });
  }
  if (!seated.some(({ isChair }) => isChair)) {
    throw new Problem(
      'committee_too_small',
      { zh: '评审委员会还没有主任委员，请先确定。', en: 'The committee has no chair yet; please name one first.' },
      { clause, field: 'committee' },
    );
  }
  return law.name;
}
