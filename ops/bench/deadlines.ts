import { setTimeout as sleep } from 'node:timers/promises';
import { day } from '../../rules/instant.js';
import type { Benchmark, Options, Report } from './benchmark.js';
import { allLate, type Crowd, gather } from './crowd.js';
import { openApplications, openBareDeadlines } from './crowds.js';
import type { Conditions } from './machine.js';
import { median, medianSpread, type Spread, spreadOf } from './measure.js';
import { memoryOf } from './processes.js';
import { verdict } from './table.js';

const WANTED_RATIO = 1.1;
const WANTED_MEMORY = 600;
const WARM_UP = 200;

interface Round {
  readonly name: string;
  readonly late: Spread;
  /** MB of the worker while all wait */
  readonly memory: number;
}
type Memory = ReturnType<typeof memoryOf>;

/** Very many deadlines at one instant. */
export const deadlines: Benchmark = {
  about: '2,000 applications due at one instant: how late each is recorded; and the worker with 10,000 parked',
  counts: 'applications due at once',
  sizes: 'applications parked for the memory (0: none)',
  defaults: { repeats: 2, count: 2000, size: 10_000 },
  async run({ repeats, count, size, say }) {
    const rounds: Round[] = [];
    let conditions: Conditions = [];
    let memory: Memory | undefined;
    for (let repeat = 1; repeat <= repeats; repeat++) {
      for (const open of repeat % 2 === 1
        ? [openApplications, openBareDeadlines]
        : [openBareDeadlines, openApplications]) {
        const crowd = await open();
        try {
          say(`repeat ${repeat} of ${repeats}: ${crowd.name}`);
          rounds.push(await dueAtOnce(crowd, count));
          conditions = crowd.conditions;
          if (open === openApplications && repeat === repeats && size > 0) {
            say(`${size} parked`);
            memory = await park(crowd, size);
          }
        } finally {
          await crowd.close();
        }
      }
    }
    return { conditions, ...told(rounds, memory, { repeats, count, size }) };
  },
};

/** Some that are due later tell how fast they start; the due instant is then chosen so that all wait for it. */
async function dueAtOnce(crowd: Crowd, count: number): Promise<Round> {
  const warmedUp = await gather(crowd, WARM_UP, Date.now() + 30 * day);
  const due = Date.now() + Math.ceil((warmedUp / WARM_UP) * count * 1.3) + 5000;
  await gather(crowd, count, due);
  if (Date.now() > due - 500) throw new Error(`${crowd.name}: not all waited before they were due; run it alone`);
  const { now: memory } = memoryOf(crowd.workerPid);
  return { name: crowd.name, late: spreadOf(await allLate(crowd, count, due)), memory };
}

async function park(crowd: Crowd, size: number): Promise<Memory> {
  await gather(crowd, size, Date.now() + 30 * day);
  await sleep(5000);
  return memoryOf(crowd.workerPid);
}

function told(
  rounds: readonly Round[],
  memory: Memory | undefined,
  { repeats, count, size }: Omit<Options, 'say'>,
): Omit<Report, 'conditions'> {
  const names = [...new Set(rounds.map(({ name }) => name))].sort().reverse();
  const late = (name: string) => medianSpread(rounds.filter((round) => round.name === name).map((round) => round.late));
  const memoryBefore = (name: string) =>
    median(rounds.filter((round) => round.name === name).map((round) => round.memory));
  const [stack, bare] = names.map(late);
  const ratio = (figure: 'p50' | 'p99' | 'max') => (stack?.[figure] ?? Number.NaN) / (bare?.[figure] ?? Number.NaN);
  const figures = ['p50', 'p99', 'max'] as const;
  return {
    notes: [
      `${count} applications, each waiting in its workflow, due at the same instant. Lateness: when PostgreSQL wrote the event minus the due instant. ` +
        `Bare engine: a workflow that sleeps until the instant and writes one projection through a regular activity. Medians of ${repeats} repeats on new servers.`,
    ],
    tables: [
      {
        caption: `Lateness of ${count} deadlines at one instant, ms`,
        header: ['', ...figures, 'worker MB while all wait'],
        rows: names.map((name) => [name, ...figures.map((figure) => late(name)[figure]), memoryBefore(name)]),
      },
      {
        caption: 'The whole stack beside the bare engine',
        header: ['lateness', 'ratio', 'wanted'],
        rows: figures.map((figure) => [figure, ratio(figure), verdict(ratio(figure), '≤', WANTED_RATIO)]),
      },
      ...(memory
        ? [
            {
              caption: `The worker process with ${size} applications parked, MB`,
              header: ['resident', 'at its peak', 'wanted'],
              rows: [[memory.now, memory.peak, verdict(memory.now, '≤', WANTED_MEMORY)]],
            },
          ]
        : []),
    ],
    raw: { rounds, memory },
  };
}
