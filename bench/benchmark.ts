import type { Print } from '../ops/process/progress.js';
import type { Conditions } from './stack/machine.js';
import type { Table } from './table.js';

export interface Options {
  /** how often everything is measured; figures are medians over repeats */
  readonly repeats: number;
  /** how much is measured in each repeat: see the benchmark's `counts` */
  readonly count: number;
  /** how much there is beside what is measured: see `sizes` */
  readonly size: number;
  readonly print: Print;
}

/** What a benchmark hands back. */
export interface Report {
  readonly conditions: Conditions;
  /** How it was measured and what stands beside what. */
  readonly notes: readonly string[];
  readonly tables: readonly Table[];
  /** Whatever the tables were made from. */
  readonly raw: unknown;
}

/** One benchmark under a name. */
export interface Benchmark {
  readonly about: string;
  /** What `--count` counts and `--size` sizes; no `sizes`: it has none. */
  readonly counts: string;
  readonly sizes?: string;
  readonly defaults: Omit<Options, 'print'>;
  run(options: Options): Promise<Report>;
}
