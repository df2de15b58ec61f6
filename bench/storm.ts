import { setTimeout as sleep } from 'node:timers/promises';
import { tenActs } from '../simulation/hurried/campaign.js';
import type { Benchmark } from './benchmark.js';
import type { RunningSystem } from './compare/systemUnderTest.js';
import { latenessOfAll, startDueTogether } from './data/deadlineLoad.js';
import { applicationsOn } from './data/deadlineLoads.js';
import { spreadOf } from './measure.js';
import { onNewStacks } from './stack/onNewStacks.js';
import type { Stack } from './stack/stack.js';
import { runningSystemOf } from './stack/wholeStack.js';
import { verdict } from './table.js';

const PEOPLE = 2;
/** ms */
const QUIET = 20_000;
/** Wanted: an act takes at most so many times as long. */
const TARGET = 2;

/** When an act began and how long it took, ms. */
interface Acted {
  readonly at: number;
  readonly took: number;
}

/** What people wait for while thousands of deadlines come due. */
export const storm: Benchmark = {
  about: 'acts of two people while many deadlines come due at one instant, beside the same before',
  counts: 'applications due at once',
  defaults: { repeats: 2, count: 2000, size: 0 },
  async run({ repeats, count, on, print }) {
    const { conditions, rounds } = await onNewStacks({ repeats, print, on }, `${count} deadlines`, (stack) =>
      oneRound(stack, count),
    );
    const spread = (of: 'quiet' | 'during' | 'following') => spreadOf(rounds.flatMap((round) => round[of]));
    const quiet = spread('quiet');
    const row = (name: string, of: 'quiet' | 'during' | 'following') => {
      const { count: acts, p50, p95, p99 } = spread(of);
      return [name, acts, p50, p95, p99, p99 / quiet.p99, of === 'quiet' ? '' : verdict(p99 / quiet.p99, '≤', TARGET)];
    };
    return {
      conditions,
      notes: [
        `${PEOPLE} people each take one application after the other from draft to conferral, act by act. Before: ${QUIET / 1000} s ` +
          `while ${count} applications wait. During: acts that were under way between the due instant and the last recorded deadline. ` +
          `After: the minute that follows, in which the applications' workflows follow. All acts of ${repeats} repeats together.`,
      ],
      tables: [
        {
          caption: 'An act, ms',
          header: ['', 'acts', 'p50', 'p95', 'p99', 'of before', 'wanted'],
          rows: [row('before', 'quiet'), row('during', 'during'), row('the minute after', 'following')],
        },
        {
          caption: 'The last deadline recorded, ms',
          header: ['each repeat'],
          rows: [[rounds.map(({ last }) => last.toFixed(0)).join(', ')]],
        },
      ],
      raw: rounds,
    };
  },
};

async function oneRound(stack: Stack, count: number) {
  const load = applicationsOn(stack, 'whole stack');
  const people = await runningSystemOf(stack);
  const due = await startDueTogether(load, count, 2 * QUIET + 5_000);
  const acted: Acted[] = [];
  const over = new AbortController();
  const acting = Promise.all(
    Array.from({ length: PEOPLE }, (_, person) => actUntil(people, person, over.signal, (one) => acted.push(one))),
  );
  try {
    const { late } = await latenessOfAll(load, count, due);
    const last = Math.max(...late);
    await Promise.race([sleep(60_000), acting]);
    over.abort();
    await acting;
    const began = due - QUIET;
    const within = (from: number, to: number) =>
      acted.filter(({ at, took }) => at + took >= from && at < to).map(({ took }) => took);
    return {
      last,
      quiet: acted.filter(({ at, took }) => at >= began && at + took < due).map(({ took }) => took),
      during: within(due, due + last),
      following: acted.filter(({ at }) => at >= due + last).map(({ took }) => took),
    };
  } finally {
    over.abort();
    await people.close();
  }
}

async function actUntil(
  people: RunningSystem,
  person: number,
  over: AbortSignal,
  note: (acted: Acted) => void,
): Promise<void> {
  while (!over.aborted) {
    const next = await people.begin(person);
    for (const act of tenActs) {
      if (over.aborted) return;
      const [at, began] = [Date.now(), performance.now()];
      await next(act);
      note({ at, took: performance.now() - began });
    }
  }
}
