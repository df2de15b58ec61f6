import { spawn } from 'node:child_process';

// Reads "hold PID SIGNAL" and "drop PID" until the pipe closes, which happens when this process dies in any way, kill
// -9 included. Then it signals every process group still held, waits, and kills what is left.
const GUARD = `
held=""
without() { next=""; for each in $held; do case $each in "$1":*) ;; *) next="$next $each" ;; esac; done; held=$next; }
while read -r verb pid signal; do
  without "$pid"
  [ "$verb" = hold ] && held="$held $pid:$signal"
done
for each in $held; do kill -s "\${each#*:}" -- "-\${each%%:*}" 2>/dev/null; done
waited=0
while [ $waited -lt 50 ]; do
  left=""
  for each in $held; do kill -s 0 -- "-\${each%%:*}" 2>/dev/null && left=yes; done
  [ -z "$left" ] && exit 0
  sleep 0.1; waited=$((waited + 1))
done
for each in $held; do kill -s KILL -- "-\${each%%:*}" 2>/dev/null; done
`;

/** @type {import('node:child_process').ChildProcess | undefined} */
let guard;

/** @param {string} line */
function sendToGuard(line) {
  if (guard === undefined || guard.exitCode !== null) {
    // In its own session: Ctrl-C in the terminal must not end the guard before its parent.
    guard = spawn('/bin/sh', ['-c', GUARD], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    guard.on('error', () => {});
    guard.stdin?.on('error', () => {});
    guard.unref();
    // A pipe of a child is a socket.
    /** @type {import('node:net').Socket | null} */ (guard.stdin)?.unref();
  }
  guard.stdin?.write(`${line}\n`);
}

/**
 * Ensures that the process group `pid` does not outlive this process.
 *
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function guardGroup(pid, signal) {
  sendToGuard(`hold ${pid} ${signal.replace('SIG', '')}`);
}

/**
 * Forgets a group that has ended: its number may be reused.
 *
 * @param {number} pid
 */
export function releaseGroup(pid) {
  sendToGuard(`drop ${pid}`);
}
