import { z } from 'zod';
import { reportMeetingInBackground } from '../../engine/reportMeeting.js';
import type { Statements } from '../../records/database.js';
import { inTransaction } from '../../records/inTransaction.js';
import { leaveAll, presentIn } from '../../records/meeting/attendances.js';
import { addCorrection } from '../../records/meeting/meetingCorrections.js';
import { heldAt, writeMeetingLetters } from '../../records/meeting/meetingLetters.js';
import {
  findMeeting,
  lockMeeting,
  moveMeeting,
  rescheduleMeeting,
  signMeeting,
} from '../../records/meeting/meetings.js';
import { motionUnderWay } from '../../records/meeting/motions.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { minutesHashOf } from '../../rules/meeting/ballot/minutes.js';
import { minutesText } from '../../rules/meeting/ballot/minutesSignature.js';
import { otherVote } from '../../rules/meeting/meetingLabels.js';
import {
  aheadStates,
  decideMeeting,
  isAttended,
  isSealed,
  type MeetingEvent,
  type MeetingState,
  meetingEvents,
} from '../../rules/meeting/meetingLaw.js';
import type { Caller } from '../accounts/caller.js';
import { Proof } from '../accounts/secondFactor.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import { hourOfDay, line, localDate, paragraph } from '../http/text.js';
import type { Services } from '../services.js';
import { MeetingActedAnswer } from './answers.js';
import { buildMinutes } from './buildMinutes.js';
import { meetingCircumstances } from './circumstances.js';
import { refillAgenda } from './convene.js';
import { type MeetingAccess, meetingInPath, noSuchMeeting } from './meetingAccess.js';
import { meetingParts } from './meetingConsole.js';

/** The body of an act on a meeting. */
const MeetingAct = z.strictObject({
  /** `sign`: the hash of the minutes as they were read. */
  minutesHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** `move`: the new day, hour and place; what is left out stays. */
  heldOn: localDate.optional(),
  begins: hourOfDay.optional(),
  place: line(100).optional(),
  /** `correct`: what is corrected, and why; `move` and `call_off`: why. */
  reason: paragraph(4000).optional(),
  /** `sign` and `correct`: the signer's password and code. */
  proof: Proof.optional(),
});
type Body = z.infer<typeof MeetingAct>;

interface Judged {
  readonly access: MeetingAccess;
  readonly caller: Caller;
  readonly next: MeetingState;
  readonly body: Body;
  readonly at: Instant;
}

/** An act of the office or the chair on the meeting itself. */
export const meetingActRoute = defineRoute({
  method: 'post',
  path: '/api/meetings/{id}/actions/{event}',
  tag: '评审会议',
  summary: '办事机构：改期、取消；主任委员（不在会场时副主任委员）：开会、休会、结束；主任委员：宣布、签署、更正',
  roles: 'signed in',
  subject: async (arrival, services) => {
    const access = await meetingInPath(arrival, services);
    const event = meetingEvents.find((known) => known === arrival.params.event);
    if (!event) throw new Problem('not_found', { zh: '没有这个事项。', en: 'There is no such matter.' });
    return { access, event };
  },
  rawBody: MeetingAct,
  answers: { 200: MeetingActedAnswer },
  handle: async ({ subject: { access, event }, caller, request }, services) => {
    const { db, clock } = services;
    // Signing, correcting and moving take something; the other acts may come without a body.
    const body = MeetingAct.parse(request.body ?? {});
    const presentExperts = await presentIn(db.pool, access.meeting.id);
    const parts = meetingParts(access, presentExperts);
    const circumstances = await meetingCircumstances(db.pool, access, presentExperts);
    const judge = (asked: Partial<typeof circumstances>) => {
      const outcome = decideMeeting(access.meeting.state, event, parts, { ...circumstances, ...asked });
      if ('code' in outcome) throw problemOf(outcome);
      return outcome.next;
    };
    // A refusal that needs no proof comes before a code is used up.
    judge({});
    const freeText = { freeText: body.reason !== undefined };
    const secondFactor = proven.has(event) ? await proves(services, caller, body) : null;
    const seen = event === 'sign' ? { minutesAsSeen: await asSeen(services, access, body) } : {};
    const next = judge({ ...freeText, ...seen, secondFactor });
    await perform[event](services, { access, caller, next, body, at: await clock() });
    return { id: access.meeting.id, state: (await findMeeting(db, access.meeting.id))?.state ?? next };
  },
});

