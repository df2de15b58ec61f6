import { prove, subjectOf } from './proof.js';
import type { Task, TaskAnswer } from './proveSideBySide.js';

// One process searches one kind of candidate after the other; processes are given them side by side.
process.on('message', ({ policy, candidate, bounds }: Task) => {
  const proof = prove(subjectOf(policy, candidate, bounds));
  process.send?.({ proof, memory: Math.round(process.resourceUsage().maxRSS / 1024) } satisfies TaskAnswer);
});
process.on('disconnect', () => process.exit(0));
