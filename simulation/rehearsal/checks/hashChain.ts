import { eventHash, firstHash } from '../../../records/application/eventHash.js';
import { differences } from './difference.js';
import type { Observation } from './observation.js';

/** No event is missing or changed: numbers without a gap, each hash recomputed over the one before, the last on the row. */
export function chainIsUnbroken({ id, timeline, application }: Observation): string[] {
  let before = firstHash;
  const faults = timeline.flatMap(({ transition, prevHash, hash }, index) => {
    const recomputed = eventHash(id, transition, before);
    const expected = { seq: index + 1, prevHash: before, hash: recomputed };
    before = recomputed;
    return differences(`event ${index + 1}`, { seq: transition.seq, prevHash, hash }, expected);
  });
  return [...faults, ...differences('row, last hash', application.lastHash, before)];
}
