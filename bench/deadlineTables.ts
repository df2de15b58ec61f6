import { type LoadName, loadNames } from './data/deadlineLoad.js';
import { median, medianSpread, type Spread } from './measure.js';
import type { Memory } from './stack/processes.js';
import { type Table, verdict } from './table.js';

const TARGET_RATIO = 1.1;
const TARGET_MEMORY = 600;
const figures = ['p50', 'p99', 'max'] as const;

/** One set of workflows due at one instant. */
export interface Round {
  readonly load: LoadName;
  /** ms */
  readonly late: Spread;
  /** MB of the worker while all of them wait */
  readonly memory: number;
}

const of = (rounds: readonly Round[], load: Round['load']) => rounds.filter((round) => round.load === load);
const late = (rounds: readonly Round[], load: Round['load']) =>
  medianSpread(of(rounds, load).map((round) => round.late));

const measuredIn = (rounds: readonly Round[]) => loadNames.filter((load) => of(rounds, load).length > 0);
const isBare = (load: LoadName) => load.startsWith('bare');

/** Lateness of each system. */
export function latenessTable(rounds: readonly Round[]): Table {
  return {
    caption: 'Lateness of deadlines at one instant, ms',
    header: ['', ...figures, 'worker MB while all wait'],
    rows: measuredIn(rounds).map((load) => [
      load,
      ...figures.map((figure) => late(rounds, load)[figure]),
      median(of(rounds, load).map(({ memory }) => memory)),
    ]),
  };
}

/** The product compared with the engine alone. */
export function ratioTable(rounds: readonly Round[]): Table {
  return {
    caption: 'The whole stack beside the bare engine',
    header: ['lateness', 'beside', 'ratio', 'wanted'],
    rows: figures.flatMap((figure) =>
      measuredIn(rounds)
        .filter(isBare)
        .map((beside) => {
          const ratio = late(rounds, 'whole stack')[figure] / late(rounds, beside)[figure];
          return [figure, beside, ratio, verdict(ratio, '≤', TARGET_RATIO)];
        }),
    ),
  };
}

/** Memory of the idle worker. */
export function memoryTable({ now, peak }: Memory, parked: number): Table {
  return {
    caption: `The worker process with ${parked} applications parked, MB`,
    header: ['resident', 'at its peak', 'wanted'],
    rows: [[now, peak, verdict(now, '≤', TARGET_MEMORY)]],
  };
}
