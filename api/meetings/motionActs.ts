import type { RequestHandler } from 'express';
import { z } from 'zod';
import { tokenHolders } from '../../records/ballots.js';
import type { Statements } from '../../records/database.js';
import { inTransaction } from '../../records/inTransaction.js';
import { lockMeeting } from '../../records/meetings.js';
import { beginClosing, findMotion, lockMotion, type Motion, openMotion, voidMotion } from '../../records/motions.js';
import { recusedExperts } from '../../records/recusals.js';
import { isAlreadyThere } from '../../records/violations.js';
import { countsOf, mayDecide } from '../../rules/meeting/ballot/electorate.js';
import { decideMotion, type MotionState, motionAfter } from '../../rules/meeting/motionLaw.js';
import { callerOf } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { Problem, problemOf } from '../problem.js';
import type { Sealer } from '../sealing.js';
import { paragraph } from '../text.js';
import type { BallotBox } from './ballotBox.js';
import { motionCircumstances, roomNow } from './circumstances.js';
import { makeMotionKeys } from './motionKeys.js';
import { type MeetingStanding, meetingStanding } from './standing.js';

export const motionActs = ['open', 'close', 'void'] as const;
/** What comes with an act of the chair: words, where the law asks for them. */
export const MotionAct = z.strictObject({ reason: paragraph(2000).optional() });

type Params = { readonly id: string; readonly motionId: string; readonly event: string };
interface Needs extends Pick<Deps, 'db' | 'clock'> {
  readonly box: BallotBox;
  readonly sealer: Sealer;
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
export const noSuchMotion = () => new Problem('not_found', '没有这项表决，或者您无权查看。');

/** `POST /{id}/motions/{motionId}/actions/{event}`: the chair opens, closes or voids a vote. */
export function motionActRoute(needs: Needs): RequestHandler<Params> {
  const { db } = needs;
  return async (request, response) => {
    const standing = await meetingStanding(db, callerOf(response), request.params.id);
    const motion = await motionOf(db, standing.meeting.id, request.params.motionId);
    const event = motionActs.find((known) => known === request.params.event);
    // Of what others do not see they learn nothing by trying either.
    if (!motion || !event || !standing.roles.includes('chair')) throw noSuchMotion();
    const { reason } = MotionAct.parse(request.body ?? {});
    const circumstances = await motionCircumstances(db, standing, motion);
    const outcome = decideMotion(motion.state, event, standing.roles, {
      ...circumstances,
      words: reason !== undefined,
    });
    if ('code' in outcome) {
      // Whoever leads the meeting on at the same moment must not make a refusal look like a lack of people.
      const again = await meetingStanding(db, callerOf(response), request.params.id);
      throw again.meeting.state === standing.meeting.state ? problemOf(outcome) : stalePage();
    }
    await perform[event](needs, standing, motion, outcome.next, reason ?? null);
    const now = await findMotion(db, motion.id);
    response.json({ id: motion.id, state: now?.state ?? motion.state });
  };
}

type Perform = (
  needs: Needs,
  standing: MeetingStanding,
  motion: Motion,
  next: MotionState,
  reason: string | null,
) => Promise<void>;

const perform: Readonly<Record<(typeof motionActs)[number], Perform>> = {
  open: async ({ db, clock, sealer }, standing, motion, next) => {
    const keys = await makeMotionKeys(sealer, motion.id);
    const at = await clock();
    await changed(db, standing, motion, async (statements) => {
      // Nobody comes or goes while the meeting's row is held: this is the room that votes.
      const room = await roomNow(db, standing, motion);
      if (!mayDecide(room, standing.campaign.policy))
        throw new Problem('quorum_not_met', '出席人数刚刚不足，不能开始表决。');
      const attending = room.attending.map((expertId) => ({ expertId, recused: room.recused.includes(expertId) }));
      await openMotion(statements, { id: motion.id, state: next, at, room: countsOf(room), keys, attending });
    }).catch((error: unknown) => {
      throw isAlreadyThere(error) ? new Problem('motion_open', '还有一项表决没有结束。') : error;
    });
  },
  close: async ({ db, clock, box }, standing, motion, next) => {
    const { meeting } = standing;
    const at = await clock();
    const applicationIds = [motion.applicationId];
    const recused = (await recusedExperts(db, { campaignId: meeting.campaignId, applicationIds })).get(
      motion.applicationId,
    );
    await changed(db, standing, motion, async (statements, present) => {
      const tainted = (await tokenHolders(statements, motion.id)).some((expertId) => recused?.has(expertId));
      const state = tainted ? motionAfter(present.state, 'voter_recused') : null;
      // A ballot nobody can find cannot be taken out again: the vote is taken anew without its voter.
      if (state) await voidMotion(statements, { motion: present, state, at, by: 'voter_recused', reason: null });
      else await beginClosing(statements, { id: motion.id, state: next, at });
    });
    await box.settle(motion.id);
  },
  void: async ({ db, clock }, standing, motion, next, reason) => {
    const at = await clock();
    await changed(db, standing, motion, async (statements, present) => {
      await voidMotion(statements, { motion: present, state: next, at, by: 'void', reason });
    });
  },
};

/** Does something to a motion that stands, as its meeting does, where it stood when it was judged. @throws Problem `stale_page` */
async function changed(
  db: Deps['db'],
  standing: MeetingStanding,
  motion: Motion,
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

function stalePage(): Problem {
  return new Problem('stale_page', '这项表决刚刚有了变化，请查看最新情况后再办理。');
}
