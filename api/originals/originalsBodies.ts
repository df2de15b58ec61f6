import { z } from 'zod';
import type { CounterSlot } from '../../records/originals/counterSlots.js';
import { addDays, isoInBeijing } from '../../rules/calendar/instant.js';
import { codesOf } from '../../rules/codesOf.js';
import { planKinds, trackingNumber } from '../../rules/originals/originalsPlans.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { hourOfDay, line, localDate } from '../http/text.js';
import { at } from '../openapi/parts.js';

/** The most days from the first to the last of a series of slots. */
const longestSeries = 60;

/** A series of slots: every time on every working day from the first to the last. */
export const PublishedSlots = z
  .strictObject({
    firstDay: localDate,
    lastDay: localDate,
    times: z
      .array(z.strictObject({ from: hourOfDay, to: hourOfDay }))
      .min(1)
      .max(48),
    capacity: z.int().min(1).max(200).meta({ description: '每个时段的人数' }),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay && lastDay <= addDays(firstDay, longestSeries), {
    path: ['lastDay'],
    error: bilingualMessage(
      '末日不早于首日，最多60天。',
      'The last day is not before the first, and at most 60 days after it.',
    ),
  });

const slot = {
  id: z.uuid(),
  startsAt: at,
  endsAt: at,
  capacity: z.int(),
  bookings: z.int(),
  cancelled: z.boolean(),
};
export const SlotsAnswer = z.object({ items: z.array(z.object(slot).meta({ id: 'CounterSlot' })), next: z.null() });

const Parcel = z.object({ carrier: z.string(), tracking: z.string(), sentOn: z.iso.date() });

/** Who comes on a day and what is on its way. */
export const ExpectedAnswer = z.object({
  items: z.array(
    z
      .object({
        applicationId: z.uuid(),
        number: z.string(),
        applicantName: z.string(),
        unitName: z.string(),
        startsAt: at.nullable().meta({ description: '预约时段；null 为邮寄' }),
        endsAt: at.nullable(),
        parcel: Parcel.nullable(),
        delivered: z.boolean(),
      })
      .meta({ id: 'ExpectedOriginals' }),
  ),
  next: z.null(),
});

export const PlanBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('visit'), slotId: z.uuid() }),
  z.strictObject({
    kind: z.literal('post'),
    carrier: line(40).meta({ description: '快递公司' }),
    tracking: z
      .string()
      .trim()
      .regex(
        trackingNumber,
        bilingualMessage('快递单号应为8至30位字母或数字。', 'A tracking number has 8 to 30 letters or digits.'),
      ),
    sentOn: localDate,
  }),
]);

const refusal = z.object({ code: z.string(), detail: z.string(), detailEn: z.string() });
export const PlanAnswer = z
  .object({
    plan: z
      .object({
        kind: z.enum(codesOf(planKinds)),
        startsAt: at.nullable(),
        endsAt: at.nullable(),
        slotCancelled: z.boolean().meta({ description: '办事机构已取消这一时段，请另选' }),
        parcel: Parcel.nullable(),
        createdAt: at,
      })
      .nullable(),
    free: z
      .array(z.object({ id: z.uuid(), startsAt: at, endsAt: at, left: z.int() }))
      .meta({ description: '可以预约的时段' }),
    refusal: refusal.nullable().meta({ description: '现在不能预约或登记邮寄的原因' }),
    fixed: refusal.nullable().meta({ description: '已有的预约现在不能改、不能取消的原因' }),
  })
  .meta({ id: 'OriginalsPlan' });

/** A slot as the office sees it. */
export function slotView({ startsAt, endsAt, booked: bookings, ...one }: CounterSlot) {
  return { ...one, bookings, startsAt: isoInBeijing(startsAt), endsAt: isoInBeijing(endsAt) };
}
