import type { Launched } from '../../../ops/process/launch.js';
import { launch } from '../../../ops/process/launch.js';

// PostgreSQL's processes lead groups of their own: first the group, which starts no more of them, then its children. The
// trap lets them go on however this ends, also when whoever started it is killed.
const SCRIPT = `
children() { cat "/proc/$1/task/$1/children" 2>/dev/null || pgrep -P "$1"; }
go_on() { kill -s CONT $stopped 2>/dev/null; kill -s CONT -- "-$group" 2>/dev/null; }
group=$1
stopped=""
trap go_on EXIT
trap 'exit 143' TERM INT HUP
kill -s STOP -- "-$group"
stopped=$(children "$group")
[ -n "$stopped" ] && kill -s STOP $stopped
sleep "$2" &
wait $!
`;

/** Stops a process and its children with SIGSTOP for so many ms, then lets them go on. */
export async function freeze({ pid }: Pick<Launched, 'pid'>, ms: number): Promise<void> {
  const helper = await launch('/bin/sh', ['-c', SCRIPT, 'freeze', String(pid), String(ms / 1000)]);
  await helper.exited;
}
