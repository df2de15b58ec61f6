import type { Status } from './lifecycle.js';

const conferred: Status = 'conferred';

/** Whether an application ended with the title: the end that lists, statistics and the lifecycle's picture single out. */
export const isConferred = (status: string): boolean => status === conferred;
