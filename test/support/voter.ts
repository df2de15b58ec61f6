import type { Express } from 'express';
import request from 'supertest';
import { blindPaper, unblindPaper } from '../../portal/expert/ballot/papers.js';
import type { Choice } from '../../rules/meeting/ballot/choices.js';
import type { PaperKind } from '../../rules/meeting/ballot/papers.js';
import type { Caller } from './office.js';

/** What a voter's page submits: the ballot, and the receipt it is found by. */
export interface Cast {
  readonly ballot: { readonly serial: string; readonly signature: string; readonly choice: Choice };
  readonly receipt: { readonly serial: string; readonly signature: string };
}
interface Keys {
  readonly ballot: string;
  readonly receipt: string;
}

/** Creates and blinds a ballot and a receipt as the page does; `cast` unblinds them once they are signed. */
export async function makePapers(motionId: string, keys: Keys) {
  const ballot = await blindPaper('ballot', motionId, keys.ballot);
  const receipt = await blindPaper('receipt', motionId, keys.receipt);
  const open = async (kind: PaperKind, signed: Keys) => {
    const paper = kind === 'ballot' ? ballot : receipt;
    return { serial: paper.serial, signature: await unblindPaper(kind, motionId, keys[kind], paper, signed[kind]) };
  };
  return {
    request: { ballot: ballot.blinded, receipt: receipt.blinded },
    cast: async (signed: Keys, choice: Choice): Promise<Cast> => ({
      ballot: { ...(await open('ballot', signed)), choice },
      receipt: await open('receipt', signed),
    }),
  };
}

/** The path of a motion. */
export const motionAt = (meetingId: string, motionId: string) => `/api/meetings/${meetingId}/motions/${motionId}`;

/** Has the papers of a member signed for a motion, and fills them in. */
export async function fillBallot(as: Caller, meetingId: string, motionId: string, choice: Choice): Promise<Cast> {
  const { body: motion } = await as.get(motionAt(meetingId, motionId)).expect(200);
  const papers = await makePapers(motionId, motion.keys);
  const { body: signed } = await as
    .post(`${motionAt(meetingId, motionId)}/tokens`)
    .send(papers.request)
    .expect(200);
  return await papers.cast(signed, choice);
}

/** Submits a ballot without signing in. */
export const submitPapers = (app: Express, motionId: string, cast: Cast) =>
  request(app).post(`/api/ballots/${motionId}`).send(cast);
