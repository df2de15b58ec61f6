import { setTimeout as pause } from 'node:timers/promises';
import type { Benchmark, Options, Report } from './benchmark.js';
import { runLifecycles } from './compare/runLifecycles.js';
import { closeAll } from './compare/systemUnderTest.js';
import { leftAsFilled } from './data/leftAsFilled.js';
import { fillLetters } from './data/letterRows.js';
import { fillLists } from './data/listRows.js';
import { vacuum } from './data/vacuum.js';
import { median, type Spread, spreadOf } from './measure.js';
import { openPages } from './portal/openPages.js';
import { keepMoving, openAll, type TimedRequest } from './portal/polling.js';
import { signInReaders } from './portal/readers.js';
import { memoryOf, watchProcessors } from './stack/processes.js';
import { openStack, type Stack } from './stack/stack.js';
import { runningSystemOf } from './stack/wholeStack.js';
import { type Table, verdict } from './table.js';

// The slowest poll of a page comes once a minute: pages opened over a minute spread their requests as they would be in
// use.
const OPENING = 60_000;
const WINDOW = 60_000;
const LIFECYCLES = 20;
const TARGET = { p99: 250, processor: 60, ratio: 1.5 };

interface Minute {
  readonly timedRequests: readonly TimedRequest[];
  readonly elapsed: number;
  readonly processors: Readonly<Record<string, number>>;
  readonly memory: number;
}
interface Acts {
  readonly before: Spread;
  readonly beside: Spread;
  readonly after: Spread;
}

/** Five hundred open pages that poll, and one person who acts beside them. */
export const pages: Benchmark = {
  about:
    'open pages that ask for news with ETag as the portal does: latency, processors, memory, and an act beside them',
  counts: 'pages open',
  sizes: 'applications in the database',
  defaults: { repeats: 1, count: 500, size: 100_000 },
  async run(options) {
    const stack = await openStack();
    try {
      return await leftAsFilled(stack.database, () => run(stack, options).finally(stack.worker.stop));
    } finally {
      await stack.close();
    }
  },
};

async function run(stack: Stack, options: Options): Promise<Report> {
  const { count, size, repeats, print } = options;
  const { port, database } = stack;
  const parts: (() => Promise<void>)[] = [];
  try {
    print(`${size} applications into PostgreSQL`);
    // Their deadlines have passed, and nobody is to record that.
    await fillLists(database, size, { state: 'closed' });
    await fillLetters(database);
    await vacuum(stack.ownerUrl);
    print(`${count} people sign in`);
    const sessions = await signInReaders(database, { count, port });
    parts.unshift(async () => sessions.forEach(({ apiClient }) => void apiClient.close()));
    const running = await runningSystemOf(stack);
    parts.unshift(running.close);
    const act = async () => spreadOf((await runLifecycles(running, { clients: 1, applications: LIFECYCLES })).acts);
    print('acts alone');
    await act();
    const before = await act();
    print(`${count} pages open`);
    const seen = sessions.flatMap(({ reader }) => reader.applicationId || []);
    const still = keepMoving(database, seen);
    const polling = openAll(sessions, OPENING);
    await pause(OPENING);
    const minutes: Minute[] = [];
    for (let repeat = 1; repeat <= repeats; repeat++) {
      print(`minute ${repeat} of ${repeats}`);
      minutes.push(await minuteOf(polling.take, stack.processes));
    }
    print('acts beside them');
    const beside = await act();
    still();
    await polling.close();
    print('acts alone again');
    const after = await act();
    return { conditions: stack.conditions, ...reported(minutes, { before, beside, after }, options) };
  } finally {
    await closeAll(parts);
  }
}

async function minuteOf(
  take: () => readonly TimedRequest[],
  processes: Awaited<ReturnType<typeof openStack>>['processes'],
): Promise<Minute> {
  take();
  const read = watchProcessors(processes);
  const began = performance.now();
  await pause(WINDOW);
  const elapsed = performance.now() - began;
  const api = processes.find(({ name }) => name === 'api');
  return { timedRequests: take(), elapsed, processors: read(), memory: memoryOf(api?.pid ?? 0).now };
}

