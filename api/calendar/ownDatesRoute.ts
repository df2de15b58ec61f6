import { z } from 'zod';
import { type CalendarOwner, calendarFile } from '../../documents/mail/calendarFile.js';
import { findApplication } from '../../records/application/applications.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import type { Database } from '../../records/database.js';
import { findPlan } from '../../records/originals/originalsPlans.js';
import { listApplications } from '../../records/queue/queue.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { type CalendarEntry, calendarEntriesAfter, heldSession } from '../../rules/notifications/calendarEntries.js';
import { visitEntry } from '../../rules/originals/originalsPlans.js';
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

/** The deadlines of the caller's own applications, their defense, their visit to the counter, and the sessions they score in, for their calendar. */
export const ownDatesRoute = defineRoute({
  method: 'get',
  path: '/api/me/calendar.ics',
  tag: '账户',
  summary: '本人的期限、答辩和递交原件的安排，供导入手机或电脑的日历；与邮件所附的日程同一编号',
  roles: 'signed in',
  query: z.strictObject({ language: z.enum(languages).default('zh') }),
  answers: { 200: 'file' },
  handle: async ({ caller, query: { language }, response }, { db, clock, publicUrl }) => {
    const at = await clock();
    const asked = { at, portal: publicUrl, language };
    const [dates, sessions] = await Promise.all([ownDates(db, caller, asked), scoredSessions(db, caller, asked)]);
    const ahead = [...dates, ...sessions].filter(({ entry }) => entry.to > at);
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
