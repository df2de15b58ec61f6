import type { Database } from '../../records/database.js';
import { type DefenseSession, findSession, sessionsOfCampaign } from '../../records/defense/defenseSessions.js';
import { sessionSnapshotOf } from '../../records/defense/sessionSnapshot.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { decideSession } from '../../rules/defense/sessionLaw.js';
import { slotEvents } from '../../rules/defense/slotLaw.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import {
  DefenseOrderAnswer,
  DefensePublishedAnswer,
  DefenseSessionAnswer,
  DefenseSessionsAnswer,
  DefenseTurnAnswer,
} from './answers.js';
import { cancelSession } from './cancelSession.js';
import { moveSession } from './moveSession.js';
import { DefenseCancelBody, DefenseMoveBody, DefenseTurnBody } from './planBody.js';
import { type NotifyResult, publishSession } from './publishSession.js';
import { noSuchSession, sessionInPath } from './sessionOf.js';
import { sessionsNow } from './sessionSnapshot.js';
import { sessionView } from './sessionView.js';
import { actOnSlot } from './slotActs.js';

const tag = '答辩';
const path = '/api/campaigns/{id}/defense/sessions';
const readers = ['office', 'supervisor', 'chair'] as const;

/** Sessions of the defense: office, supervisor and chair read; the office publishes them and keeps the order. */
export const sessionRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '答辩场次（办事机构、主任委员、监督）',
    roles: readers,
    subject: campaignInPath,
    answers: { 200: DefenseSessionsAnswer, 304: null },
    handle: async ({ subject: campaign }, { db, clock }) => {
      const sessions = await sessionsNow(db, await sessionsOfCampaign(db, campaign.id));
      const at = await clock();
      return { items: sessions.map((now) => sessionView(now, campaign, at)) };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{sessionId}`,
    tag,
    summary: '一场答辩',
    roles: readers,
    subject: sessionInPath,
    answers: { 200: DefenseSessionAnswer, 304: null },
    handle: async ({ subject: { campaign, session } }, { db, clock }) =>
      sessionView(await nowOf(db, session), campaign, await clock()),
  }),
  // The same list as a table, so that it is also a file.
  defineRoute({
    method: 'get',
    path: `${path}/{sessionId}/order`,
    tag,
    summary: '一场答辩的顺序表',
    roles: readers,
    subject: sessionInPath,
    answers: { 200: DefenseOrderAnswer, 304: null },
    handle: async ({ subject }, { db }) => {
      const { session, slots } = await nowOf(db, subject.session);
      const items = slots.map(
        ({ slot: { ordinal, startsAt, applicantName, unitName, level, outcome, applicationId } }) => ({
          ordinal,
          startsAt: isoInBeijing(startsAt),
          room: session.room,
          applicantName,
          unitName,
          level,
          outcome,
          applicationId,
        }),
      );
      return { items };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{sessionId}/publish`,
    tag,
    summary: '通知：逐人安排答辩，告知答辩组；可重复',
    roles: ['office'],
    subject: sessionInPath,
    answers: { 200: DefensePublishedAnswer },
    handle: async ({ subject: { campaign, session }, caller }, services) => {
      const next = decideSession(await sessionSnapshotOf(services.db.pool, session), 'publish', campaign.policy);
      if (typeof next !== 'string') throw problemOf(next);
      const items = await publishSession(services, { session, next, caller });
      return { id: session.id, state: next, items };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{sessionId}/move`,
    tag,
    summary: '已通知的场次整场改期或换地点，逐人通知答辩人与答辩组',
    roles: ['office'],
    subject: sessionInPath,
    body: DefenseMoveBody,
    answers: { 200: DefensePublishedAnswer },
    handle: async ({ subject: { campaign, session }, body: { startsAt, room, reason }, caller }, services) => {
      const now = await nowOf(services.db, session);
      const items = await moveSession(services, { campaign, now, caller, to: { at: startsAt, room }, reason });
      return await acted(services.db, session.id, items);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{sessionId}/cancel`,
    tag,
    summary: '取消场次；已通知的逐人告知，不算缺席；可重复',
    roles: ['office'],
    subject: sessionInPath,
    body: DefenseCancelBody,
    answers: { 200: DefensePublishedAnswer },
    handle: async ({ subject: { campaign, session }, body: { reason }, caller }, services) => {
      const items = await cancelSession(services, { campaign, id: session.id, caller, reason });
      return await acted(services.db, session.id, items);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{sessionId}/applications/{applicationId}/{event}`,
    tag,
    summary: '一名答辩人：release 改期（告知本人理由）、absent 缺席、score 评分齐后记入申报',
    roles: ['office'],
    subject: sessionInPath,
    rawBody: DefenseTurnBody,
    answers: { 200: DefenseTurnAnswer },
    handle: async (
      { subject: { campaign, session }, params: { applicationId, ...params }, caller, request },
      services,
    ) => {
      const now = await nowOf(services.db, session);
      // Only a release takes a reason; the others may come without a body.
      const { reason } = DefenseTurnBody.parse(request.body ?? {});
      const event = slotEvents.find((known) => known === params.event);
      const one = now.slots.find(({ slot }) => slot.applicationId === applicationId);
      if (!event || !one)
        throw new Problem('not_found', { zh: '这场答辩没有这名答辩人。', en: 'This candidate is not in the session.' });
      await actOnSlot(services, event, { campaign, caller, now, one, reason });
      return { id: now.session.id, applicationId };
    },
  }),
];

/** The answer to an act on a whole session: its state now, and who was notified. */
async function acted(db: Database, id: string, items: readonly NotifyResult[]) {
  const state = (await findSession(db, id))?.state;
  return { id, state, items };
}

async function nowOf(db: Database, session: DefenseSession) {
  const [now] = await sessionsNow(db, [session]);
  if (!now) throw noSuchSession();
  return now;
}
