import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Statements } from '../../records/database.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { inTransaction } from '../../records/inTransaction.js';
import { tokenHolders } from '../../records/meeting/ballots.js';
import { lockMeeting } from '../../records/meeting/meetings.js';
import { findMotion, lockMotion, type Motion } from '../../records/meeting/motions.js';
import { beginClosing, nameLead, openMotion, voidMotion } from '../../records/meeting/moveMotion.js';
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
import { type MeetingAccess, meetingAccess } from './meetingAccess.js';
import {
  electorateIn,
  leaderIn,
  type MeetingConsole,
  mayLead,
  meetingConsole,
  motionParts,
  nameable,
} from './meetingConsole.js';
import type { KeyMaker } from './motionKeys.js';

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
    const access = await meetingAccess(db, caller, request.params.id);
    const motion = await motionOf(db, access.meeting.id, request.params.motionId);
    const event = motionActs.find((known) => known === request.params.event);
    // Of what others do not see they learn nothing by trying either.
    if (!motion || !event || !(mayLead(access, motion) || access.roles.includes('office'))) throw noSuchMotion();
    const body = MotionAct.parse(request.body ?? {});
    const liveConsole = await meetingConsole(db, access, [motion]);
    const leader = leaderIn(liveConsole, access, motion);
    const outcome = decideMotion(motion.state, event, motionParts(access, leader), {
      ...(await motionCircumstances(db, access, motion, liveConsole)),
      namedIsAble: body.expertId !== undefined && nameable(liveConsole, access, motion).includes(body.expertId),
      freeText: body.reason !== undefined,
    });
    if ('code' in outcome) {
      // Whoever leads the meeting on at the same moment must not make a refusal look like a lack of people.
      const again = await meetingAccess(db, caller, request.params.id);
      throw again.meeting.state === access.meeting.state ? problemOf(outcome) : stalePage();
    }
    await perform[event](needs, { caller, access, motion, leader, next: outcome.next, body });
    const now = await findMotion(db, motion.id);
    response.json({ id: motion.id, state: now?.state ?? motion.state });
  };
}

interface Judged {
  readonly caller: Caller;
  readonly access: MeetingAccess;
  readonly motion: Motion;
  readonly leader: Leader | null;
  readonly next: MotionState;
  readonly body: Body;
}

const perform: Readonly<Record<(typeof motionActs)[number], (needs: Needs, judged: Judged) => Promise<void>>> = {
  open: async ({ db, clock, keyMaker }, judged) => {
    const { access, motion, next } = judged;
    const keys = await keyMaker.keysOf(motion.id);
    const at = await clock();
    await led(db, judged, async (statements, { leader, liveConsole }) => {
      // Nobody comes or goes while the meeting's row is held: this is the room that votes.
      const electorate = electorateIn(liveConsole, access, motion);
      if (!mayDecide(electorate, access.campaign.policy))
        throw new Problem('quorum_not_met', {
          zh: '出席人数刚刚不足，不能开始表决。',
          en: 'Too few members are present as of this moment; no vote can be opened.',
        });
      const attending = electorate.attending.map((expertId) => ({
        expertId,
        recused: electorate.recused.includes(expertId),
      }));
      const counts = countsOf(electorate);
      await openMotion(statements, { id: motion.id, state: next, at, counts, leader, keys, attending });
    }).catch((error: unknown) => {
      throw isAlreadyThere(error)
        ? new Problem('motion_open', { zh: '还有一项表决没有结束。', en: 'Another vote is still open.' })
        : error;
    });
  },
  close: async ({ db, clock, box, keyMaker }, judged) => {
    const { motion, next } = judged;
    const at = await clock();
    await led(db, judged, async (statements, { present, leader, liveConsole }) => {
      const recused = liveConsole.recused.get(motion.applicationId);
      const tainted = (await tokenHolders(statements, motion.id)).some((expertId) => recused?.has(expertId));
      const state = tainted ? motionAfter(present.state, 'voter_recused') : null;
      const voided = { motion: present, at, by: 'voter_recused', reason: null, leader } as const;
      // A ballot nobody can find cannot be taken out again: the vote is taken anew without its voter.
      if (state) await voidMotion(statements, { ...voided, state });
      else await beginClosing(statements, { id: motion.id, state: next, at, leader });
    });
    await box.finalize(motion.id);
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
  { access, motion }: Judged,
  work: (statements: Statements, present: Motion) => Promise<void>,
): Promise<void> {
  await inTransaction(db, async (statements) => {
    const meeting = await lockMeeting(statements, motion.meetingId);
    const present = await lockMotion(statements, motion.id);
    if (meeting?.state !== access.meeting.state || present?.state !== motion.state) {
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
    now: { readonly present: Motion; readonly leader: Leader; readonly liveConsole: MeetingConsole },
  ) => Promise<void>,
): Promise<void> {
  await unchanged(db, judged, async (statements, present) => {
    const liveConsole = await meetingConsole(db, judged.access, [present]);
    const leader = leaderIn(liveConsole, judged.access, present);
    if (leader === null || leader.expertId !== judged.leader?.expertId) throw stalePage();
    await work(statements, { present, leader, liveConsole });
  });
}

function stalePage(): Problem {
  return new Problem('stale_page', {
    zh: '这项表决刚刚有了变化，请查看最新情况后再办理。',
    en: 'This vote has just changed; please look at how things stand now.',
  });
}
