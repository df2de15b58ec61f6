import { z } from 'zod';
import { choices } from '../../rules/meeting/ballot/choices.js';
import { leadingParts } from '../../rules/meeting/leading.js';
import { meetingEvents, meetingStates } from '../../rules/meeting/meetingLaw.js';
import { motionEvents, motionStates } from '../../rules/meeting/motionLaw.js';
import { at, code, json, label, role, sha256 } from '../openapi/parts.js';
import { signature } from '../proof/answers.js';

const instant = at.nullable();
const count = z.int().min(0);
const serial = sha256.meta({ description: '32字节随机数，十六进制' });
const paper = z.object({ serial, signature: z.string() });

export const TallyAnswer = z
  .object({ committee: count, attending: count, recused: count, agree: count, disagree: count, abstain: count })
  .meta({ id: 'Tally' });
const acts = <Event extends string>(events: readonly [Event, ...Event[]]) =>
  z.array(
    z.object({
      event: z.enum(events),
      zh: z.string(),
      en: z.string(),
      allowed: z.boolean(),
      refusal: z.object({ code, detail: z.string(), detailEn: z.string(), clause: z.string().nullable() }).nullable(),
    }),
  );

export const MeetingLineAnswer = z
  .object({
    id: z.uuid(),
    campaignId: z.string(),
    campaignTitle: z.string(),
    committee: z.string(),
    committeeName: z.string(),
    state: z.enum(meetingStates),
    stateLabel: label,
    heldOn: z.iso.date(),
    begins: z.string().meta({ description: '开始时间，北京时间' }),
    place: z.string(),
    minutesHash: sha256.nullable(),
    openedAt: instant,
    closedAt: instant,
    announcedAt: instant,
    signedAt: instant,
  })
  .meta({ id: 'Meeting' });
export const MeetingsAnswer = z.object({ items: z.array(MeetingLineAnswer) });

const motionLine = {
  id: z.uuid(),
  round: z.int().min(1),
  ordinal: z.int(),
  state: z.enum(motionStates),
  stateLabel: label,
  application: z.object({
    id: z.uuid(),
    applicantName: z.string(),
    unitName: z.string(),
    level: z.string(),
    specialty: z.string(),
  }),
  openedAt: instant,
  endedAt: instant,
  tally: TallyAnswer.nullable().meta({ description: '计票完成前为 null' }),
  notCast: count.nullable(),
  ballotsRoot: sha256.nullable(),
  receiptsRoot: sha256.nullable(),
  voidedBy: z.enum(motionEvents).nullable(),
  voidedReason: z.string().nullable(),
  passed: z.boolean().nullable(),
  leads: z.boolean().meta({ description: '本人主持这项表决' }),
  leading: z
    .object({ by: z.enum(leadingParts).nullable(), nameable: z.array(z.uuid()) })
    .nullable()
    .meta({ description: '由谁主持，无人可主持时为 null 并列出可指定的委员；仅办事机构和监督可见' }),
};
export const MotionLineAnswer = z.object(motionLine).meta({ id: 'MotionLine' });
export const MotionsAnswer = z.object({ items: z.array(MotionLineAnswer) });
/** Applications that wait for the meeting and are not on its agenda, each with the reason. */
export const NotVotableAnswer = z.object({
  items: z.array(
    z
      .object({
        applicationId: z.uuid(),
        applicantName: z.string(),
        unitName: z.string(),
        reason: z.object({ code, clause: z.string(), detail: z.string(), detailEn: z.string() }),
      })
      .meta({ id: 'NotVotable' }),
  ),
});
export const MotionAnswer = z
  .object({
    ...motionLine,
    keys: z.object({ ballot: z.string(), receipt: z.string() }).nullable(),
    papers: z.enum(['none', 'given']).nullable(),
    papersGiven: count.nullable().meta({ description: '已领票人数，仅主持人可见' }),
    voters: count.nullable(),
    actions: acts(motionEvents),
  })
  .meta({ id: 'Motion' });
export const MeetingAnswer = MeetingLineAnswer.extend({
  roles: z.array(role),
  quorum: z.object({ committee: count, present: count, fewest: count, met: z.boolean() }),
  me: z
    .object({
      isChair: z.boolean(),
      isDeputy: z.boolean(),
      present: z.boolean(),
      mayAttend: z.boolean(),
      mayLead: z.boolean(),
    })
    .nullable(),
  members: z
    .array(
      z.object({
        expertId: z.uuid(),
        name: z.string(),
        isChair: z.boolean(),
        isDeputy: z.boolean(),
        present: z.boolean(),
      }),
    )
    .nullable(),
  aside: z
    .object({ by: z.enum(leadingParts).nullable(), label: label.nullable() })
    .nullable()
    .meta({ description: '主任委员回避的表决正在进行：由谁主持' }),
  agenda: z.object({ applications: count, decided: count }).nullable(),
  current: MotionAnswer.nullable(),
  actions: acts(meetingEvents),
}).meta({ id: 'MeetingConsole' });

export const MotionActedAnswer = z.object({ id: z.uuid(), state: z.enum(motionStates) });
export const MeetingActedAnswer = z.object({ id: z.uuid(), state: z.enum(meetingStates) });
export const SignedPapersAnswer = z.object({ ballot: z.string(), receipt: z.string() });
export const HeldAnswer = z.object({ state: z.literal('held') });
export const CountedAnswer = z.object({ state: z.literal('counted') });
export const PapersAnswer = z.object({
  ballots: z.array(z.object({ serial, choice: z.enum(choices) })),
  receipts: z.array(serial),
  ballotsRoot: sha256.nullable(),
  receiptsRoot: sha256.nullable(),
});
export const MinutesAnswer = z.object({
  minutes: json,
  minutesHash: sha256,
  corrections: z.array(z.object({ ordinal: z.int(), reason: z.string(), prevHash: sha256, hash: sha256, madeAt: at })),
});
export const BallotFileAnswer = z.object({
  format: z.literal('pingshen-ballot-1'),
  minutes: json,
  minutesHash: sha256,
  signed: z.object({ by: z.string(), at, signature }),
  signature,
  papers: z.array(
    z.object({
      motionId: z.uuid(),
      ballots: z.array(paper.extend({ choice: z.enum(choices) })),
      receipts: z.array(paper),
    }),
  ),
});
