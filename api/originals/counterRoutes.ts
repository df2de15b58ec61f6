import { z } from 'zod';
import { cancelSlot, publishSlots, slotsOf } from '../../records/originals/counterSlots.js';
import { expectedOriginals } from '../../records/originals/originalsPlans.js';
import { instantOf, isoInBeijing, localDateOf, startOfDay } from '../../rules/calendar/instant.js';
import { slotDays, slotRefusal } from '../../rules/originals/counterSlots.js';
import { isUuid } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import { localDate } from '../http/text.js';
import { ExpectedAnswer, PublishedSlots, SlotsAnswer, slotView } from './originalsBodies.js';

const tag = '原件';
const path = '/api/campaigns/{id}/counter-slots';

/** The slots at the counter, and whose originals come when. */
export const counterRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '今天及以后的现场递交时段，及已约人数',
    roles: ['office'],
    subject: campaignInPath,
    answers: { 200: SlotsAnswer },
    handle: async ({ subject: { id: campaignId } }, { db, clock }) => {
      const after = startOfDay(localDateOf(await clock()));
      return { items: (await slotsOf(db, { campaignId, after })).map(slotView), next: null };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '发布一批现场递交时段：期间每个工作日的每个时间各一个；已发布的不变',
    roles: ['office'],
    subject: campaignInPath,
    body: PublishedSlots,
    answers: { 200: z.object({ added: z.int() }) },
    handle: async ({ subject: { id: campaignId, policy, calendar }, body, caller }, { db, clock }) => {
      const { firstDay, lastDay, times, capacity } = body;
      const now = await clock();
      const slots = slotDays(calendar, firstDay, lastDay).flatMap((day) =>
        times.map(({ from, to }) => ({ startsAt: instantOf(`${day}T${from}`), endsAt: instantOf(`${day}T${to}`) })),
      );
      const [refusal] = slots.flatMap((slot) => slotRefusal(slot, { policy, calendar, now }) ?? []);
      if (refusal) throw problemOf(refusal);
      return { added: await publishSlots(db, { campaignId, capacity, by: caller.personId, at: now }, slots) };
    },
  }),
  defineRoute({
    method: 'delete',
    path: `${path}/{slotId}`,
    tag,
    summary: '取消一个时段；已约的申报人收到通知并另选',
    roles: ['office'],
    subject: campaignInPath,
    answers: { 204: null },
    handle: async ({ subject: { id: campaignId }, params: { slotId: id } }, { db, clock }) => {
      if (isUuid(id) && (await cancelSlot(db, { campaignId, id, at: await clock() }))) return;
      throw new Problem('not_found', {
        zh: '没有这个时段，或者它已取消、已结束。',
        en: 'There is no such slot, or it was cancelled or is over.',
      });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/expected-originals',
    tag,
    summary: '某日预约来递交的申报人，以及寄出而未收到的原件',
    roles: ['office'],
    subject: campaignInPath,
    query: z.strictObject({ day: localDate }),
    answers: { 200: ExpectedAnswer },
    handle: async ({ subject: { id: campaignId }, query: { day } }, { db }) => {
      const expected = await expectedOriginals(db, { campaignId, day });
      const items = expected.map(({ startsAt, endsAt, ...one }) => ({
        ...one,
        startsAt: startsAt === null ? null : isoInBeijing(startsAt),
        endsAt: endsAt === null ? null : isoInBeijing(endsAt),
      }));
      return { items, next: null };
    },
  }),
];
