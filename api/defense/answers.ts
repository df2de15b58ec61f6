import { z } from 'zod';
import { sessionEvents, sessionStates, slotOutcomes } from '../../rules/defense/sessionLaw.js';
import { slotEvents } from '../../rules/defense/slotLaw.js';
import { level } from '../http/campaignCodes.js';
import { at, label } from '../openapi/parts.js';
import { ProblemAnswer } from '../openapi/problemAnswer.js';

const count = z.int().min(0);
const outcome = z.enum(slotOutcomes).nullable();
const candidate = { applicationId: z.uuid(), applicantName: z.string(), unitName: z.string(), level };

export const DefenseWaitingAnswer = z.object({
  items: z.array(z.object({ ...candidate, specialty: z.string(), absences: count }).meta({ id: 'DefenseWaiting' })),
});

export const DefenseCheckAnswer = z
  .object({
    endsAt: at,
    slots: z.array(
      z.object({
        applicationId: z.uuid(),
        ordinal: count,
        startsAt: at,
        endsAt: at,
        scorers: count,
        recused: z.array(z.string()).meta({ description: '答辩组中应回避者的姓名' }),
      }),
    ),
    problems: z.array(ProblemAnswer),
  })
  .meta({ id: 'DefenseCheck' });
export const DefenseSavedAnswer = z.object({ id: z.uuid() });
export const DefensePublishedAnswer = z.object({
  id: z.uuid(),
  state: z.enum(sessionStates),
  items: z.array(z.object({ applicationId: z.uuid(), problem: ProblemAnswer.nullable() })),
});
export const DefenseTurnAnswer = z.object({ id: z.uuid(), applicationId: z.uuid() });

const line = {
  id: z.uuid(),
  campaignId: z.string(),
  campaignTitle: z.string(),
  specialty: z.string(),
  specialtyName: z.string(),
  room: z.string(),
  startsAt: at,
  endsAt: at,
  minutes: count,
  state: z.enum(sessionStates),
  stateLabel: label,
};
const turn = { ...candidate, ordinal: count, startsAt: at, outcome };

export const DefenseOrderAnswer = z.object({ items: z.array(z.object({ ...turn, room: z.string() })) });

/** A session as the office, the chair and the supervisor see it. */
export const DefenseSessionAnswer = z
  .object({
    ...line,
    revision: count,
    cancelledReason: z.string().nullable(),
    actions: z.array(z.enum(sessionEvents)),
    unnotified: count.meta({ description: '还没有通知到现行安排的人数' }),
    panel: z.array(z.object({ expertId: z.uuid(), name: z.string(), leader: z.boolean() })),
    average: z.string().nullable().meta({ description: '已评分者的平均分' }),
    slots: z.array(
      z.object({
        ...turn,
        notified: z.boolean(),
        recused: z.array(z.string()),
        scorers: count,
        submitted: count,
        score: z.string().nullable(),
        sheets: z.array(z.object({ name: z.string(), total: count.meta({ description: '百分之一分' }) })).nullable(),
        actions: z.array(z.enum(slotEvents)),
      }),
    ),
  })
  .meta({ id: 'DefenseSession' });
export const DefenseSessionsAnswer = z.object({ items: z.array(DefenseSessionAnswer) });

const sheet = {
  ...turn,
  points: z.record(z.string(), count).meta({ description: '按评分项，百分之一分' }),
  total: count.nullable(),
  submittedAt: at.nullable(),
  refusal: ProblemAnswer.nullable().meta({ description: '现在不能评分的原因' }),
};
export const OwnDefenseAnswer = z.object({
  items: z.array(
    z.object({ ...line, leader: z.boolean(), slots: z.array(z.object(sheet)) }).meta({ id: 'OwnDefense' }),
  ),
});
export const ScoreSheetAnswer = z
  .object({
    session: z.object(line),
    criteria: z.array(z.object({ code: z.string(), name: z.string(), weight: count })),
    ...sheet,
  })
  .meta({ id: 'ScoreSheet' });
