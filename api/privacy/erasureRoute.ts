import { z } from 'zod';
import { inTransaction } from '../../records/inTransaction.js';
import { addAccountRequest, countOperators } from '../../records/people/accountRequests.js';
import { anotherAccount } from '../accounts/subjects.js';
import { defineRoute } from '../http/defineRoute.js';
import { paragraph } from '../http/text.js';
import { eraseEarly, refuseNeeded } from './eraseEarly.js';

/** 个人信息保护法 第四十七条: a person's data go before the time of retention, when nothing needs them any more. */
export const erasureRoute = defineRoute({
  method: 'post',
  path: '/api/people/{id}/erasure',
  tag: '设立',
  summary: '提前清除个人信息，须写明理由（须另一位运维人员确认；有未办结的申报、处理或资格的不能清除）',
  roles: ['operator'],
  freshFactor: true,
  subject: anotherAccount,
  body: z.strictObject({ reason: paragraph(500) }),
  answers: { 200: z.object({ pending: z.boolean() }) },
  handle: async ({ subject: { id: personId }, caller, body: { reason }, request }, { db, clock }) => {
    const now = await clock();
    const pending = (await countOperators(db, personId)) > 1;
    const by = caller.personId;
    await inTransaction(db, async (statements) => {
      if (!pending) {
        return await eraseEarly(db, statements, { personId, by, reason, address: request.ip ?? null, now });
      }
      await refuseNeeded(statements, personId, now);
      await addAccountRequest({ pool: statements }, { kind: 'erasure', personId, reason, requestedBy: by });
    });
    return { pending };
  },
});
