import type { Facts } from '../application/facts.js';
import { beforeWindow } from '../application/guards/beforeWindow.js';
import { findLaw } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import { formatDueEn, formatDueZh, type Instant, type LocalDate, localDateOf } from '../calendar/instant.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { outstanding } from '../policy/stagePlan.js';
import { type Refusal, refuse } from '../refusal.js';
import type { SlotTime } from './counterSlots.js';

/** How an applicant means to hand in the originals. */
export const planKinds = {
  visit: { zh: '现场递交', en: 'At the counter' },
  post: { zh: '邮寄', en: 'By post' },
} as const satisfies Readonly<Record<string, BilingualText>>;
export type PlanKind = keyof typeof planKinds;

/** A tracking number as carriers write it. */
export const trackingNumber = /^[A-Za-z0-9]{8,30}$/;

/** A slot as somebody books it: whether it stands, and how many places others have. */
export interface BookableSlot extends SlotTime {
  readonly cancelled: boolean;
  readonly capacity: number;
  readonly booked: number;
}

/** The refusal of any plan, or null: the law awaits the originals of this application, and its applicant delivers them. */
export function planRefusal(facts: Facts, policy: Policy): Refusal | null {
  const clause = cite(policy, 'originals');
  if (!findLaw(facts.status, 'receive_materials') || !outstanding(facts, policy).includes('materials'))
    return refuse('event_not_allowed', clause, {
      zh: '这份申报目前不收材料原件，不必预约或邮寄。',
      en: 'No originals are asked for now, so that there is nothing to book or to post.',
    });
  if (!policy.delivery.byUnit.value) return null;
  return refuse('event_not_allowed', policy.delivery.byUnit.clause, {
    zh: '原件由所在单位统一报送，请交给单位。',
    en: 'The unit delivers the originals of all its people; please hand yours to it.',
  });
}

/** The refusal to give up or move a booking, or null: until the end of the day before, or where the office cancelled the slot. */
export function changeRefusal(
  current: (SlotTime & { readonly cancelled: boolean }) | null,
  now: Instant,
  policy: Policy,
): Refusal | null {
  // A visit that was missed does not bind any more.
  if (current === null || current.cancelled || localDateOf(current.startsAt) !== localDateOf(now)) return null;
  return refuse('deadline_passed', cite(policy, 'materials_window'), {
    zh: '预约当天不能改约或取消，请按时前来，或者明天再约。',
    en: 'A booking is not changed on its day; please come, or book again tomorrow.',
  });
}

/** The refusal to book a slot, or null: it is ahead, has a place, and lies between the candidate's window and deadline. */
export function bookingRefusal(
  slot: BookableSlot,
  facts: Facts,
  { policy, now }: { readonly policy: Policy; readonly now: Instant },
): Refusal | null {
  const clause = cite(policy, 'materials_window');
  const about = { field: 'slotId' };
  if (slot.cancelled)
    return refuse('slot_full', clause, { zh: '这一时段已取消，请另选。', en: 'This slot was cancelled.' }, about);
  if (localDateOf(slot.startsAt) <= localDateOf(now))
    return refuse(
      'deadline_passed',
      clause,
      {
        zh: '预约截止到前一天，请选以后的日期。',
        en: 'Slots are booked until the day before; please take a later one.',
      },
      about,
    );
  const early = beforeWindow('materials', slot.startsAt, facts.profile, policy);
  if (early) return early;
  const due = facts.tolledSince === null ? facts.deadlines.payment_due?.due : undefined;
  if (due !== undefined && slot.startsAt >= due)
    return refuse(
      'deadline_passed',
      clause,
      {
        zh: `您的截止时间是 ${formatDueZh(due)}，请选更早的时段。`,
        en: `Your deadline is ${formatDueEn(due)}; please take an earlier slot.`,
      },
      about,
    );
  if (slot.booked < slot.capacity) return null;
  return refuse('slot_full', clause, { zh: '这一时段已约满，请另选。', en: 'This slot is full.' }, about);
}

/** The refusal of a parcel, or null. */
export function postRefusal(sentOn: LocalDate, now: Instant, policy: Policy): Refusal | null {
  if (sentOn <= localDateOf(now)) return null;
  const message = { zh: '寄出日期不能晚于今天。', en: 'The day of posting cannot be later than today.' };
  return refuse('date_in_future', cite(policy, 'materials_window'), message, { field: 'sentOn' });
}
