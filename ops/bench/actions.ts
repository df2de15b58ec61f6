import { bareTimerEach, bareTimerOne } from './bare.js';
import type { Benchmark, Report } from './benchmark.js';
import type { Contender } from './contender.js';
import { floor } from './floor.js';
import { live, onArena, rotated } from './lives.js';
import type { Conditions } from './machine.js';
import { medianSpread, type Spread, spreadOf } from './measure.js';
import { verdict } from './table.js';
import { wholeStack } from './wholeStack.js';

const LEVELS = [1, 8, 32] as const;
const WANTED_ABOVE = 4;
const contenders: readonly Contender[] = [wholeStack, bareTimerOne, bareTimerEach, floor];

interface Measurement {
  readonly contender: string;
  readonly clients: number;
  readonly acts: Spread;
  readonly begins: Spread;
}

/** How long one act takes the person who does it. */
export const actions: Benchmark = {
  about: 'latency of an act at 1, 8 and 32 clients over HTTP, beside the bare engine and the floor',
  counts: `lives of ten acts at each number of clients and repeat (the floor ${floor.effort} times as many)`,
  defaults: { repeats: 3, count: 64, size: 0 },
  async run({ repeats, count, say }) {
    const measured: Measurement[] = [];
    let conditions: Conditions = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const contender of rotated(contenders, repeat)) {
        say(`repeat ${repeat + 1} of ${repeats}: ${contender.name}`);
        await onArena(contender, async (arena) => {
          if (arena.conditions.length > conditions.length) conditions = arena.conditions;
          for (const clients of LEVELS) {
            const { acts, begins } = await live(arena, { clients, lives: count * contender.effort });
            measured.push({ contender: contender.name, clients, acts: spreadOf(acts), begins: spreadOf(begins) });
          }
        });
      }
    }
    return { conditions, ...told(measured, { repeats, count }) };
  },
};

function told(
  measured: readonly Measurement[],
  { repeats, count }: { repeats: number; count: number },
): Omit<Report, 'conditions'> {
  const of = ({ name }: Contender, clients: number) =>
    measured.filter((one) => one.contender === name && one.clients === clients);
  const acts = (contender: Contender, clients: number) => medianSpread(of(contender, clients).map((one) => one.acts));
  const begins = (contender: Contender, clients: number) =>
    medianSpread(of(contender, clients).map((one) => one.begins));
  const above = (bare: Contender) => acts(wholeStack, 1).p50 - acts(bare, 1).p50;
  return {
    notes: [
      `An act is one request and its answer: over HTTP with a session for the whole stack, an executeUpdate for the bare engine, ` +
        `a transaction for the floor. ${count} lives of ten acts at each number of clients and repeat, without pauses; medians of ${repeats} repeats, ` +
        `each on new servers and empty databases, interleaved, after 64 lives of warm-up.`,
    ],
    tables: [
      ...LEVELS.map((clients) => ({
        caption: `An act at ${clients} client${clients === 1 ? '' : 's'}, ms`,
        header: ['', 'p50', 'p95', 'p99', 'begin p50'],
        rows: contenders.map((contender) => {
          const { p50, p95, p99 } = acts(contender, clients);
          return [contender.name, p50, p95, p99, begins(contender, clients).p50];
        }),
      })),
      {
        caption: 'The whole stack above the bare engine, act p50 at one client, ms',
        header: ['beside', 'above', 'wanted'],
        rows: [bareTimerEach, bareTimerOne].map((bare) => [
          bare.name,
          above(bare),
          verdict(above(bare), '≤', WANTED_ABOVE),
        ]),
      },
    ],
    raw: measured,
  };
}
