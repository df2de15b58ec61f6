import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import type { Facts } from '../../rules/application/facts.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { sameValue, searchable } from './searchAttributes.js';

/**
 * How far the search attributes may lag behind. A write costs the server as much as an act does, so acts in quick
 * succession share one.
 */
const lag: Instant = 5_000;

/** The search attributes of an application as last written, and by when they have to be written again. */
export class SearchAttributeSync {
  by: Instant | null = null;
  private pairs: readonly SearchAttributeUpdatePair[];

  constructor(facts: Facts, attention: boolean) {
    this.pairs = searchable(facts, attention);
  }

  /** Schedules the next write when something has changed and none is scheduled. */
  soon(facts: Facts, attention: boolean, now: Instant): void {
    if (this.by === null && this.changed(facts, attention).length > 0) this.by = now + lag;
  }

  /** Writes what has changed. */
  publish(facts: Facts, attention: boolean): void {
    this.by = null;
    const changed = this.changed(facts, attention);
    if (changed.length > 0) upsertSearchAttributes([...changed]);
    this.pairs = searchable(facts, attention);
  }

  private changed(facts: Facts, attention: boolean): readonly SearchAttributeUpdatePair[] {
    return searchable(facts, attention).filter((pair, index) => !sameValue(pair, this.pairs[index]));
  }
}
