import { readFileSync } from 'node:fs';

/** A process whose share is measured. */
export interface Measured {
  readonly name: string;
  readonly pid: number;
}

// of the kernel's interface to programs, whatever its own tick
const TICKS_PER_SECOND = 100;

/**
 * Milliseconds of processor time a process and its living children have used; NaN where the system does not tell. Of
 * PostgreSQL the children are the work itself.
 */
export function processorTime(pid: number): number {
  if (pid === process.pid) {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return [pid, ...children].reduce<number>((sum, each) => sum + ticksOf(each), 0) * (1000 / TICKS_PER_SECOND);
  } catch {
    return Number.NaN;
  }
}

function ticksOf(pid: number | string): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // The command name, in parentheses, may itself contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // user and system time, its own and that of children that have ended
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}

/** Resident memory in MB of 10^6 bytes, now and at its peak. */
export interface Memory {
  readonly now: number;
  readonly peak: number;
}

/** The resident memory of a process; NaN where the system does not tell. */
export function memoryOf(pid: number): Memory {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024) / 1e6;
    return { now: of('VmRSS'), peak: of('VmHWM') };
  } catch {
    return { now: Number.NaN, peak: Number.NaN };
  }
}

/** Measures processor time by process from now on; the answer is milliseconds by name. */
export function watchProcessors(measured: readonly Measured[]): () => Readonly<Record<string, number>> {
  const before = measured.map(({ pid }) => processorTime(pid));
  return () =>
    Object.fromEntries(measured.map(({ name, pid }, index) => [name, processorTime(pid) - (before[index] ?? 0)]));
}
