import { floor } from './bare/floor.js';
import type { Benchmark, Options } from './benchmark.js';
import { bareEngines, compareSystems, methodology } from './compare/compareSystems.js';
import { type LifecycleRun, runLifecycles } from './compare/runLifecycles.js';
import type { SystemUnderTest } from './compare/systemUnderTest.js';
import { median, medianSpread, spreadOf } from './measure.js';
import { wholeStack } from './stack/wholeStack.js';
import { type Table, verdict } from './table.js';

const CLIENTS = 32;
const TARGET_RATIO = 0.9;
type Results = ReadonlyMap<SystemUnderTest, readonly LifecycleRun[]>;

/** Applications from draft to conferral a second, with 32 in flight. */
export const lifecycles: Benchmark = {
  about: 'applications from draft to conferral a second, 32 in flight, beside the bare engine and the floor',
  counts: `lifecycles a repeat (the floor ${floor.effort} times as many)`,
  defaults: { repeats: 3, count: 256, size: 0 },
  async run(options) {
    const { conditions, results } = await compareSystems(options, (running, { effort }) =>
      runLifecycles(running, { clients: CLIENTS, applications: options.count * effort }),
    );
    return {
      conditions,
      notes: notes(options),
      tables: [rateTable(results), ratioTable(results), processorTable(results)],
      raw: [...results].map(([{ name }, runs]) => ({ name, rates: runs.map(rate), runs })),
    };
  },
};

const rate = ({ applications, elapsed }: LifecycleRun) => (applications / elapsed) * 1000;
const rateOf = (results: Results, system: SystemUnderTest) => median((results.get(system) ?? []).map(rate));

const notes = ({ repeats, count }: Options) => [
  `A lifecycle: a start, then ten acts, each after the answer to the one before. Whole stack: POST an application, put its ` +
    `form and documents into the database (one statement: typing is not measured), POST ten acts, each by the person whose ` +
    `turn it is. Bare engine: start a workflow, ten Updates. Floor: insert a row, ten transactions.`,
  `${count} lifecycles by ${CLIENTS} clients a repeat, medians of ${repeats} repeats, ${methodology}`,
];

function rateTable(results: Results): Table {
  return {
    caption: `Lifecycles a second, ${CLIENTS} in flight`,
    header: ['', 'lifecycles/s', 'act p50 ms', 'act p99 ms', 'applications/s of each repeat'],
    rows: [...results].map(([system, runs]) => {
      const { p50, p99 } = medianSpread(runs.map(({ acts }) => spreadOf(acts)));
      const each = runs.map((one) => rate(one).toFixed(1)).join(', ');
      return [system.name, rateOf(results, system), p50, p99, each];
    }),
  };
}

function ratioTable(results: Results): Table {
  return {
    caption: 'The whole stack beside the bare engine, lifecycles/s',
    header: ['beside', 'ratio', 'wanted'],
    rows: bareEngines.map((bare) => {
      const ratio = rateOf(results, wholeStack) / rateOf(results, bare);
      return [bare.name, ratio, verdict(ratio, '≥', TARGET_RATIO)];
    }),
  };
}

const parts = ['client', 'api', 'worker', 'temporal', 'postgres'] as const;

function processorTable(results: Results): Table {
  const perLifecycle = (runs: readonly LifecycleRun[], part: string) =>
    median(runs.map(({ processors, applications }) => (processors[part] ?? Number.NaN) / applications));
  return {
    caption: 'Processor time of a lifecycle, ms, by process',
    header: ['', ...parts, 'all'],
    rows: [...results].map(([{ name }, runs]) => {
      const times = parts.map((part) => perLifecycle(runs, part));
      return [name, ...times, times.filter(Number.isFinite).reduce((sum, time) => sum + time, 0)];
    }),
  };
}