const share = (timedRequests: readonly TimedRequest[]) =>
  (100 * timedRequests.filter(({ changed }) => !changed).length) / timedRequests.length;

function reported(minutes: readonly Minute[], acts: Acts, { count, size }: Options): Omit<Report, 'conditions'> {
  const of = (figure: (minute: Minute) => number) => median(minutes.map(figure));
  const processor = (name: string) => of(({ processors, elapsed }) => (100 * (processors[name] ?? 0)) / elapsed);
  return {
    notes: [
      `${size} applications; ${count} people, each signed in at an address of their own with one page open: ` +
        `${openPages.map(({ name, share: part }) => `${part} % ${name}`).join(', ')}. Each page repeats what the portal ` +
        'repeats, 15, 30 or 60 s after the last answer, with the tag of what it holds. Once a second one of the ' +
        `applications on these pages moves on. Medians of ${minutes.length} × 60 s.`,
      `Acts: one client, ${LIFECYCLES} lifecycles of ten acts without pause over the whole stack, before, beside and after the pages.`,
    ],
    tables: [requestTable(minutes), costTable(of, processor), actTable(acts)],
    raw: { acts, minutes: minutes.map(({ timedRequests: asked, ...rest }) => ({ ...rest, requests: asked.length })) },
  };
}

function requestTable(minutes: readonly Minute[]): Table {
  const names = [...new Set(minutes.flatMap(({ timedRequests: asked }) => asked.map(({ name }) => name)))];
  const row = (name: string, chosen: (one: TimedRequest) => boolean) => {
    const timedRequests = minutes.flatMap((minute) => minute.timedRequests.filter(chosen));
    const seconds = minutes.reduce((sum, { elapsed }) => sum + elapsed, 0) / 1000;
    const { p50, p95, p99 } = spreadOf(timedRequests.map(({ ms }) => ms));
    const bytes = timedRequests.reduce((sum, one) => sum + one.bytes, 0) / seconds / 1000;
    return [name, timedRequests.length / seconds, p50, p95, p99, share(timedRequests), bytes];
  };
  return {
    caption: 'Requests of open pages, ms',
    header: ['request', 'a second', 'p50', 'p95', 'p99', '304, %', 'kB a second'],
    rows: [row('all', () => true), ...names.map((name) => row(name, (one) => one.name === name))],
  };
}

function costTable(of: (figure: (minute: Minute) => number) => number, processor: (name: string) => number): Table {
  const p99 = of(({ timedRequests: asked }) => spreadOf(asked.map(({ ms }) => ms)).p99);
  const bounded = (what: string, value: number, bound: number) => [what, value, verdict(value, '≤', bound)];
  return {
    caption: 'What it costs',
    header: ['', 'measured', 'wanted'],
    rows: [
      bounded('p99, ms', p99, TARGET.p99),
      bounded('API, % of one core', processor('api'), TARGET.processor),
      bounded('PostgreSQL, % of one core', processor('postgres'), TARGET.processor),
      ['worker, % of one core', processor('worker'), ''],
      ['Temporal, % of one core', processor('temporal'), ''],
      ['the open pages themselves, % of one core', processor('client'), ''],
      ['memory of the API, MB', of(({ memory }) => memory), ''],
    ],
  };
}

function actTable({ before, beside, after }: Acts): Table {
  const ratio = beside.p50 / ((before.p50 + after.p50) / 2);
  const row = (name: string, { p50, p95, p99 }: Spread) => [name, p50, p95, p99];
  return {
    caption: 'An act of one person, ms',
    header: ['', 'p50', 'p95', 'p99', 'ratio of p50', 'wanted'],
    rows: [
      [...row('before', before), '', ''],
      [...row('beside the pages', beside), ratio, verdict(ratio, '≤', TARGET.ratio)],
      [...row('after', after), '', ''],
    ],
  };
}
