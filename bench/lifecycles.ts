import { floor } from './bare/floor.js';
import type { Benchmark, Options } from './benchmark.js';
import type { Contender } from './contender.js';
import { bareEngines, contest, methodology } from './contest.js';
import { type Lived, live } from './lifecycleLoad.js';
import { median, medianSpread, spreadOf } from './measure.js';
import { wholeStack } from './stack/wholeStack.js';
import { type Table, verdict } from './table.js';

const CLIENTS = 32;
const TARGET_RATIO = 0.9;
type Results = ReadonlyMap<Contender, readonly Lived[]>;

/** Whole lives a second, with 32 in flight. */
export const lifecycles: Benchmark = {
  about: 'applications from draft to conferral a second, 32 in flight, beside the bare engine and the floor',
  counts: `lives a repeat (the floor ${floor.effort} times as many)`,
  defaults: { repeats: 3, count: 256, size: 0 },
  async run(options) {
    const { conditions, results } = await contest(options, (arena, { effort }) =>
      live(arena, { clients: CLIENTS, lifecycleCases: options.count * effort }),
    );
    return {
      conditions,
      notes: notes(options),
      tables: [rateTable(results), ratioTable(results), processorTable(results)],
      raw: [...results].map(([{ name }, lived]) => ({ name, rates: lived.map(rate), lived })),
    };
  },
};

const rate = ({ lifecycleCases, elapsed }: Lived) => (lifecycleCases / elapsed) * 1000;
const rateOf = (results: Results, contender: Contender) => median((results.get(contender) ?? []).map(rate));

const notes = ({ repeats, count }: Options) => [
  `A life: begin, then ten acts, each when the one before has been answered. Whole stack: POST an application, put its ` +
    `form and documents into the database (one statement: nobody types here), POST ten acts, each by the person whose ` +
    `turn it is. Bare engine: start a workflow, ten Updates. Floor: insert a row, ten transactions.`,
  `${count} lives by ${CLIENTS} clients a repeat, medians of ${repeats} repeats, ${methodology}`,
];

function rateTable(results: Results): Table {
  return {
    caption: `Lives a second, ${CLIENTS} in flight`,
    header: ['', 'lives/s', 'act p50 ms', 'act p99 ms', 'lives/s of each repeat'],
    rows: [...results].map(([contender, lived]) => {
      const { p50, p99 } = medianSpread(lived.map(({ acts }) => spreadOf(acts)));
      const each = lived.map((one) => rate(one).toFixed(1)).join(', ');
      return [contender.name, rateOf(results, contender), p50, p99, each];
    }),
  };
}

function ratioTable(results: Results): Table {
  return {
    caption: 'The whole stack beside the bare engine, lives/s',
    header: ['beside', 'ratio', 'wanted'],
    rows: bareEngines.map((bare) => {
      const ratio = rateOf(results, wholeStack) / rateOf(results, bare);
      return [bare.name, ratio, verdict(ratio, '≥', TARGET_RATIO)];
    }),
  };
}

const parts = ['client', 'api', 'worker', 'temporal', 'postgres'] as const;

function processorTable(results: Results): Table {
  const perLifecycle = (lived: readonly Lived[], part: string) =>
    median(lived.map(({ processors, lifecycleCases }) => (processors[part] ?? Number.NaN) / lifecycleCases));
  return {
    caption: 'Processor time of a life, ms, by process',
    header: ['', ...parts, 'all'],
    rows: [...results].map(([{ name }, lived]) => {
      const times = parts.map((part) => perLifecycle(lived, part));
      return [name, ...times, times.filter(Number.isFinite).reduce((sum, time) => sum + time, 0)];
    }),
  };
}
