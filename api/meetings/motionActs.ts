import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Statements } from '../../records/database.js';
import { inTransaction } from '../../records/inTransaction.js';
import { tokenHolders } from '../../records/meeting/ballots.js';
import { lockMeeting } from '../../records/meeting/meetings.js';
import {
  beginClosing,
  findMotion,
  lockMotion,
  type Motion,
  nameLead,
  openMotion,
  voidMotion,
} from '../../records/meeting/motions.js';
import { isAlreadyThere } from '../../records/violations.js';
import { countsOf, mayDecide } from '../../rules/meeting/ballot/electorate.js';
import type { Leader } from '../../rules/meeting/leading.js';
import { decideMotion, type MotionState, motionAfter } from '../../rules/meeting/motionLaw.js';
import { type Caller, callerOf } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { Problem, problemOf } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import type { BallotBox } from './ballotBox.js';
import { motionCircumstances } from './circumstances.js';
import {
  electorateIn,
  leaderIn,
  type MeetingRoom,
  mayLead,
  meetingRoom,
  motionParts,
  nameable,
} from './meetingRoom.js';
import type { KeyMaker } from './motionKeys.js';
import { type MeetingStanding, meetingStanding } from './standing.js';

export const motionActs = ['open', 'close', 'void', 'name_lead'] as const;
/** What comes with an act: words, where the law asks for them, and for `name_lead` who is to lead. */
export const MotionAct = z.strictObject({ reason: paragraph(2000).optional(), expertId: z.uuid().optional() });
type Body = z.infer<typeof MotionAct>;

type Params = { readonly id: string; readonly motionId: string; readonly event: string };
interface Needs extends Pick<Deps, 'db' | 'clock'> {
  readonly box: BallotBox;
  readonly keyMaker: KeyMaker;
}

/** The motion of this meeting, or null. */
export async function motionOf(
  db: Deps['db'],
  meetingId: string,
  motionId: string | undefined,
): Promise<Motion | null> {
  const motion = isUuid(motionId) ? await findMotion(db, motionId) : null;
  return motion?.meetingId === meetingId ? motion : null;
}
export const noSuchMotion = () =>
  new Problem('not_found', {
    zh: '没有这项表决，或者您无权查看。',
    en: 'There is no such vote, or you may not see it.',
  });

/**
 * `POST /{id}/motions/{motionId}/actions/{event}`: whoever leads it opens, closes or voids a vote; the office names who
 * leads where nobody is left to.
 */
export function motionActRoute(needs: Needs): RequestHandler<Params> {
  const { db } = needs;
  return async (request, response) => {
    const caller = callerOf(response);
    const standing = await meetingStanding(db, caller, request.params.id);
    const motion = await motionOf(db, standing.meeting.id, request.params.motionId);
    const event = motionActs.find((known) => known === request.params.event);
    // Of what others do not see they learn nothing by trying either.
    if (!motion || !event || !(mayLead(standing, motion) || standing.roles.includes('office'))) throw noSuchMotion();
    const body = MotionAct.parse(request.body ?? {});
    const room = await meetingRoom(db, standing, [motion]);
    const leader = leaderIn(room, standing, motion);
    const outcome = decideMotion(motion.state, event, motionParts(standing, leader), {
      ...(await motionCircumstances(db, standing, motion, room)),
      namedIsAble: body.expertId !== undefined && nameable(room, standing, motion).includes(body.expertId),
      words: body.reason !== undefined,
    });
    if ('code' in outcome) {
      // Whoever leads the meeting on at the same moment must not make a refusal look like a lack of people.
      const again = await meetingStanding(db, caller, request.params.id);
      throw again.meeting.state === standing.meeting.state ? problemOf(outcome) : stalePage();
    }
    await perform[event](needs, { caller, standing, motion, leader, next: outcome.next, body });
    const now = await findMotion(db, motion.id);
    response.json({ id: motion.id, state: now?.state ?? motion.state });
  };
}

interface Judged {
  readonly caller: Caller;
  readonly standing: MeetingStanding;
  readonly motion: Motion;
  readonly leader: Leader | null;
  readonly next: MotionState;
  readonly body: Body;
}

