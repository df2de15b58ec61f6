import { floor } from './bare/floor.js';
import type { Benchmark } from './benchmark.js';
import { bareEngines, compareSystems, methodology } from './compare/compareSystems.js';
import { runLifecycles } from './compare/runLifecycles.js';
import type { SystemUnderTest } from './compare/systemUnderTest.js';
import { medianSpread, type Spread, spreadOf } from './measure.js';
import { wholeStack } from './stack/wholeStack.js';
import { type Table, verdict } from './table.js';

const LEVELS = [1, 8, 32] as const;
const TARGET_ABOVE = 4;

/** The result at one number of clients in one repeat. */
interface Level {
  readonly clients: number;
  readonly acts: Spread;
  readonly begins: Spread;
}
type Results = ReadonlyMap<SystemUnderTest, readonly (readonly Level[])[]>;

/** The latency of one act over HTTP. */
export const actions: Benchmark = {
  about: 'latency of an act at 1, 8 and 32 clients over HTTP, beside the bare engine and the floor',
  counts: `lifecycles of ten acts at each number of clients and repeat (the floor ${floor.effort} times as many)`,
  defaults: { repeats: 3, count: 64, size: 0 },
  async run(options) {
    const { count, repeats } = options;
    const { conditions, results } = await compareSystems(options, async (running, { effort }) => {
      const levels: Level[] = [];
      for (const clients of LEVELS) {
        const { acts, begins } = await runLifecycles(running, { clients, applications: count * effort });
        levels.push({ clients, acts: spreadOf(acts), begins: spreadOf(begins) });
      }
      return levels;
    });
    return {
      conditions,
      notes: [
        `An act is one request and its answer: over HTTP with a session for the whole stack, an executeUpdate for the ` +
          `bare engine, a transaction for the floor. ${count} lifecycles of ten acts without pause at each number of clients, ` +
          `medians of ${repeats} repeats, ${methodology}`,
      ],
      tables: [...LEVELS.map((clients) => levelTable(results, clients)), aboveTable(results)],
      raw: [...results].map(([{ name }, levels]) => ({ name, repeats: levels })),
    };
  },
};

function figures(results: Results, system: SystemUnderTest, clients: number, what: 'acts' | 'begins'): Spread {
  const repeats = results.get(system) ?? [];
  return medianSpread(
    repeats.flatMap((levels) => levels.filter((one) => one.clients === clients).map((one) => one[what])),
  );
}

function levelTable(results: Results, clients: number): Table {
  return {
    caption: `An act at ${clients} client${clients === 1 ? '' : 's'}, ms`,
    header: ['', 'p50', 'p95', 'p99', 'to begin p50'],
    rows: [...results.keys()].map((system) => {
      const { p50, p95, p99 } = figures(results, system, clients, 'acts');
      return [system.name, p50, p95, p99, figures(results, system, clients, 'begins').p50];
    }),
  };
}

function aboveTable(results: Results): Table {
  const p50 = (system: SystemUnderTest) => figures(results, system, 1, 'acts').p50;
  return {
    caption: 'The whole stack above the bare engine, p50 of an act at one client, ms',
    header: ['beside', 'above', 'wanted'],
    rows: bareEngines.map((bare) => {
      const above = p50(wholeStack) - p50(bare);
      return [bare.name, above, verdict(above, '≤', TARGET_ABOVE)];
    }),
  };
}
