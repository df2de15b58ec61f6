import { z } from 'zod';
import { choices } from '../../../rules/meeting/ballot/choices.js';
import { leadingParts } from '../../../rules/meeting/leading.js';
import { motionEvents, motionStates } from '../../../rules/meeting/motionLaw.js';
import { count, iso, sha256, signature, text } from './parts.js';

const fraction = z.strictObject({ numerator: z.int().min(1), denominator: z.int().min(1), clause: text });
const leader = z
  .strictObject({ expertId: text, as: z.enum(leadingParts) })
  .nullable()
  .optional();
const tally = z.strictObject({
  committee: count,
  attending: count,
  recused: count,
  agree: count,
  disagree: count,
  abstain: count,
});
const motion = z.strictObject({
  motionId: z.uuid(),
  applicationId: z.uuid(),
  applicantName: text,
  unitName: text,
  level: text,
  specialty: text,
  ordinal: z.int(),
  round: z.int().min(1),
  state: z.enum(motionStates),
  openedAt: iso.nullable(),
  endedAt: iso.nullable(),
  voidedBy: z.enum(motionEvents).nullable(),
  voidedReason: text.nullable(),
  tally: tally.nullable(),
  notCast: count.nullable(),
  tokens: count,
  passed: z.boolean().nullable(),
  ballotKey: text.nullable(),
  receiptKey: text.nullable(),
  ballotsRoot: sha256.nullable(),
  receiptsRoot: sha256.nullable(),
  openedBy: leader,
  endedBy: leader,
  namedReason: text.nullable().optional(),
});
const minutes = z.strictObject({
  format: z.literal('pingshen-minutes-1'),
  meetingId: z.uuid(),
  campaignId: text,
  campaignTitle: text,
  committee: text,
  committeeName: text,
  heldOn: z.iso.date(),
  openedAt: iso.nullable(),
  closedAt: iso.nullable(),
  announcedAt: iso.nullable(),
  quorum: fraction,
  threshold: fraction,
  members: z.array(
    z.strictObject({ expertId: text, name: text, isChair: z.boolean(), isDeputy: z.boolean().optional() }),
  ),
  attendance: z.array(z.strictObject({ expertId: text, arrivedAt: iso, leftAt: iso.nullable() })),
  motions: z.array(motion),
  undecided: count,
});
const paper = { serial: sha256, signature: z.base64() };

/** The export of a meeting with its minutes and every ballot. */
export const BallotFile = z.strictObject({
  format: z.literal('pingshen-ballot-1'),
  minutes,
  minutesHash: sha256,
  signed: z.strictObject({ by: text, at: iso, signature }),
  papers: z.array(
    z.strictObject({
      motionId: z.uuid(),
      ballots: z.array(z.strictObject({ ...paper, choice: z.enum(choices) })),
      receipts: z.array(z.strictObject(paper)),
    }),
  ),
});
