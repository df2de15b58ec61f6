import { readFileSync } from 'node:fs';

// Fixed by the interface of /proc, independent of the kernel's own tick.
const TICKS_PER_SECOND = 100;

/** What Linux tells of a process in `/proc/PID/stat`. */
export interface ProcStat {
  /** R, S, D, Z … */
  readonly state: string;
  readonly parent: number;
  /** User and system time in milliseconds, including children that have ended. */
  readonly processorTime: number;
  /** In ticks since boot. */
  readonly startTime: string;
}

/** @throws Error when there is no such process, or no /proc */
export function procStat(pid: number | string): ProcStat {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // The command name, in parentheses, may itself contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return {
    state: fields[0] ?? '',
    parent: Number(fields[1]),
    processorTime: ticks * (1000 / TICKS_PER_SECOND),
    startTime: fields[19] ?? '',
  };
}
