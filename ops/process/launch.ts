import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { guardGroup, releaseGroup } from './processGuard.mjs';

export interface LaunchOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  /** the signal that asks this program to shut down; default SIGTERM */
  readonly stopSignal?: NodeJS.Signals;
  /** each line of standard output and standard error */
  readonly onLine?: (line: string) => void;
  /** it writes to this terminal itself; `onLine` is then not called */
  readonly ownTerminal?: boolean;
}

/** Running children, in the order they were started. */
const children = new Map<number, Child>();
let closing = false;
let onChange: (children: readonly Child[]) => void = () => {};

/** A running child, as recorded for a later start that finds it left over. */
export interface Child {
  readonly pid: number;
  readonly command: string;
  readonly stopSignal: NodeJS.Signals;
  readonly stop: (graceMs?: number) => Promise<void>;
}

/** Calls `listener` with the running children whenever one starts or ends. */
export function watchChildren(listener: (children: readonly Child[]) => void): void {
  onChange = listener;
}

/** Ends every child in reverse order of their start; from then on none can be started. */
export async function endChildren(graceMs?: number): Promise<void> {
  closing = true;
  for (const child of [...children.values()].reverse()) await child.stop(graceMs);
}

/** A child process that cannot outlive this one. */
export interface Launched {
  readonly pid: number;
  /** resolves when it has ended for any cause; never rejects */
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** ends it and everything it started, by force after `graceMs`; may be called twice */
  stop(graceMs?: number): Promise<void>;
  /** sends SIGKILL at once */
  kill(): Promise<void>;
}

/**
 * Starts a program in a process group of its own, so that Ctrl-C in the terminal reaches only the supervisor, which
 * then ends its children in order.
 *
 * @throws Error when the program cannot be started
 */
export async function launch(command: string, args: readonly string[], options: LaunchOptions = {}): Promise<Launched> {
  const { stopSignal = 'SIGTERM', onLine, ownTerminal = false, ...spawnOptions } = options;
  const output = ownTerminal ? 'inherit' : 'pipe';
  if (closing) throw new Error(`正在结束，不再启动 / shutting down, not starting: ${command}`);
  const child = spawn(command, args, { ...spawnOptions, detached: true, stdio: ['ignore', output, output] });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid as number;
  guardGroup(pid, stopSignal);
  for (const stream of [child.stdout, child.stderr]) if (stream !== null) readLines(stream, onLine);
  let ended = false;
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = true;
      // Processes it started and left behind.
      signalGroup(pid, 'SIGKILL');
      releaseGroup(pid);
      children.delete(pid);
      onChange([...children.values()]);
      resolve({ code, signal });
    });
  });
  const kill = async () => {
    if (!ended) signalGroup(pid, 'SIGKILL');
    await exited;
  };
  const stop = async (graceMs = 15_000) => {
    if (ended) return;
    signalGroup(pid, stopSignal);
    const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs);
    await exited;
    clearTimeout(timer);
  };
  children.set(pid, { pid, command, stopSignal, stop });
  onChange([...children.values()]);
  return { pid, exited, stop, kill };
}

function readLines(stream: Readable, onLine: ((line: string) => void) | undefined) {
  stream.on('error', () => {});
  if (onLine === undefined) stream.resume();
  else createInterface({ input: stream }).on('line', onLine);
}

function signalGroup(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: already gone. EPERM: macOS reports it for a group of which only a zombie is left.
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
