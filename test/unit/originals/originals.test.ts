import type { Facts } from '../../../rules/application/facts.js';
import { statuses } from '../../../rules/application/lifecycle.js';
import { instantOf } from '../../../rules/calendar/instant.js';
import { slotDays, slotRefusal } from '../../../rules/originals/counterSlots.js';
import {
  type BookableSlot,
  bookingRefusal,
  changeRefusal,
  planRefusal,
  postRefusal,
  trackingNumber,
} from '../../../rules/originals/originalsPlans.js';
import { aksu2024 as policy } from '../../../rules/policy/campaigns/aksu2024.js';
import { runStory, stories } from '../../../simulation/story/story.js';
import { calendar2024 as calendar, draft } from '../../support/facts.js';

const now = instantOf('2024-09-11T10:00');
const awaiting = runStory(draft(), stories.payment, policy, calendar).facts;
const slotOn = (day: string, more: Partial<BookableSlot> = {}): BookableSlot => ({
  startsAt: instantOf(`${day}T10:00`),
  endsAt: instantOf(`${day}T10:30`),
  cancelled: false,
  capacity: 2,
  booked: 1,
  ...more,
});

test.each([
  ['a working day of the window', slotOn('2024-09-12'), null],
  ['a Saturday on which people work', slotOn('2024-09-14'), null],
  ['a Sunday', slotOn('2024-09-22'), 'slot_invalid'],
  ['a holiday', slotOn('2024-09-16'), 'slot_invalid'],
  ['a day long after the window', slotOn('2024-11-06'), 'slot_invalid'],
  ['the past', slotOn('2024-09-11', { startsAt: now }), 'slot_invalid'],
  ['an end before its start', slotOn('2024-09-12', { endsAt: instantOf('2024-09-12T09:00') }), 'slot_invalid'],
  ['an end on another day', slotOn('2024-09-12', { endsAt: instantOf('2024-09-13T09:00') }), 'slot_invalid'],
])('a slot on %s', (_, slot, code) => {
  expect(slotRefusal(slot, { policy, calendar, now })?.code ?? null).toBe(code);
});

test('a slot before the window opens is not published, and one where the campaign sets no window is', () => {
  const early = { policy, calendar, now: instantOf('2024-09-02T10:00') };
  expect(slotRefusal(slotOn('2024-09-09'), early)?.code).toBe('slot_invalid');
  const { materials: _, ...others } = policy;
  const none = { ...early, policy: { ...others, materials: null } };
  expect(slotRefusal(slotOn('2024-09-09'), none)).toBeNull();
});

test.each(statuses)('in %s a plan is made only where the law receives originals', (status) => {
  const facts: Facts = { ...awaiting, status };
  expect(planRefusal(facts, policy)?.code ?? null).toBe(status === 'payment' ? null : 'event_not_allowed');
});

test('nothing is planned once the originals are in, or where the unit delivers them', () => {
  expect(planRefusal({ ...awaiting, materialsAt: now }, policy)?.code).toBe('event_not_allowed');
  const byUnit = {
    ...policy,
    delivery: { ...policy.delivery, byUnit: { ...policy.delivery.byUnit, value: true, clause: '通知 报送' } },
  };
  expect(planRefusal(awaiting, byUnit)).toMatchObject({ code: 'event_not_allowed', clause: '通知 报送' });
});

test.each([
  ['a free one tomorrow', slotOn('2024-09-12'), null],
  ['one today', slotOn('2024-09-11', { startsAt: instantOf('2024-09-11T16:00') }), 'deadline_passed'],
  ['a full one', slotOn('2024-09-12', { booked: 2 }), 'slot_full'],
  ['a cancelled one', slotOn('2024-09-12', { cancelled: true }), 'slot_full'],
  ['one after the deadline', slotOn('2024-09-27'), 'deadline_passed'],
])('booking %s', (_, slot, code) => {
  expect(bookingRefusal(slot, awaiting, { policy, now })?.code ?? null).toBe(code);
});

test('while the deadlines stand still no slot is too late, and none is before the window', () => {
  const paused = { ...awaiting, tolledSince: now };
  expect(bookingRefusal(slotOn('2024-09-27'), paused, { policy, now })).toBeNull();
  const before = instantOf('2024-09-02T10:00');
  expect(bookingRefusal(slotOn('2024-09-09'), awaiting, { policy, now: before })?.code).toBe('window_not_open');
});

test.each([
  ['nothing booked', null, null],
  ['a slot tomorrow', slotOn('2024-09-12'), null],
  ['a slot today', slotOn('2024-09-11'), 'deadline_passed'],
  ['a slot today that the office cancelled', slotOn('2024-09-11', { cancelled: true }), null],
  ['a slot that was missed', slotOn('2024-09-10'), null],
])('a change of %s', (_, current, code) => {
  expect(changeRefusal(current, now, policy)?.code ?? null).toBe(code);
});

test('a parcel was sent by today, under a number of 8 to 30 letters and digits', () => {
  expect(postRefusal('2024-09-11', now, policy)).toBeNull();
  expect(postRefusal('2024-09-12', now, policy)?.code).toBe('date_in_future');
  const numbers = ['SF1234567890', '1234567', 'A'.repeat(30), 'A'.repeat(31), 'SF 123456789', '顺丰12345678'];
  expect(numbers.map((number) => trackingNumber.test(number))).toEqual([true, false, true, false, false, false]);
});

test('a series of slots leaves out the days off', () => {
  expect(slotDays(calendar, '2024-09-12', '2024-09-18')).toEqual([
    '2024-09-12',
    '2024-09-13',
    '2024-09-14',
    '2024-09-18',
  ]);
  expect(slotDays(calendar, '2024-09-16', '2024-09-17')).toEqual(['2024-09-16']);
});
