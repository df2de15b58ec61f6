import type { BareEvent } from './bareRecord.js';

export const bareTaskQueue = 'bare';

export interface BareInput {
  readonly id: string;
  /** names of the Updates, in the only order allowed */
  readonly acts: readonly string[];
  /** a timer for each wait, as workflows are usually written, or one for the whole application */
  readonly timers: 'each' | 'one';
}
export interface BareAct {
  readonly key: string;
  readonly at: number;
}
export interface BareAnswer {
  readonly status: string;
  readonly seq: number;
}
export interface BareActivities {
  project(event: BareEvent): Promise<void>;
}
