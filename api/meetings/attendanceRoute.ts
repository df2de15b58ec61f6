import { z } from 'zod';
import type { Statements } from '../../records/database.js';
import { inTransaction } from '../../records/inTransaction.js';
import { arrive, leave } from '../../records/meeting/attendances.js';
import { lockMeeting } from '../../records/meeting/meetings.js';
import { lockMotion, motionUnderWay } from '../../records/meeting/motions.js';
import { voidMotion } from '../../records/meeting/moveMotion.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { isAttended } from '../../rules/meeting/meetingLaw.js';
import { motionAfter } from '../../rules/meeting/motionLaw.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { quorumKept } from './circumstances.js';
import { type MeetingAccess, meetingInPath, noSuchMeeting, seatOf } from './meetingAccess.js';

/** Whether the member is present. */
const Attendance = z.strictObject({ present: z.boolean() });

/** A member signs in or out, themselves and nobody for them. Safe to repeat. */
export const attendanceRoute = defineRoute({
  method: 'put',
  path: '/api/meetings/{id}/attendance',
  tag: '评审会议',
  summary: '本人签到或签退',
  roles: 'signed in',
  subject: async (arrival, services) => {
    const access = await meetingInPath(arrival, services);
    return { access, expertId: seatOf(access).expertId };
  },
  body: Attendance,
  answers: { 200: Attendance },
  handle: async ({ subject: { access, expertId }, body: { present } }, { db, clock }) => {
    const stay = { meetingId: access.meeting.id, expertId, at: await clock() };
    await inTransaction(db, async (statements) => {
      const meeting = await lockMeeting(statements, stay.meetingId);
      if (!meeting) throw noSuchMeeting();
      if (!isAttended(meeting.state)) {
        throw new Problem(
          'not_in_session',
          { zh: '会议已经结束，不能再签到或签退。', en: 'The meeting is over; nobody can sign in or out any more.' },
          {
            clause: '人社部令第40号（评审会议）',
          },
        );
      }
      if (present) await arrive(statements, stay);
      else if (await leave(statements, stay)) await voidWithoutQuorum(statements, access, stay.at);
    });
    return { present };
  },
});

/** A vote that loses its quorum while it is open is void, and taken anew when enough members are back. */
async function voidWithoutQuorum(statements: Statements, access: MeetingAccess, at: Instant): Promise<void> {
  const underWay = await motionUnderWay(statements, access.meeting.id);
  const motion = underWay && (await lockMotion(statements, underWay.id));
  const state = motion && motionAfter(motion.state, 'quorum_lost');
  if (!motion || !state || (await quorumKept(statements, access, motion))) return;
  await voidMotion(statements, { motion, state, at, by: 'quorum_lost', reason: null, leader: null });
}
