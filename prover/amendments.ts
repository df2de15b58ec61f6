import { day, type Instant, instantOf, isoInBeijing } from '../rules/calendar/instant.js';
import type { Policy } from '../rules/policy/policy.js';

const localDateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const moved = (instant: Instant) => isoInBeijing(instant).slice(0, 16);

function shifted(value: unknown, by: Instant): unknown {
  if (typeof value === 'string') return localDateTime.test(value) ? moved(instantOf(value) + by) : value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => shifted(one, by));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shifted(inner, by)]));
}

/**
 * Policies a campaign may be amended to: everything two days later; and everything harder, which must not take from anybody
 * what was promised: two days earlier, one submission fewer, a longer notice of the defense; and less of it: no fee, no
 * originals and no defense, so that what waits for them goes on.
 */
export function amendmentsOf(policy: Policy): readonly Policy[] {
  const { version, maxSubmissions, defense } = policy;
  const later = { ...(shifted(policy, 2 * day) as Policy), version: version + 1 };
  const earlier = shifted(policy, -2 * day) as Policy;
  const harder = {
    ...earlier,
    version: version + 1,
    maxSubmissions: { ...maxSubmissions, value: Math.max(1, maxSubmissions.value - 1) },
    defense: { ...defense, noticeDays: { ...defense.noticeDays, value: defense.noticeDays.value + 2 } },
  };
  const off = <T extends { readonly value: boolean }>(stage: T) => ({ ...stage, value: false });
  const { payment, materials, defense: held, ...others } = policy.stages;
  const stages = { ...others, payment: off(payment), materials: off(materials), defense: off(held) };
  return [later, harder, { ...policy, version: version + 1, stages }];
}
