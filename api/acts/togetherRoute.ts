import { z } from 'zod';
import { type EventName, personEvents, roles } from '../../rules/application/lifecycle.js';
import type { Caller } from '../accounts/caller.js';
import { getVisible } from '../applications/visible.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { problemBody } from '../http/problem.js';
import { line } from '../http/text.js';
import { ProblemAnswer } from '../openapi/problemAnswer.js';
import type { Services } from '../services.js';
import { actorOf } from './actorOf.js';
import { PendingAnswer, ReceiptAnswer } from './answers.js';
import { formOf } from './formOf.js';
import { usableKey } from './headers.js';
import type { ActCommand } from './performAct.js';
import { performTogether } from './performTogether.js';
import { receiptBody } from './receipt.js';

/** More in one request would keep its rows locked, and the person waiting, for too long. */
const most = 500;

const ActOnOne = z.strictObject({
  application: z.uuid(),
  as: z.enum(roles).optional(),
  seq: z.int().min(0).nullable().describe('页面上的序号，已有变动的不予办理；null：不比对'),
  key: line(128).describe('同一次办理重发时不变'),
  body: z.unknown().optional().describe('与单独办理时相同'),
});
const ActsTogether = z.strictObject({
  event: z.enum(personEvents),
  acts: z
    .array(ActOnOne)
    .min(1)
    .max(most)
    // They are received at one instant, so that none of them comes first.
    .refine((acts) => new Set(acts.map(({ application }) => application)).size === acts.length, {
      message: bilingualMessage('每份申报只能出现一次。', 'Each application may be there once.'),
    }),
});
const TogetherAnswer = z
  .object({
    results: z.array(
      z.object({
        application: z.uuid(),
        receipt: z.union([ReceiptAnswer, PendingAnswer]).nullable(),
        problem: ProblemAnswer.nullable(),
      }),
    ),
  })
  .meta({ id: 'ActsTogetherAnswer', description: '逐件的结果，顺序与请求相同；每件各自登记、各自可能不予办理' });

/** The same act on many applications, each with its own answer. The law says who may, as for one. */
export const togetherRoute = defineRoute({
  method: 'post',
  path: '/api/acts',
  tag: '办理',
  summary: '一并办理',
  roles: 'signed in',
  body: ActsTogether,
  answers: { 200: TogetherAnswer },
  handle: async ({ body: { event, acts }, caller }, services) => {
    const commands = acts.map((act) => () => commandOf(services, caller, event, act));
    const results = await performTogether(services, commands);
    return {
      results: results.map((result, place) => ({
        application: acts[place]?.application,
        receipt: 'receipt' in result ? receiptBody(result.receipt) : null,
        problem: 'problem' in result ? problemBody(result.problem) : null,
      })),
    };
  },
});

async function commandOf(
  { db }: Services,
  caller: Caller,
  event: EventName,
  act: z.output<typeof ActOnOne>,
): Promise<ActCommand> {
  const { as, seq: expectedSeq, body = {} } = act;
  const key = usableKey(act.key, 'key');
  const { application } = await getVisible(db, caller, act.application);
  const actor = await actorOf(db, { caller, application, event, as, key });
  return { application, event, form: formOf(event), actor, key, expectedSeq, body };
}
