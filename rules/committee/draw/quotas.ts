import type { DrawPlan } from './plan.js';
import { shares } from './shares.js';

/** How many of one specialty are drawn, and how many there are to draw from. */
export interface Quota {
  readonly specialty: string;
  readonly members: number;
  readonly alternates: number;
  readonly available: number;
}

type Sized = Omit<DrawPlan, 'campaignId' | 'committee' | 'minimum' | 'odd'>;

/**
 * What is to be drawn of each specialty, in the order of their codes: members by the size of the pool unless the office
 * has set them, alternates by what members leave of it. So a pool that is large enough as a whole, and has somebody of
 * each specialty, is never too small by this division.
 */
export function quotasOf({ size, alternates, quotas, specialties, experts }: Sized): readonly Quota[] {
  const available = new Map(specialties.map((specialty) => [specialty, 0]));
  for (const { specialty } of experts) available.set(specialty, (available.get(specialty) ?? 0) + 1);
  const codes = specialties.toSorted();
  const weigh = (weight: (specialty: string) => number) =>
    codes.map((specialty) => ({ specialty, weight: weight(specialty) }));
  const members =
    quotas ??
    shares(
      size,
      weigh((specialty) => available.get(specialty) ?? 0),
    );
  const left = weigh((specialty) => Math.max(0, (available.get(specialty) ?? 0) - (members[specialty] ?? 0)));
  const some = left.filter(({ weight }) => weight > 0);
  const byMembers = weigh((specialty) => members[specialty] ?? 0);
  const behind = shares(alternates, some.length > 0 ? some : byMembers);
  return codes.map((specialty) => ({
    specialty,
    members: members[specialty] ?? 0,
    alternates: behind[specialty] ?? 0,
    available: available.get(specialty) ?? 0,
  }));
}
