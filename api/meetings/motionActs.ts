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
import type { Caller } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import type { Services } from '../services.js';
import { MotionActedAnswer } from './answers.js';
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

const motionActs = ['open', 'close', 'void', 'name_lead'] as const;
/** The body of an act: a reason where the law asks for one, and for `name_lead` the new leader. */
const MotionAct = z.strictObject({ reason: paragraph(2000).optional(), expertId: z.uuid().optional() });
type Body = z.infer<typeof MotionAct>;

type Needs = Pick<Services, 'db' | 'clock' | 'box' | 'keyMaker'>;

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

/** The motion's leader opens, closes or voids a vote; the office names a leader where nobody is left to lead. */
export const motionActRoute = defineRoute({
  method: 'post',
  path: '/api/meetings/{id}/motions/{motionId}/actions/{event}',
  tag: '评审会议',
  summary: '主持人：开始、结束或作废一项表决；办事机构：无人可主持时指定主持人',
  roles: 'signed in',
  subject: async ({ params, caller }, { db }) => {
    const access = await meetingAccess(db, caller, params.id);
    const motion = await motionOf(db, access.meeting.id, params.motionId);
    const event = motionActs.find((known) => known === params.event);
    // Trying an act reveals nothing that the page does not show.
    if (!motion || !event || !(mayLead(access, motion) || access.roles.includes('office'))) throw noSuchMotion();
    return { access, motion, event };
  },
  rawBody: MotionAct,
  answers: { 200: MotionActedAnswer },
  handle: async ({ subject: { access, motion, event }, params, caller, request }, services) => {
    const { db } = services;
    // Most acts need neither a reason nor a person, and may come without a body.
    const body = MotionAct.parse(request.body ?? {});
    const liveConsole = await meetingConsole(db, access, [motion]);
    const leader = leaderIn(liveConsole, access, motion);
    const outcome = decideMotion(motion.state, event, motionParts(access, leader), {
      ...(await motionCircumstances(db, access, motion, liveConsole)),
      namedIsAble: body.expertId !== undefined && nameable(liveConsole, access, motion).includes(body.expertId),
      freeText: body.reason !== undefined,
    });
    if ('code' in outcome) {
      // Somebody may have moved the meeting on meanwhile: that must not look like a lack of people.
      const again = await meetingAccess(db, caller, params.id);
      throw again.meeting.state === access.meeting.state ? problemOf(outcome) : stalePage();
    }
    await perform[event](services, { caller, access, motion, leader, next: outcome.next, body });
    const now = await findMotion(db, motion.id);
    return { id: motion.id, state: now?.state ?? motion.state };
  },
});

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
      // Nobody comes or goes while the meeting's row is locked: these are the members who vote.
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

/** Runs `work` if motion and meeting are still in the states they were judged in. @throws Problem `stale_page` */
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

/** The same, if the caller still leads the motion: the chair may be back, or somebody may be recused. */
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
