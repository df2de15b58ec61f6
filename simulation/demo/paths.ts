import type { Unit } from '../../records/people/organisations.js';
import type { Profile } from '../../rules/application/facts.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { StoryStep } from '../story/story.js';

/** The stretches of the ordinary road that a candidate of this unit and level goes. */
export interface Path {
  /** Submitted, on show for its days, and over. */
  readonly published: readonly StoryStep[];
  /** Through every department of the chain. */
  readonly toCommittee: readonly StoryStep[];
  readonly toPayment: readonly StoryStep[];
  /** Paid and originals handed in. */
  readonly paid: readonly StoryStep[];
  /** Ready for the meeting; who has to defend has done so. */
  readonly toMeeting: readonly StoryStep[];
}

/** The road of a candidate: as many departments as the unit has, a defense only for those who must. */
export function pathOf({ chain }: Unit, { level, defenseExempt }: Profile, policy: Policy): Path {
  const published: StoryStep[] = ['submit', 'post_publicity', 'wait'];
  const toCommittee: StoryStep[] = [...published, 'recommend', ...chain.map(() => 'forward' as const)];
  const toPayment: StoryStep[] = [...toCommittee, 'accept'];
  const paid: StoryStep[] = [...toPayment, 'confirm_payment', 'receive_materials'];
  const defends = policy.defense.levels.value.includes(level) && !defenseExempt;
  const toMeeting: StoryStep[] = defends ? [...paid, 'schedule_defense', 'score_defense'] : paid;
  return { published, toCommittee, toPayment, paid, toMeeting };
}
