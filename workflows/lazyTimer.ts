import { CancellationScope, sleep } from '@temporalio/workflow';

/**
 * One timer for all dates of a workflow. It is re-armed only when it has rung or the next date has moved closer: after a
 * date has moved away it rings early once, which is cheaper than a new timer at each act.
 */
export class LazyTimer {
  rang = false;
  private armedFor: number | null = null;
  private scope = new CancellationScope();

  /**
   * Makes sure it rings by `at` (null: nothing to wait for). Both instants in campaign time, ms. The Temporal UI shows `summary`
   * with the timer.
   */
  arm(at: number | null, now: number, summary: () => string): void {
    if (at === null || this.rang || (this.armedFor !== null && this.armedFor <= at)) return;
    this.scope.cancel();
    // Before the early return: the cancelled timer must not pass for one that still rings.
    this.armedFor = null;
    if (at <= now) {
      this.rang = true;
      return;
    }
    const scope = new CancellationScope();
    this.scope = scope;
    this.armedFor = at;
    const waiting = scope.run(() => sleep(at - now, { summary: summary() }));
    waiting.then(
      () => this.ring(scope),
      () => undefined,
    );
  }

  private ring(scope: CancellationScope): void {
    if (scope !== this.scope) return;
    this.armedFor = null;
    this.rang = true;
  }
}
