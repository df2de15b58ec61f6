import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import type { Facts } from '../../rules/application/facts.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { sameValue, searchable } from './searchAttributes.js';

/**
 * How far the engine's index may lag behind. Each write to it costs the server as much as an act does, and a person who
 * searches does not miss five seconds: acts in quick succession share one.
 */
const lag: Instant = 5_000;

/** What the engine's index shows of an application, and by when it is to be brought up to date. */
export class SearchAttributeSync {
  by: Instant | null = null;
  private pairs: readonly SearchAttributeUpdatePair[];

  constructor(facts: Facts, attention: boolean) {
    this.pairs = searchable(facts, attention);
  }

  /** Sets the date for the next write when something has changed and none is set. */
  soon(facts: Facts, attention: boolean, now: Instant): void {
    if (this.by === null && this.changed(facts, attention).length > 0) this.by = now + lag;
  }

  /** Writes what has changed into the index. */
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
