import type { Unit } from '../../records/people/organisations.js';
import type { Profile } from '../../rules/application/facts.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { StoryStep } from '../story/story.js';

/** Prefixes of the happy path for a candidate of this unit and level. */
export interface Path {
  /** Submitted, and the publicity period is over. */
  readonly published: readonly StoryStep[];
  /** Forwarded by every department of the reporting chain. */
  readonly toCommittee: readonly StoryStep[];
  readonly toPayment: readonly StoryStep[];
  /** Paid, and the originals received. */
  readonly paid: readonly StoryStep[];
  /** Ready for the meeting, after the defense where one is required. */
  readonly toMeeting: readonly StoryStep[];
}

/**
 * The path of a candidate: one forward for each department of the unit, and a defense where the policy requires one.
 */
export function pathOf({ chain }: Unit, { level, defenseExempt }: Profile, policy: Policy): Path {
  const published: StoryStep[] = ['submit', 'post_publicity', 'wait'];
  const toCommittee: StoryStep[] = [...published, 'recommend', ...chain.map(() => 'forward' as const)];
  const toPayment: StoryStep[] = [...toCommittee, 'accept'];
  const paid: StoryStep[] = [...toPayment, 'confirm_payment', 'receive_materials'];
  const defends = policy.defense.levels.value.includes(level) && !defenseExempt;
  const toMeeting: StoryStep[] = defends ? [...paid, 'schedule_defense', 'score_defense'] : paid;
  return { published, toCommittee, toPayment, paid, toMeeting };
}
