import fc from 'fast-check';
import type { DrawPlan, PooledExpert } from '../../../rules/committee/draw/plan.js';

export const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));

const pool = (specialty: string, count: number, conflicted: number): PooledExpert[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${specialty}-${index}`,
    specialty,
    conflicted: index < conflicted,
  }));

/** Pools of a few specialties with enough experts in each. */
export const plans: fc.Arbitrary<DrawPlan> = fc
  .record({
    counts: fc.array(fc.record({ count: fc.nat(30), conflicted: fc.nat(30) }), { minLength: 1, maxLength: 4 }),
    half: fc.integer({ min: 2, max: 8 }),
    alternates: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ counts, half, alternates }) => {
    const size = 2 * half + 1;
    const specialties = counts.map((_, index) => `s${index}`);
    const experts = counts.flatMap(({ count, conflicted }, index) =>
      pool(`s${index}`, count + size + alternates, Math.min(conflicted, count + size + alternates)),
    );
    return {
      campaignId: 'campaign',
      committee: 'committee',
      size,
      minimum: 5,
      odd: true,
      alternates,
      quotas: null,
      specialties,
      experts,
    };
  });

/** A plan of two specialties with so many experts each, of whom the first so many are conflicted. */
export function planOf(more: Partial<DrawPlan> & { readonly counts?: readonly (readonly [number, number])[] } = {}) {
  const {
    counts = [
      [20, 0],
      [10, 0],
    ],
    ...rest
  } = more;
  const specialties = counts.map((_, index) => `s${index}`);
  const plan: DrawPlan = {
    campaignId: 'campaign',
    committee: 'committee',
    size: 11,
    minimum: 11,
    odd: true,
    alternates: 3,
    quotas: null,
    specialties,
    experts: counts.flatMap(([count, hurt], index) => pool(`s${index}`, count, hurt)),
    ...rest,
  };
  return plan;
}
