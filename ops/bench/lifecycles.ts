import { bareTimerEach, bareTimerOne } from './bare.js';
import type { Benchmark, Report } from './benchmark.js';
import type { Contender } from './contender.js';
import { floor } from './floor.js';
import { type Lived, live, onArena, rotated } from './lives.js';
import type { Conditions } from './machine.js';
import { median, medianSpread, spreadOf } from './measure.js';
import { verdict } from './table.js';
import { wholeStack } from './wholeStack.js';

const CLIENTS = 32;
const WANTED_RATIO = 0.9;
const contenders: readonly Contender[] = [wholeStack, bareTimerOne, bareTimerEach, floor];
type Measured = ReadonlyMap<Contender, readonly Lived[]>;

/** Whole lives a second, with 32 in flight. */
export const lifecycles: Benchmark = {
  about: 'applications from draft to conferral a second, 32 in flight, beside the bare engine and the floor',
  counts: `lives a repeat (the floor ${floor.effort} times as many)`,
  defaults: { repeats: 3, count: 256, size: 0 },
  async run({ repeats, count, say }) {
    const measured = new Map(contenders.map((contender) => [contender, [] as Lived[]]));
    let conditions: Conditions = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const contender of rotated(contenders, repeat)) {
        say(`repeat ${repeat + 1} of ${repeats}: ${contender.name}`);
        const lives = count * contender.effort;
        const lived = await onArena(contender, (arena) => {
          if (arena.conditions.length > conditions.length) conditions = arena.conditions;
          return live(arena, { clients: CLIENTS, lives });
        });
        measured.get(contender)?.push(lived);
      }
    }
    return { conditions, ...told(measured, { repeats, count }) };
  },
};

const rate = ({ lives, elapsed }: Lived) => (lives / elapsed) * 1000;

function told(measured: Measured, { repeats, count }: { repeats: number; count: number }): Omit<Report, 'conditions'> {
  const rates = new Map([...measured].map(([contender, lived]) => [contender, median(lived.map(rate))]));
  const best = Math.max(rates.get(bareTimerOne) ?? 0, rates.get(bareTimerEach) ?? 0);
  const rateOf = (contender: Contender) => rates.get(contender) ?? Number.NaN;
  const compared = [bareTimerEach, bareTimerOne].map((bare) => rateOf(wholeStack) / rateOf(bare));
  return {
    notes: [
      `One life is: begin and ten acts, the next when the one before has been answered. Whole stack: POST an application, put its form and ` +
        `documents into the database (one statement; nobody types here), ten POSTs of acts, each by the person whose turn it is. ` +
        `Bare engine: start the workflow, ten Updates. Floor: insert the row, ten transactions.`,
      `${count} lives by ${CLIENTS} clients a repeat; medians of ${repeats} repeats, each on new servers and empty databases, interleaved, ` +
        `after 64 lives of warm-up. Everything, the clients included, shares this machine.`,
    ],
    tables: [
      {
        caption: `Lives a second, ${CLIENTS} in flight`,
        header: ['', 'lives/s', 'of the faster bare engine', 'act p50 ms', 'p99 ms', 'each repeat'],
        rows: [...measured].map(([contender, lived]) => {
          const { p50, p99 } = medianSpread(lived.map(({ acts }) => spreadOf(acts)));
          const each = lived.map((one) => rate(one).toFixed(1)).join(', ');
          return [contender.name, rateOf(contender), rateOf(contender) / best, p50, p99, each];
        }),
      },
      {
        caption: 'The whole stack beside the bare engine, lives/s',
        header: ['beside', 'ratio', 'wanted'],
        rows: [bareTimerEach, bareTimerOne].map((bare, index) => [
          ...[bare.name, compared[index] ?? Number.NaN],
          verdict(compared[index] ?? Number.NaN, '≥', WANTED_RATIO),
        ]),
      },
      processorTable(measured),
    ],
    raw: [...measured].map(([{ name }, lived]) => ({ name, rate: rates, lived })),
  };
}

const parts = ['client', 'api', 'worker', 'temporal', 'postgres'] as const;

function processorTable(measured: Measured): Report['tables'][number] {
  const perLife = (lived: readonly Lived[], part: string) =>
    median(lived.map(({ processors, lives }) => (processors[part] ?? Number.NaN) / lives));
  return {
    caption: 'Processor time a life, ms, by process',
    header: ['', ...parts],
    rows: [...measured].map(([{ name }, lived]) => [name, ...parts.map((part) => perLife(lived, part))]),
  };
}
