import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchChildren } from './launch.js';
import { processIdentity } from './processIdentity.js';

interface Recorded {
  readonly pid: number;
  readonly identity: string | undefined;
}

interface Run {
  readonly supervisor: Recorded;
  readonly children: readonly (Recorded & { readonly command: string; readonly stopSignal: NodeJS.Signals })[];
}

/** Another supervisor runs on the same data directory. */
export class AlreadyRunning extends Error {
  constructor(readonly pid: number) {
    super(`已经在运行（进程 ${pid}） / already running (process ${pid})`);
  }
}

/**
 * Claims the data directory for this process and records its children there, so that the next start can end what a
 * killed one left behind.
 *
 * @returns a function that releases the directory
 * @throws AlreadyRunning
 */
export async function claimDataDir(dataDir: string, print: (message: string) => void): Promise<() => void> {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'run.json');
  const self = { pid: process.pid, identity: processIdentity(process.pid) };
  while (!createRun(file, { supervisor: self, children: [] })) {
    const run = readRun(file);
    if (run !== undefined && isSame(run.supervisor)) throw new AlreadyRunning(run.supervisor.pid);
    for (const child of [...(run?.children ?? [])].reverse()) {
      if (!isSame(child)) continue;
      print(`结束上次留下的进程 ${child.pid} / ending a process left over: ${path.basename(child.command)}`);
      await end(child);
    }
    rmSync(file, { force: true });
  }
  watchChildren((children) => {
    const recorded = children.map(({ pid, command, stopSignal }) => {
      return { pid, command, stopSignal, identity: processIdentity(pid) };
    });
    replaceRun(file, { supervisor: self, children: recorded });
  });
  return () => rmSync(file, { force: true });
}

const isSame = ({ pid, identity }: Recorded) => identity !== undefined && processIdentity(pid) === identity;

async function end(child: Run['children'][number]): Promise<void> {
  for (const signal of [child.stopSignal, 'SIGKILL'] as const) {
    if (!isSame(child)) return;
    try {
      // Each child leads a process group of its own.
      process.kill(-child.pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < 100 && isSame(child); waited++) await sleep(50);
  }
}

function createRun(file: string, run: Run): boolean {
  try {
    writeFileSync(file, JSON.stringify(run, null, 2), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function replaceRun(file: string, run: Run): void {
  writeFileSync(`${file}.new`, JSON.stringify(run, null, 2));
  renameSync(`${file}.new`, file);
}

// A file truncated by a crash is ignored.
function readRun(file: string): Run | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Run;
  } catch {
    return undefined;
  }
}
