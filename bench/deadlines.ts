import { setTimeout as sleep } from 'node:timers/promises';
import { day } from '../rules/calendar/instant.js';
import { bareDeadlineRows } from './bare/deadlineFloor.js';
import type { Benchmark } from './benchmark.js';
import { type DeadlineLoad, latenessOfAll, startDueTogether, startWaiting } from './data/deadlineLoad.js';
import {
  deadlinePlace,
  openApplications,
  openBareDeadlines,
  openBoundedDeadlines,
  openOnCluster,
} from './data/deadlineLoads.js';
import { lastTable, latenessTable, memoryTable, type Round, ratioTable } from './deadlineTables.js';
import { spreadOf } from './measure.js';
import type { Conditions } from './stack/machine.js';
import { type Memory, memoryOf } from './stack/processes.js';

const mostCompared = 5_000;
const openers = {
  embedded: [openApplications, openBareDeadlines, openBoundedDeadlines],
  cluster: [openApplications, openOnCluster],
};

/** Many deadlines at the same instant. */
export const deadlines: Benchmark = {
  about: '2,000 applications due at one instant: how late each is recorded, beside the bare engine and plain SQL',
  counts: 'applications due at once',
  sizes: 'applications parked for the memory (0: none)',
  defaults: { repeats: 2, count: 2000, size: 10_000 },
  async run({ repeats, count, size, on, print }) {
    const rounds: Round[] = [];
    let conditions: Conditions = [];
    let memory: Memory | undefined;
    const floors: number[] = [];
    // The bare engine takes 16 ms each, and as long to begin each: many more would show nothing else.
    const compared = count > mostCompared ? [openApplications] : openers[on];
    for (let repeat = 1; repeat <= repeats; repeat++) {
      for (const open of repeat % 2 === 0 ? compared : compared.toReversed()) {
        const load = await open();
        try {
          print(`repeat ${repeat} of ${repeats}: ${load.name}`);
          rounds.push(await dueAtOnce(load, count));
          conditions = load.conditions;
          if (open === openApplications && repeat === repeats && size > 0) {
            print(`${size} parked`);
            memory = await park(load, size);
          }
        } finally {
          await load.close();
        }
      }
      print(`repeat ${repeat} of ${repeats}: plain SQL`);
      floors.push(await bareDeadlineRows(deadlinePlace, count));
    }
    return {
      conditions,
      notes: [
        `${count} applications, each waiting in its workflow, due at the same instant. Lateness: when PostgreSQL wrote ` +
          `the event, minus the due instant. Bare engine: a workflow that sleeps until then and writes one projection ` +
          `through a regular activity; bounded alike: its worker keeps as many in memory as the product's, and reads ` +
          `the others' histories again. Plain SQL: the same rows, 250 a transaction, two side by side, without a rule, a ` +
          `hash or an engine. Medians of ${repeats} repeats, on new servers for each.`,
      ],
      tables: [
        latenessTable(rounds),
        lastTable(rounds, floors, count),
        ...(compared.length > 1 ? [ratioTable(rounds)] : []),
        ...(memory ? [memoryTable(memory, size)] : []),
      ],
      raw: { rounds, floors, memory },
    };
  },
};

/** When all wait, the memory is read; then each of them comes due. */
async function dueAtOnce(load: DeadlineLoad, count: number): Promise<Round> {
  const due = await startDueTogether(load, count);
  const { now: memory } = memoryOf(load.workerPid);
  const { late, seen } = await latenessOfAll(load, count, due);
  return { load: load.name, late: spreadOf(late), seen, memory, peak: memoryOf(load.workerPid).peak };
}

async function park(load: DeadlineLoad, size: number): Promise<Memory> {
  await startWaiting(load, size, Date.now() + 30 * day);
  await sleep(5000);
  return memoryOf(load.workerPid);
}
