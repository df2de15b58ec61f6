import { z } from 'zod';
import { inTransaction } from '../../records/inTransaction.js';
import {
  addAccountRequest,
  countOperators,
  decideAccountRequest,
  openAccountRequests,
} from '../../records/people/accountRequests.js';
import { removeSecondFactor } from '../../records/people/secondFactors.js';
import { endSessions } from '../../records/people/sessions.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { isUuid } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { eraseEarly } from '../privacy/eraseEarly.js';
import { AccountRequestsAnswer } from './answers.js';
import { anotherAccount } from './subjects.js';

const tag = '设立';
const operators = ['operator'] as const;
const path = '/api/account-requests';

const decisions = [
  ['confirm', 'confirmed', '确认另一位运维人员提出的事项（运维）'],
  ['refuse', 'refused', '不同意，或撤回自己提出的事项（运维）'],
] as const;

/** What takes two operators: who asked for it does not confirm it, and nobody confirms what concerns themselves. */
export const accountRequestRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '等待另一位运维人员确认的事项（运维）',
    roles: operators,
    answers: { 200: AccountRequestsAnswer },
    handle: async ({ caller: { personId } }, { db }) => ({
      items: (await openAccountRequests(db)).map(({ requestedAt, ...request }) => ({
        ...request,
        requestedAt: isoInBeijing(requestedAt),
        mayConfirm: request.personId !== personId && request.requestedBy !== personId,
        mayRefuse: request.personId !== personId,
      })),
    }),
  }),
  ...decisions.map(([act, outcome, summary]) =>
    defineRoute({
      method: 'post',
      path: `${path}/{requestId}/${act}`,
      tag,
      summary,
      roles: operators,
      freshFactor: true,
      answers: { 204: null },
      handle: async ({ params: { requestId: id }, caller, request }, { db, clock }) => {
        const now = await clock();
        const decision = { id, by: caller.personId, outcome, address: request.ip ?? null };
        await inTransaction(db, async (statements) => {
          const decided = isUuid(id) ? await decideAccountRequest({ pool: statements }, decision) : null;
          if (decided === null) throw notTheirs();
          const { kind, personId, reason } = decided;
          if (kind !== 'erasure' || outcome === 'refused') return;
          await eraseEarly(db, statements, { ...decision, personId, reason: reason ?? '', now });
        });
      },
    }),
  ),
  defineRoute({
    method: 'post',
    path: '/api/people/{id}/second-factor-reset',
    tag,
    summary: '重置动态验证码（手机遗失且没有恢复码；须另一位运维人员确认）',
    roles: operators,
    freshFactor: true,
    subject: anotherAccount,
    answers: { 200: z.object({ pending: z.boolean() }) },
    handle: async ({ subject: { id: personId }, caller }, { db }) => {
      // The person concerned cannot sign in, and so cannot be the second of the two.
      if ((await countOperators(db, personId)) > 1) {
        await addAccountRequest(db, { kind: 'second_factor', personId, requestedBy: caller.personId });
        return { pending: true };
      }
      await removeSecondFactor(db, personId, 'factor_reset');
      await endSessions(db, personId);
      return { pending: false };
    },
  }),
];

const notTheirs = () =>
  new Problem('second_person_needed', {
    zh: '这件事项已办结，或须由另一位运维人员办理。',
    en: 'This is decided already, or another operator has to decide it.',
  });
