import { type LoadName, loadNames } from './data/deadlineLoad.js';
import { median, medianSpread, type Spread } from './measure.js';
import type { Memory } from './stack/processes.js';
import { type Table, verdict } from './table.js';

const TARGET_RATIO = 1.1;
const TARGET_MEMORY = 600;
/** 2 s for 2,000, 10 s for 10,000. */
const TARGET_EACH = 1;
const figures = ['p50', 'p99', 'max'] as const;

/** One set of workflows due at one instant. */
export interface Round {
  readonly load: LoadName;
  /** ms */
  readonly late: Spread;
  /** ms after the due instant at which all of them were seen recorded; looked for five times a second */
  readonly seen: number;
  /** MB of the worker while all of them wait */
  readonly memory: number;
  /** MB of the worker at its peak */
  readonly peak: number;
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
    header: ['', ...figures, 'all seen', 'worker MB while all wait', 'at its peak'],
    rows: measuredIn(rounds).map((load) => [
      load,
      ...figures.map((figure) => late(rounds, load)[figure]),
      ...(['seen', 'memory', 'peak'] as const).map((figure) => median(of(rounds, load).map((round) => round[figure]))),
    ]),
  };
}

/** The last of the product's deadlines beside what was wanted, and beside the same rows in plain SQL. */
export function lastTable(rounds: readonly Round[], floors: readonly number[], count: number): Table {
  const [last, floor] = [late(rounds, 'whole stack').max, median(floors)];
  const peak = Math.max(...of(rounds, 'whole stack').map((round) => round.peak));
  return {
    caption: `The last of ${count} deadlines, ms, and the worker, MB`,
    header: ['last recorded', 'wanted', 'plain SQL', 'of plain SQL', 'worker at its peak', 'wanted'],
    rows: [
      [last, verdict(last, '≤', count * TARGET_EACH), floor, last / floor, peak, verdict(peak, '≤', TARGET_MEMORY)],
    ],
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
