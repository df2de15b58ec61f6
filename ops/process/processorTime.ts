import { readdirSync, readFileSync } from 'node:fs';

// of the kernel's interface to programs, whatever its own tick
const TICKS_PER_SECOND = 100;

interface ProcessTime {
  readonly pid: number;
  readonly parent: number;
  /** User and system time, its own and that of children that have ended. */
  readonly ticks: number;
}

/** A process and all its descendants that live now; none where the system does not tell. */
export function familyOf(pid: number): readonly ProcessTime[] {
  const all = processes();
  let family = new Set([pid]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    family = new Set([...family, ...all.filter(({ parent }) => family.has(parent)).map((one) => one.pid)]);
  }
  return all.filter((one) => family.has(one.pid));
}

/** Seconds of processor time this process and its descendants have used so far; null where the system does not tell. */
export function processorSeconds(): number | null {
  const family = familyOf(process.pid);
  return family.length ? family.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND : null;
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

/** One that has ended meanwhile has none. */
function timeOf(pid: string): ProcessTime[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The command name, in parentheses, may itself contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid: Number(pid), parent: Number(fields[1]), ticks }];
  } catch {
    return [];
  }
}
