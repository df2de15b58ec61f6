import { findEvent } from '../../../records/application/timeline.js';
import { partNames } from '../faults/plan.js';
import { type Attempt, isFinal } from '../traffic/sender.js';
import type { Storm } from '../traffic/storm.js';
import type { World } from '../world.js';
import type { Finding } from './finding.js';

/** How much earlier than the cutoff an attempt must have begun to have surely arrived on a busy machine, in ms. */
const surelyArrived = 2_000;
const apiNames = [partNames[1], partNames[2]] as const;

/**
 * Nothing is on the wrong side of a deadline: what an undisturbed API answered, and was sent in time, is recorded, and
 * what was sent after the cutoff is not. Judged by the clock of the senders; an API whose clock was off is judged by its own.
 */
export async function checkStorm(world: World, { due, answers }: Storm): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { walk } of answers) {
    const { applicationId } = walk.opening;
    for (const { attempts, key } of world.sent.filter((act) => act.applicationId === applicationId)) {
      const isRecorded = (await findEvent(world.stack.db, applicationId, { key })) !== null;
      const [first] = attempts;
      const answered = attempts.find(({ status }) => isFinal(status) || status === 202);
      const off = Math.max(0, ...attempts.map((attempt) => attempt.off));
      const find = (text: string) => findings.push({ rule: 'deadline', text: `${applicationId} ${key}: ${text}` });
      if (isRecorded && first && first.from - off >= due)
        find(`sent ${first.from - due} ms after the cutoff, recorded`);
      const isEarly = answered && answered.from + off <= due - surelyArrived && !wasDisturbed(world, answered);
      if (!isRecorded && isEarly) find(`sent ${due - answered.from} ms before the cutoff, refused`);
    }
  }
  return findings;
}

/** Whether the API that answered, or the proxy, may have lost or held up the attempt: killed, frozen, or out of space. */
function wasDisturbed({ disturbances }: World, { api, from, to }: Attempt): boolean {
  const onTheWay = [apiNames[api], 'proxy'];
  return disturbances.some(
    ({ parts, ...each }) => parts.some((part) => onTheWay.includes(part)) && each.from <= to && each.to >= from,
  );
}
