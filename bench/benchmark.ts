import type { Print } from '../ops/process/progress.js';
import type { Conditions } from './stack/machine.js';
import type { Table } from './table.js';

export interface Options {
  /** the number of repeats; figures are medians over them */
  readonly repeats: number;
  /** how much is measured in each repeat: see `counts` */
  readonly count: number;
  /** the amount of other data: see `sizes` */
  readonly size: number;
  /** what the product runs on, where the benchmark can tell it apart */
  readonly on: 'embedded' | 'cluster';
  readonly print: Print;
}

/** The result of a benchmark. */
export interface Report {
  readonly conditions: Conditions;
  /** How it was measured, and what is compared. */
  readonly notes: readonly string[];
  readonly tables: readonly Table[];
  /** The data the tables were made from. */
  readonly raw: unknown;
}

/** A benchmark that can be run by name. */
export interface Benchmark {
  readonly about: string;
  /** What `--count` counts, and what `--size` is the size of; without `sizes` there is no such option. */
  readonly counts: string;
  readonly sizes?: string;
  readonly defaults: Omit<Options, 'print' | 'on'>;
  run(options: Options): Promise<Report>;
}
