import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { procStat } from '../../ops/process/procStat.js';

/** A process whose processor time is measured. */
export interface Measured {
  readonly name: string;
  readonly pid: number;
}

/**
 * Milliseconds of processor time that a process and its running children have used; NaN where there is no /proc.
 * PostgreSQL works in its children.
 */
function processorTime(pid: number): number {
  if (pid === process.pid) {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return [pid, ...children].reduce<number>((sum, each) => sum + procStat(each).processorTime, 0);
  } catch {
    return Number.NaN;
  }
}

/** Resident memory in MB of 10^6 bytes, now and at its peak. */
export interface Memory {
  readonly now: number;
  readonly peak: number;
}

/** The resident memory of a process; NaN where there is no /proc. */
export function memoryOf(pid: number): Memory {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024) / 1e6;
    return { now: of('VmRSS'), peak: of('VmHWM') };
  } catch {
    return { now: Number.NaN, peak: Number.NaN };
  }
}

/** Measures processor time from now on. The returned function tells the milliseconds of each process by name. */
export function watchProcessors(measured: readonly Measured[]): () => Readonly<Record<string, number>> {
  const before = measured.map(({ pid }) => processorTime(pid));
  return () =>
    Object.fromEntries(measured.map(({ name, pid }, index) => [name, processorTime(pid) - (before[index] ?? 0)]));
}

/** Waits until the processes have next to nothing left to do, for at most two minutes. */
export async function untilIdle(measured: readonly Measured[]): Promise<void> {
  for (let second = 0; second < 120; second += 1) {
    const times = watchProcessors(measured);
    await sleep(1_000);
    if (Object.values(times()).reduce((sum, ms) => sum + ms, 0) < 150) return;
  }
}
