import type { Policy } from '../rules/policy/policy.js';
import type { Candidate } from './candidates.js';
import { type Proof, prove, subjectOf } from './proof.js';
import type { Bounds } from './visited.js';

/** A search given to a process of its own. */
export interface Task {
  readonly policy: Policy;
  readonly candidate: Candidate;
  readonly bounds: Bounds;
}
export interface TaskAnswer {
  readonly proof: Proof;
  /** In MB, the most this process has held. */
  readonly memory: number;
}

// One process searches one kind of candidate after the other; processes are given them side by side.
process.on('message', ({ policy, candidate, bounds }: Task) => {
  const proof = prove(subjectOf(policy, candidate, bounds));
  process.send?.({ proof, memory: Math.round(process.resourceUsage().maxRSS / 1024) } satisfies TaskAnswer);
});
process.on('disconnect', () => process.exit(0));
