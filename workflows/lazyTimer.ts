import { CancellationScope, sleep } from '@temporalio/workflow';

/**
 * One timer for all dates of an application. It is re-armed only when it has rung or when the next date moved closer:
 * a date that moved away lets it ring early once, which is cheaper than cancelling and starting a timer at each act.
 */
export class LazyTimer {
  rang = false;
  private armedFor: number | null = null;
  private scope = new CancellationScope();

  /** Makes sure it rings by `at` (null: nothing to wait for). Both instants in campaign time, ms. */
  arm(at: number | null, now: number, summary: string): void {
    if (at === null || this.rang || (this.armedFor !== null && this.armedFor <= at)) return;
    this.scope.cancel();
    // Else a date that is here already would leave the cancelled timer to be taken for one that still rings.
    this.armedFor = null;
    if (at <= now) {
      this.rang = true;
      return;
    }
    const scope = new CancellationScope();
    this.scope = scope;
    this.armedFor = at;
    const waiting = scope.run(() => sleep(at - now, { summary }));
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
