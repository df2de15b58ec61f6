import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inheritEnvironment, ROOT } from '../../config/environment.js';
import { builtProgram } from './builtProgram.js';
import { type Launched, launch } from './launch.js';
import { until } from './ports.js';
import { isProgram } from './programs.js';

export interface ProgramOptions {
  /** under the repository, e.g. `worker.ts` */
  readonly file: string;
  /** the folder of another release, which is run from its sources; absent: this one */
  readonly root?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** whether it is ready; polled */
  readonly isReady: (running: Launched) => Promise<boolean>;
  readonly onLine: (line: string) => void;
  /** globs: restarts the program when one of these files, or one it imports, changes; absent: never */
  readonly reloadOn?: readonly string[];
}

const LEAN_THREADS = pathToFileURL(path.join(ROOT, 'ops', 'process', 'leanThreads.mjs')).href;
const LONGEST_START = 60_000;
// glibc keeps freed memory in up to eight arenas a core, and the worker's engine with its many threads fills all of
// them: a fifth of its resident memory. Two are as fast; other systems ignore the variable.
const memory = { MALLOC_ARENA_MAX: '2' };
// A heap that may grow to 4 GB is given room long before garbage is looked for in it: a worker whose two heaps use 140 MB
// takes 660. With limits it takes 400 and no more processor time. Its heaps do not grow with the number of applications, but
// for a hundred bytes each while all are compared with the engine's list.
const heap: Readonly<Record<string, readonly string[]>> = {
  'worker.ts': ['--max-semi-space-size=4', '--max-old-space-size=512'],
};

/** Starts one of the product's own TypeScript programs and waits until it is ready. */
export async function startProgram(options: ProgramOptions): Promise<Launched> {
  const { file, root = ROOT, env, isReady, onLine, reloadOn } = options;
  const script = reloadOn === undefined ? await scriptOf(root, file) : [...watcher(reloadOn), path.join(ROOT, file)];
  const running = await launch(process.execPath, script, {
    cwd: root,
    env: inheritEnvironment({ ...memory, ...env }),
    onLine,
  });
  const ready = await until(() => isReady(running), { timeoutMs: LONGEST_START, stopped: running.exited });
  if (ready) return running;
  await running.stop();
  throw new Error(`${file} 没有就绪，见上面的日志 / did not become ready, see above`);
}

async function scriptOf(root: string, file: string): Promise<string[]> {
  if (root === ROOT && isProgram(file))
    return ['--enable-source-maps', ...(heap[file] ?? []), '--import', LEAN_THREADS, await builtProgram(file)];
  return [path.join(root, 'ops', 'run.mjs'), path.join(root, file)];
}

function watcher(globs: readonly string[]): string[] {
  const tsx = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  return [tsx, 'watch', '--clear-screen=false', ...globs.map((glob) => `--include=${glob}`)];
}