const perform: Readonly<Record<(typeof motionActs)[number], (needs: Needs, judged: Judged) => Promise<void>>> = {
  open: async ({ db, clock, keyMaker }, judged) => {
    const { standing, motion, next } = judged;
    const keys = await keyMaker.keysOf(motion.id);
    const at = await clock();
    await led(db, judged, async (statements, { leader, room }) => {
      // Nobody comes or goes while the meeting's row is held: this is the room that votes.
      const electorate = electorateIn(room, standing, motion);
      if (!mayDecide(electorate, standing.campaign.policy))
        throw new Problem('quorum_not_met', {
          zh: '出席人数刚刚不足，不能开始表决。',
          en: 'Too few members are present as of this moment; no vote can be opened.',
        });
      const attending = electorate.attending.map((expertId) => ({
        expertId,
        recused: electorate.recused.includes(expertId),
      }));
      const counts = countsOf(electorate);
      await openMotion(statements, { id: motion.id, state: next, at, room: counts, leader, keys, attending });
    }).catch((error: unknown) => {
      throw isAlreadyThere(error)
        ? new Problem('motion_open', { zh: '还有一项表决没有结束。', en: 'Another vote is still open.' })
        : error;
    });
  },
  close: async ({ db, clock, box, keyMaker }, judged) => {
    const { motion, next } = judged;
    const at = await clock();
    await led(db, judged, async (statements, { present, leader, room }) => {
      const recused = room.recused.get(motion.applicationId);
      const tainted = (await tokenHolders(statements, motion.id)).some((expertId) => recused?.has(expertId));
      const state = tainted ? motionAfter(present.state, 'voter_recused') : null;
      const voided = { motion: present, at, by: 'voter_recused', reason: null, leader } as const;
      // A ballot nobody can find cannot be taken out again: the vote is taken anew without its voter.
      if (state) await voidMotion(statements, { ...voided, state });
      else await beginClosing(statements, { id: motion.id, state: next, at, leader });
    });
    await box.settle(motion.id);
    keyMaker.makeAhead();
  },
  void: async ({ db, clock }, judged) => {
    const at = await clock();
    const reason = judged.body.reason ?? null;
    await led(db, judged, async (statements, { present, leader }) => {
      await voidMotion(statements, { motion: present, state: judged.next, at, by: 'void', reason, leader });
    });
  },
  name_lead: async ({ db, clock }, judged) => {
    const { caller, motion, body } = judged;
    const at = await clock();
    await unchanged(db, judged, async (statements) => {
      const { expertId = '', reason = '' } = body;
      await nameLead(statements, { id: motion.id, expertId, by: caller.personId, at, reason });
    });
  },
};

/** Does something to a motion that stands, as its meeting does, where it stood when it was judged. @throws Problem `stale_page` */
async function unchanged(
  db: Deps['db'],
  { standing, motion }: Judged,
  work: (statements: Statements, present: Motion) => Promise<void>,
): Promise<void> {
  await inTransaction(db, async (statements) => {
    const meeting = await lockMeeting(statements, motion.meetingId);
    const present = await lockMotion(statements, motion.id);
    if (meeting?.state !== standing.meeting.state || present?.state !== motion.state) {
      throw stalePage();
    }
    await work(statements, present);
  });
}

/** The same, of whoever leads the motion still: the chair may have come back, or somebody have been recused. */
async function led(
  db: Deps['db'],
  judged: Judged,
  work: (
    statements: Statements,
    now: { readonly present: Motion; readonly leader: Leader; readonly room: MeetingRoom },
  ) => Promise<void>,
): Promise<void> {
  await unchanged(db, judged, async (statements, present) => {
    const room = await meetingRoom(db, judged.standing, [present]);
    const leader = leaderIn(room, judged.standing, present);
    if (leader === null || leader.expertId !== judged.leader?.expertId) throw stalePage();
    await work(statements, { present, leader, room });
  });
}

function stalePage(): Problem {
  return new Problem('stale_page', {
    zh: '这项表决刚刚有了变化，请查看最新情况后再办理。',
    en: 'This vote has just changed; please look at how things stand now.',
  });
}
