import { eventHash, type Opening, openingHash } from '../../../records/application/eventHash.js';
import { differences } from './difference.js';
import type { Observation } from './observation.js';

/**
 * No event is missing or changed: the sequence has no gap, each hash matches the one recomputed from the previous, and
 * the row holds the last.
 */
export function chainIsUnbroken({ id, timeline, application, row }: Observation): string[] {
  let before = openingHash(row.opening as Opening, application.openedAt);
  const faults = timeline.flatMap(({ transition, prevHash, hash }, index) => {
    const recomputed = eventHash(id, transition, before);
    const expected = { seq: index + 1, prevHash: before, hash: recomputed };
    before = recomputed;
    return differences(`event ${index + 1}`, { seq: transition.seq, prevHash, hash }, expected);
  });
  return [...faults, ...differences('row, last hash', application.lastHash, before)];
}
