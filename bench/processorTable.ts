import { median } from './measure.js';
import type { Table } from './table.js';

/** Milliseconds of processor time by process. */
export type ProcessorCost = Readonly<Record<string, number>>;

/** Divides processor times by the number of things done meanwhile. */
export function costOfEach(times: ProcessorCost, count: number): ProcessorCost {
  return Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, ms / count]));
}

/** The processor time of the whole stack by process, as medians over the rounds. */
export function processorTable(caption: string, rounds: readonly { readonly cost: ProcessorCost }[]): Table {
  const names = Object.keys(rounds[0]?.cost ?? {});
  return {
    caption,
    header: ['', ...names],
    rows: [['whole stack', ...names.map((name) => median(rounds.map(({ cost }) => cost[name] ?? Number.NaN)))]],
  };
}
