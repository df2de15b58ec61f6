import type { RequestHandler } from 'express';
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
import { callerOf } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { quorumKept } from './circumstances.js';
import { type MeetingAccess, meetingAccess, noSuchMeeting, seatOf } from './meetingAccess.js';

/** Whether the member is in the room. */
export const Attendance = z.strictObject({ present: z.boolean() });

/** `PUT /{id}/attendance`: a member signs in or out, themselves and nobody for them. Safe to repeat. */
export function attendanceRoute({ db, clock }: Pick<Deps, 'db' | 'clock'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const access = await meetingAccess(db, callerOf(response), request.params.id);
    const { expertId } = seatOf(access);
    const { present } = Attendance.parse(request.body);
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
    response.json({ present });
  };
}

/** A vote that loses its quorum in the middle is void, and taken anew when enough are back. */
async function voidWithoutQuorum(statements: Statements, access: MeetingAccess, at: Instant): Promise<void> {
  const underWay = await motionUnderWay(statements, access.meeting.id);
  const motion = underWay && (await lockMotion(statements, underWay.id));
  const state = motion && motionAfter(motion.state, 'quorum_lost');
  if (!motion || !state || (await quorumKept(statements, access, motion))) return;
  await voidMotion(statements, { motion, state, at, by: 'quorum_lost', reason: null, leader: null });
}
