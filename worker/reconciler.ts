import { countsAgree, type ReconcileDeps, reconcile } from '../engine/reconcile.js';
import { withAdvisoryLock } from '../records/withAdvisoryLock.js';

/** What the reconciler needs. */
export interface ReconcilerDeps extends ReconcileDeps {
  readonly metrics: ReconcileDeps['metrics'] & {
    /** Workflows that are not where the record is and could not be begun again. */
    readonly astray: { set(count: number): void };
  };
}
export interface ReconcilerOptions {
  /** Between two comparisons of the counts, in ms. Default 15,000. */
  readonly interval?: number;
  /** Between two comparisons of everything, in ms. Default 45,000. */
  readonly thorough?: number;
}
export interface Reconciler {
  /** One comparison of everything, now. */
  reconcile(): Promise<void>;
  /** Ends it, after the comparison that is under way. */
  stop(): Promise<void>;
}

/** How often a workflow is begun again before it is left to an operator. */
const patience = 3;

/**
 * Keeps the engine where the record is: counts workflows on both sides, and compares each at once after a start, when the
 * counts differ, and in any case within a minute. So an engine that has lost its data gets every workflow back from the
 * record as soon as a worker runs. Every worker process has one; an advisory lock lets one work at a time. Off where the
 * server cannot count.
 */
export function startReconciler(
  deps: ReconcilerDeps,
  { interval = 15_000, thorough = 45_000 }: ReconcilerOptions = {},
): Reconciler {
  const begun = new Map<string, number>();
  let compared = Number.NEGATIVE_INFINITY;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  const compareAll = async () => {
    compared = performance.now();
    const givenUp = new Set([...begun].filter(([, times]) => times >= patience).map(([workflow]) => workflow));
    const { rebuilt, astray } = await reconcile(deps, givenUp);
    for (const workflow of begun.keys())
      if (!rebuilt.includes(workflow) && !astray.includes(workflow)) begun.delete(workflow);
    for (const workflow of rebuilt) begun.set(workflow, (begun.get(workflow) ?? 0) + 1);
    deps.metrics.astray.set(astray.length);
    if (rebuilt.length + astray.length > 0)
      deps.logger.info({ rebuilt: rebuilt.length, astray: astray.length }, 'workflows were reconciled');
  };
  const work = async () => {
    const agree = await countsAgree(deps);
    if (agree === null) return;
    if (!agree || performance.now() - compared >= thorough) await compareAll();
  };
  const locked = async (what: () => Promise<void>) => {
    if (stopped) return;
    try {
      await withAdvisoryLock(deps.db, 'reconciler', what);
    } catch (error) {
      deps.logger.error({ err: error }, 'workflows could not be reconciled');
    }
  };
  /** One after the other: the lock of a comparison under way would have the next one skipped. */
  const next = (what: () => Promise<void>) => {
    working = working.then(() => locked(what));
    return working;
  };
  const again = async (): Promise<void> => {
    await next(work);
    if (stopped) return;
    timer = setTimeout(again, interval);
    timer.unref();
  };
  void again();
  return {
    reconcile: () => next(compareAll),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}
