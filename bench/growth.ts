import { until } from '../ops/process/ports.js';
import type { Print } from '../ops/process/progress.js';
import { applicationWorkflow } from '../workflows/application/messages.js';
import type { Benchmark } from './benchmark.js';
import { runLifecycles } from './compare/runLifecycles.js';
import { engineRows, growthBetween, readSizes } from './data/sizes.js';
import { vacuum } from './data/vacuum.js';
import { median } from './measure.js';
import { costOfEach, processorTable } from './processorTable.js';
import { openStack, type Stack } from './stack/stack.js';
import { runningSystemOf } from './stack/wholeStack.js';
import { type Table, verdict } from './table.js';

const CLIENTS = 16;
const WARM_UP = 32;
const TARGET_KB = 60;
const HOUR = 3_600_000;
/** The server deletes within half an hour after the retention. */
const longestDeletion = 0.75 * HOUR;
const largest = 20;
/** Databases by what is in them; those of Temporal are there on a cluster only. */
const databases = {
  pingshen: 'the record',
  temporal: 'the engine',
  temporal_visibility: "the engine's lists",
} as const;
const databaseNames = Object.keys(databases);

/** What an application leaves behind on the disk once it has ended, and what it costs until then. */
export const growth: Benchmark = {
  about:
    'kB on the disk that an ended application leaves, by table; the processor time of its life; and, on a cluster, what the ' +
    'engine still holds after its retention',
  counts: 'applications from draft to conferral',
  sizes: 'hours for which the engine of a cluster keeps what has ended; they are waited for. 0: its usual days',
  defaults: { repeats: 1, count: 256, size: 0 },
  async run({ repeats, count, size: hours, on, print }) {
    if (hours > 0 && on !== 'cluster') throw new Error('--size: only on a cluster does the engine keep for some hours');
    const rounds = [];
    let conditions: Stack['conditions'] = [];
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      const stack = await openStack(on, hours > 0 ? hours * HOUR : undefined);
      try {
        print(`repeat ${repeat} of ${repeats}: ${count} applications`);
        conditions = stack.conditions;
        rounds.push(await oneRound(stack, count, { hours, print }));
      } finally {
        await stack.close();
      }
    }
    const [last] = rounds.slice(-1);
    const kB = (bytes: number) => bytes / count / 1000;
    const record = median(rounds.map(({ databases: sizes }) => kB(sizes.get('pingshen') ?? 0)));
    return {
      conditions,
      notes: [
        `${count} applications of ten acts with letters, after ${WARM_UP} others, ${CLIENTS} in flight. What the databases ` +
          'and tables, with their indexes, have grown by, after VACUUM, a share an application. Uploaded files lie beside the database.',
      ],
      tables: [
        {
          caption: 'Growth an ended application, kB',
          header: ['', 'kB', 'wanted'],
          rows: Object.entries(databases).flatMap(([name, what]) => {
            const grown = last?.databases.get(name);
            if (grown === undefined) return [];
            return [[what, kB(grown), name === 'pingshen' ? verdict(record, '≤', TARGET_KB) : '']];
          }),
        },
        {
          caption: 'The largest tables of the record, kB an application',
          header: ['table', 'all', 'rows', 'out of line', 'indexes'],
          rows: largestOf(last?.tables, ({ all }) => all).map(([table, { all, rows, indexes }]) => [
            ...[table, kB(all), kB(rows), kB(all - rows - indexes), kB(indexes)],
          ]),
        },
        {
          caption: 'The largest indexes of the record, kB an application, and how often a life looks into them',
          header: ['index', 'kB', 'scans'],
          rows: largestOf(last?.indexes, ({ all }) => all).map(([index, { all, scans }]) => [
            ...[index, kB(all), scans / count],
          ]),
        },
        ...(last?.kept ? [keptTable(last.kept, hours)] : []),
        processorTable('Processor time of an application’s life, ms', rounds),
      ],
      raw: rounds,
    };
  },
};

interface Waiting {
  readonly hours: number;
  readonly print: Print;
}

async function oneRound(stack: Stack, count: number, waiting: Waiting) {
  const running = await runningSystemOf(stack);
  await runLifecycles(running, { clients: CLIENTS, applications: WARM_UP });
  await vacuum(stack.ownerUrl);
  const before = await readSizes(stack.ownerUrl, databaseNames);
  const { processors } = await runLifecycles(running, { clients: CLIENTS, applications: count });
  await running.close();
  await vacuum(stack.ownerUrl);
  const after = await readSizes(stack.ownerUrl, databaseNames);
  const kept = waiting.hours > 0 ? await afterRetention(stack, waiting) : null;
  return { ...growthBetween(before, after), cost: costOfEach(processors, count), kept };
}

/** What the engine holds of ended applications now, and once its retention is over. Rows by table. */
async function afterRetention({ connection, ownerUrl }: Stack, { hours, print }: Waiting) {
  const query = `WorkflowType = '${applicationWorkflow}' AND ExecutionStatus != 'Running'`;
  const ended = async () =>
    Number((await connection.workflowService.countWorkflowExecutions({ namespace: 'default', query })).count);
  const read = async () => ({ ended: await ended(), ...(await engineRows(ownerUrl)) });
  const before = await read();
  print(`${before.ended} ended applications in the engine; it keeps them for ${hours} h`);
  const isEmpty = async () => (await ended()) === 0;
  await until(isEmpty, { timeoutMs: hours * HOUR + longestDeletion, everyMs: 30_000 });
  return { before, after: await read() };
}

/** What the engine holds, before its retention is over and after. */
function keptTable({ before, after }: NonNullable<Awaited<ReturnType<typeof afterRetention>>>, hours: number): Table {
  const names = ['ended', ...Object.keys(before).filter((name) => name !== 'ended')] as (keyof typeof before)[];
  return {
    caption: `What the engine holds, rows, once applications have ended and after its retention of ${hours} h`,
    header: ['', 'ended', 'after its retention'],
    rows: names.map((name) => [name === 'ended' ? 'ended applications' : name, before[name], after[name]]),
  };
}

/** The names that grew most, largest first. */
const largestOf = <Grown>(grown: ReadonlyMap<string, Grown> = new Map(), by: (of: Grown) => number) =>
  [...grown].toSorted(([, one], [, other]) => by(other) - by(one)).slice(0, largest);
