import { addEventHandler, type Event, getState } from 'jest-circus';

/** Generous, so that a loaded machine fails no test; one that hangs fails all the same, and its suite goes on. */
const timeLimitMs = 120_000;

type Work = () => unknown;

/** Rejects where the work has not ended within its time. */
function limited(work: Work, ms: number): () => Promise<void> {
  return async () => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not done within ${ms / 1000} s`)), ms);
    });
    try {
      await Promise.race([work(), limit]);
    } finally {
      clearTimeout(timer);
    }
  };
}

// The runner runs the functions that jest-circus has collected, and knows no time limit of its own.
addEventHandler((event: Event) => {
  const { currentDescribeBlock: block } = getState();
  if (event.name === 'add_test') limit(block.tests.at(-1), event.timeout);
  if (event.name === 'add_hook') limit(block.hooks.at(-1), event.timeout);
});

function limit(collected: { fn?: unknown } | undefined, ms: number | undefined): void {
  if (collected?.fn) collected.fn = limited(collected.fn as Work, ms ?? timeLimitMs);
}
