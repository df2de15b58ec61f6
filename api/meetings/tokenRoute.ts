import { createHash } from 'node:crypto';
import { z } from 'zod';
import { recusedExperts } from '../../records/committee/recusals.js';
import { giveToken } from '../../records/meeting/ballots.js';
import { type MotionOfMember, motionOfMember } from '../../records/meeting/motions.js';
import { seatedInvitations } from '../../rules/committee/seats.js';
import { givesPapers, isUnderWay, motionStates, takesBallots } from '../../rules/meeting/motionLaw.js';
import type { Caller } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { SignedPapersAnswer } from './answers.js';
import { actsAsMember } from './meetingAccess.js';
import { noSuchMotion } from './motionActs.js';
import { type BlindSigner, signatureBytes } from './motionKeys.js';

/** 256 bytes in base64. */
const blinded = z
  .base64()
  .max(400)
  .refine(
    (text) => Buffer.from(text, 'base64').length === signatureBytes,
    bilingualMessage('须为256字节的 base64。', 'It has to be 256 bytes in base64.'),
  );
/** Two blinded messages, made by the voter's page; they reveal nothing of what they hide. */
const PapersRequest = z.strictObject({ ballot: blinded, receipt: blinded });

const giving = motionStates.filter(givesPapers);

/**
 * Signs a voter's two papers blindly, once. The same request gets the same answer as long as ballots are taken; another
 * one is refused. For a member who is recused there is no such motion.
 */
export const tokenRoute = defineRoute({
  method: 'post',
  path: '/api/meetings/{id}/motions/{motionId}/tokens',
  tag: '评审会议',
  summary: '领取选票与回执（盲签名，每人一次）',
  roles: 'signed in',
  subject: motionOfCaller,
  body: PapersRequest,
  answers: { 200: SignedPapersAnswer },
  handle: async ({ subject: { motion, expertId, voter }, body: papers }, { db, signer }) => {
    if (!isUnderWay(motion.state)) throw notOpen();
    const voterKey = { motionId: motion.id, expertId };
    if (!voter || voter.recused) {
      throw new Problem(
        'not_permitted',
        {
          zh: '本项表决开始时您不在场，请从下一项开始投票。',
          en: 'You were not present when this vote was opened; please vote from the next one on.',
        },
        {
          clause: '人社部令第40号（未出席评审会议的专家不得投票）',
        },
      );
    }
    const requestHash = createHash('sha256').update(`${papers.ballot} ${papers.receipt}`).digest('hex');
    const signed = await signBoth(signer, motion, papers);
    const given = await giveToken(db, { ...voterKey, requestHash, states: giving });
    if (given === 'for_another') {
      throw new Problem(
        'papers_given',
        {
          zh: '您已经领取过本项表决的选票，每人一张。',
          en: 'You have taken a ballot of this vote already; everybody gets one.',
        },
        {
          clause: '人社部令第40号（无记名投票）',
        },
      );
    }
    if (given === 'not_open' || !takesBallots(motion.state)) throw notOpen();
    return signed;
  },
});

interface TokenArrival {
  readonly params: { readonly id: string; readonly motionId: string };
  readonly caller: Caller;
}

/** The motion, with as few reads as possible: a whole committee asks at the same moment. @throws Problem `not_found` */
async function motionOfCaller({ params, caller }: TokenArrival, { db }: Pick<Deps, 'db'>): Promise<MotionOfMember> {
  const { id: meetingId, motionId } = params;
  const { personId } = caller;
  const known = isUuid(meetingId) && isUuid(motionId);
  const found = known ? await motionOfMember(db, { meetingId, motionId, personId, seated: seatedInvitations }) : null;
  if (!found || !actsAsMember(caller, found.campaignId)) throw noSuchMotion();
  const { applicationId } = found.motion;
  const recused = await recusedExperts(db, { campaignId: found.campaignId, applicationIds: [applicationId] });
  if (recused.get(applicationId)?.has(found.expertId)) throw noSuchMotion();
  return found;
}

const notOpen = () =>
  new Problem(
    'event_not_allowed',
    {
      zh: '本项表决没有开始或已经结束，不能再领取选票。',
      en: 'This vote has not begun, or is over; no ballot can be taken.',
    },
    {
      clause: '人社部令第40号（不得补充投票）',
    },
  );

async function signBoth(
  signer: BlindSigner,
  motion: Parameters<BlindSigner['sign']>[0],
  papers: z.infer<typeof PapersRequest>,
) {
  const ballot = await signer.sign(motion, 'ballot', Buffer.from(papers.ballot, 'base64'));
  const receipt = await signer.sign(motion, 'receipt', Buffer.from(papers.receipt, 'base64'));
  if (ballot === null || receipt === null)
    throw new Problem('body_invalid', {
      zh: '选票请求无效，请刷新页面后重试。',
      en: 'The request for a ballot is not valid; please reload the page and try again.',
    });
  return { ballot, receipt };
}
