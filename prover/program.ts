import { prove, subjectOf } from './proof.js';
import type { Message, Task } from './proveSideBySide.js';

const send = (message: Message) => process.send?.(message);

// One process searches the states under one policy after the other; processes are given them side by side.
process.on('message', ({ policy, bounds }: Task) => {
  const before = process.cpuUsage();
  const proof = prove(subjectOf(policy, bounds), (progress) => send({ progress }));
  const { user, system } = process.cpuUsage(before);
  const work = Math.round((user + system) / 1e6);
  send({ proof, memory: Math.round(process.resourceUsage().maxRSS / 1024), work });
});
process.on('disconnect', () => process.exit(0));
