import pMap from 'p-map';
import { z } from 'zod';
import { stuckLetters } from '../../records/operations/stuckWork.js';
import { applicationsInNeed, waitingActs } from '../../records/operations/waitingActs.js';
import { eventLabels } from '../../rules/application/lifecycle.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { unsentStates } from '../../rules/notifications/letterStates.js';
import { allLetterLabels } from '../../rules/notifications/notificationKinds.js';
import { defineRoute } from '../http/defineRoute.js';
import { IntakesAnswer, OutboxAnswer, ParkedAnswer } from './answers.js';
import { campaignsOf, forOperators } from './operated.js';

const limit = 200;
const tag = '运维';

/** What waits, for operators: letters, acts, parked steps. Ids and states; nothing that names a person. */
export const operationRoutes = [
  defineRoute({
    ...forOperators,
    method: 'get',
    path: '/api/operations/outbox',
    tag,
    summary: '未发出的邮件',
    query: z.strictObject({ state: z.enum(unsentStates).default('parked') }),
    answers: { 200: OutboxAnswer },
    handle: async ({ caller, query: { state } }, { db }) => {
      const letters = await stuckLetters(db, { state, campaigns: campaignsOf(caller), limit });
      const iso = (instant: Instant | null) => (instant === null ? null : isoInBeijing(instant));
      return {
        items: letters.map(({ at, nextAttemptAt, ...letter }) => ({
          ...letter,
          kindLabel: allLetterLabels[letter.kind],
          at: iso(at),
          nextAttemptAt: iso(nextAttemptAt),
        })),
      };
    },
  }),
  defineRoute({
    ...forOperators,
    method: 'get',
    path: '/api/operations/intakes',
    tag,
    summary: '未办结的收文',
    answers: { 200: IntakesAnswer },
    handle: async ({ caller }, { db }) => {
      const acts = await waitingActs(db, { campaigns: campaignsOf(caller), limit });
      return {
        items: acts.map(({ receivedAt, ...act }) => ({
          ...act,
          label: eventLabels[act.event],
          receivedAt: isoInBeijing(receivedAt),
        })),
      };
    },
  }),
  defineRoute({
    ...forOperators,
    method: 'get',
    path: '/api/operations/parked',
    tag,
    summary: '待处理步骤',
    answers: { 200: ParkedAnswer },
    handle: async ({ caller }, { db, engine, logger }) => {
      const found = await applicationsInNeed(db, { campaigns: campaignsOf(caller), limit });
      const stepsOf = async ({ id: applicationId, number }: (typeof found)[number]) => {
        const current = await engine.current(number).catch((error: unknown) => {
          logger.warn({ err: error, application: applicationId }, 'no answer about parked steps');
          return null;
        });
        const steps = current && Object.entries(current.parked).map(([step, description]) => ({ step, description }));
        return { applicationId, number, steps };
      };
      return { items: await pMap(found, stepsOf, { concurrency: 8 }) };
    },
  }),
];
