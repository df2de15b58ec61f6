import type { SetUp } from './stack/servers.js';

/** Reads `--on`. @throws Error in a person's words for what it does not understand */
export function readSetUp(value: string): SetUp {
  if (value === 'embedded' || value === 'cluster') return value;
  throw new Error(`--on: 只能是 embedded 或 cluster / embedded or cluster, not: ${value}`);
}