/** Acts that are signed. */
const proven: ReadonlySet<MeetingEvent> = new Set(['sign', 'correct']);

async function proves({ secondFactors }: Services, { personId }: Caller, { proof }: Body): Promise<boolean> {
  return proof !== undefined && (await secondFactors.proves(personId, proof));
}

async function asSeen({ db }: Services, access: MeetingAccess, { minutesHash }: Body): Promise<boolean> {
  return minutesHash === minutesHashOf(await buildMinutes(db, access));
}

const move =
  (stamp: Parameters<typeof moveMeeting>[2]['stamp']) =>
  async ({ db }: Services, { access, next, at }: Judged) => {
    await unchanged(db, access, async (statements) => {
      // Checked again: a vote may have been opened since.
      if (await motionUnderWay(statements, access.meeting.id)) {
        throw new Problem('motion_open', otherVote);
      }
      await moveMeeting(statements, access.meeting.id, { state: next, at, stamp });
      if (isAttended(access.meeting.state) && !isAttended(next)) await leaveAll(statements, access.meeting.id, at);
    });
  };

/** Another day, hour or place, or none for now: whoever has the meeting in their calendar is written to. */
const reschedule =
  (kind: 'meeting_moved' | 'meeting_called_off') =>
  async ({ db }: Services, { access: { meeting }, access, next, body, at }: Judged) => {
    const { heldOn = meeting.heldOn, begins = meeting.begins, place = meeting.place } = body;
    const changed = { ...meeting, heldOn, begins, place };
    const wasHeld = aheadStates.includes(meeting.state);
    await unchanged(db, access, async (statements) => {
      await rescheduleMeeting(statements, meeting.id, { ...changed, state: next });
      await writeMeetingLetters(statements, {
        meeting,
        kind: wasHeld ? kind : 'meeting_convened',
        change: {
          id: meeting.id,
          revision: meeting.revision + 1,
          was: wasHeld ? heldAt(meeting) : null,
          now: aheadStates.includes(next) ? heldAt(changed) : null,
          reason: body.reason ?? null,
        },
        at,
      });
      await leaveAll(statements, meeting.id, at);
    });
  };

const perform: Readonly<Record<MeetingEvent, (services: Services, judged: Judged) => Promise<void>>> = {
  move: reschedule('meeting_moved'),
  call_off: reschedule('meeting_called_off'),
  open_session: async (services, judged) => {
    const { meeting, campaign } = judged.access;
    await refillAgenda(services.db, meeting, campaign, judged.at);
    await move('opened_at')(services, judged);
  },
  adjourn: move(null),
  resume: move(null),
  close_session: move('closed_at'),
  announce: move('announced_at'),
  sign: async (services, { access, caller, next, at }) => {
    const { meeting } = access;
    const { db, recordSigner } = services;
    const minutes = await buildMinutes(db, access);
    const minutesHash = minutesHashOf(minutes);
    const by = caller.personId;
    const signature = await recordSigner.sign(
      minutesText({ meetingId: meeting.id, minutesHash, by, at: isoInBeijing(at) }),
    );
    const signed = { id: meeting.id, state: next, minutes, minutesHash, signature, signedBy: by, at };
    await unchanged(db, access, async (statements) => await signMeeting(statements, signed));
    reportMeetingInBackground(services, meeting.id);
  },
  correct: async ({ db }, { access, caller, body, at }) => {
    const { id: meetingId } = access.meeting;
    await inTransaction(db, async (statements) => {
      const meeting = await lockMeeting(statements, meetingId);
      if (!meeting || !isSealed(meeting.state) || meeting.minutesHash === null) throw noSuchMeeting();
      const reason = body.reason ?? '';
      await addCorrection(statements, {
        meetingId,
        minutesHash: meeting.minutesHash,
        reason,
        madeBy: caller.personId,
        at,
      });
    });
  },
};

/** Runs `work` if the meeting is still in the state it was judged in. @throws Problem `stale_page` */
async function unchanged(
  db: Deps['db'],
  { meeting }: MeetingAccess,
  work: (statements: Statements) => Promise<void>,
): Promise<void> {
  await inTransaction(db, async (statements) => {
    const present = await lockMeeting(statements, meeting.id);
    if (present?.state !== meeting.state || present.revision !== meeting.revision) {
      throw new Problem('stale_page', {
        zh: '会议刚刚有了变化，请查看最新情况后再办理。',
        en: 'The meeting has just changed; please look at how things stand now.',
      });
    }
    await work(statements);
  });
}
