import { readdirSync, readFileSync } from 'node:fs';

// of the kernel's interface to programs, whatever its own tick
const TICKS_PER_SECOND = 100;

/** Seconds of processor time this process and all its descendants have used so far; null where the system does not tell. */
export function processorSeconds(): number | null {
  try {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(statOf);
    let family = new Set([process.pid]);
    for (let size = 0; size < family.size; ) {
      size = family.size;
      family = new Set([...family, ...processes.filter(({ parent }) => family.has(parent)).map(({ pid }) => pid)]);
    }
    const ticks = processes.filter(({ pid }) => family.has(pid)).reduce((sum, one) => sum + one.ticks, 0);
    return ticks / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

/** A process that ended meanwhile has none. */
function statOf(pid: string) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The command name, in parentheses, may itself contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // user and system time, its own and that of children that have ended
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid: Number(pid), parent: Number(fields[1]), ticks }];
  } catch {
    return [];
  }
}
