import { readdirSync } from 'node:fs';
import { procStat } from './procStat.js';

interface ProcessTime {
  readonly pid: number;
  readonly parent: number;
  /** User and system time in milliseconds, including children that have ended. */
  readonly processorTime: number;
}

/** A running process and all its running descendants; none where there is no /proc. */
export function familyOf(pid: number): readonly ProcessTime[] {
  const all = processes();
  let family = new Set([pid]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    family = new Set([...family, ...all.filter(({ parent }) => family.has(parent)).map((one) => one.pid)]);
  }
  return all.filter((one) => family.has(one.pid));
}

/** Seconds of processor time that this process and its descendants have used; null where there is no /proc. */
export function processorSeconds(): number | null {
  const family = familyOf(process.pid);
  return family.length ? family.reduce((sum, one) => sum + one.processorTime, 0) / 1000 : null;
}

function processes(): readonly ProcessTime[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(timeOf);
  } catch {
    return [];
  }
}

/** None for a process that has ended meanwhile. */
function timeOf(pid: string): ProcessTime[] {
  try {
    const { parent, processorTime } = procStat(pid);
    return [{ pid: Number(pid), parent, processorTime }];
  } catch {
    return [];
  }
}
