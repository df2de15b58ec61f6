import { z } from 'zod';
import { type CalendarOwner, calendarFile } from '../../documents/mail/calendarFile.js';
import { findApplication } from '../../records/application/applications.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { findCampaign } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import { heldAt } from '../../records/meeting/meetingLetters.js';
import { meetingsOfMember } from '../../records/meeting/meetings.js';
import { findPlan } from '../../records/originals/originalsPlans.js';
import { listApplications } from '../../records/queue/queue.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { seatedInvitations } from '../../rules/committee/seats.js';
import { aheadStates } from '../../rules/meeting/meetingLaw.js';
import {
  type CalendarEntry,
  calendarEntriesAfter,
  heldSession,
  meetingEntry,
} from '../../rules/notifications/calendarEntries.js';
import { visitEntry } from '../../rules/originals/visitEntry.js';
import { type Language, languages } from '../../rules/people/membership.js';
import type { Caller } from '../accounts/caller.js';
import { ownSessions } from '../defense/ownSheets.js';
import { defineRoute } from '../http/defineRoute.js';

/** More than anybody has under way. */
const mostApplications = 50;

interface Owned {
  readonly entry: CalendarEntry;
  readonly owner: CalendarOwner;
}
type Asked = { readonly at: Instant; readonly portal: string; readonly language: Language };

/** The deadlines of the caller's own applications, their defense, their visit to the counter, the sessions they score in and the meetings they sit in, for their calendar. */
export const ownDatesRoute = defineRoute({
  method: 'get',
  path: '/api/me/calendar.ics',
  tag: '账户',
  summary: '本人的期限、答辩、评审会议和递交原件的安排，供导入手机或电脑的日历；与邮件所附的日程同一编号',
  roles: 'signed in',
  query: z.strictObject({ language: z.enum(languages).default('zh') }),
  answers: { 200: 'file' },
  handle: async ({ caller, query: { language }, response }, { db, clock, publicUrl }) => {
    const at = await clock();
    const asked = { at, portal: publicUrl, language };
    const [dates, sessions, meetings] = await Promise.all([
      ownDates(db, caller, asked),
      scoredSessions(db, caller, asked),
      ownMeetings(db, caller, asked),
    ]);
    const ahead = [...dates, ...sessions, ...meetings].filter(({ entry }) => entry.to > at);
    response
      .attachment('pingshen.ics')
      .type('text/calendar')
      .set('Cache-Control', 'private, no-store')
      .end(calendarFile(ahead, at).content);
  },
});

async function ownDates(
  db: Database,
  { personId }: Caller,
  { at, portal, language }: Asked,
): Promise<readonly Owned[]> {
  const scopes = [{ kind: 'applicant' as const, id: personId }];
  const { items } = await listApplications(db, { scopes, limit: mostApplications });
  const owned = await Promise.all(
    items.map(async ({ id }) => {
      const application = await findApplication(db, id);
      if (application === null) return [];
      const { facts, number } = application;
      const { policy } = await pinnedPolicy(db, application);
      const { seq, status, profile, deadlines, tolledSince, defenseAt, acceptedAt } = facts;
      const entries = calendarEntriesAfter({
        applicationId: id,
        seq,
        at,
        status,
        profile,
        policy,
        audited: acceptedAt !== null,
        deadlines,
        previous: {},
        paused: tolledSince !== null,
        defenseBefore: null,
        defenseAt,
        place: null,
      });
      const owner = { reference: number, sender: policy.committee, link: `${portal}/applications/${id}`, language };
      const plan = await findPlan(db, id);
      const visits = plan?.slot && !plan.slot.cancelled ? [visitEntry(id, plan.slot, plan.createdAt)] : [];
      return [...entries, ...visits].map((entry) => ({ entry, owner }));
    }),
  );
  return owned.flat();
}

async function scoredSessions(db: Database, caller: Caller, { portal, language }: Asked): Promise<readonly Owned[]> {
  const sessions = await ownSessions(db, caller);
  return sessions.map(({ campaign: { title, policy }, now: { session } }) => ({
    entry: heldSession(session),
    owner: { reference: title, sender: policy.committee, link: `${portal}/expert`, language },
  }));
}

async function ownMeetings(db: Database, { personId }: Caller, { portal, language }: Asked): Promise<readonly Owned[]> {
  const meetings = await meetingsOfMember(db, { personId, seated: seatedInvitations });
  const ahead = meetings.filter(({ state }) => aheadStates.includes(state));
  const campaigns = await Promise.all(ahead.map(({ campaignId }) => findCampaign(db, campaignId)));
  return ahead.map((meeting, index) => ({
    entry: meetingEntry({ ...meeting, held: heldAt(meeting), cancelled: false }),
    owner: {
      reference: campaigns[index]?.title ?? '',
      sender: campaigns[index]?.policy.committee ?? '',
      link: `${portal}/expert/meetings/${meeting.id}`,
      language,
    },
  }));
}
