import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Policy } from '../rules/policy/policy.js';
import type { Proof } from './proof.js';
import type { Progress } from './search.js';
import type { Bounds } from './visited.js';

/** A search given to a process of its own. */
export interface Task {
  readonly policy: Policy;
  readonly bounds: Bounds;
}
export interface TaskAnswer {
  readonly proof: Proof;
  /** In MB, the most this process has held. */
  readonly memory: number;
  /** In seconds, the work of this search alone, however busy the machine is. */
  readonly work: number;
}
/** What comes from such a process. */
export type Message = { readonly progress: Progress } | TaskAnswer;

const program = fileURLToPath(new URL('./program.mjs', import.meta.url));

/** A process for searches. It gives way to everything else on the machine. */
function begin(): ChildProcess {
  const child = fork(program, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  return child;
}

async function ask(child: ChildProcess, task: Task, tell: SideBySide['tell']): Promise<TaskAnswer> {
  return await new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A search ended with ${code}.`));
    const heard = (message: unknown) => {
      const told = message as Message;
      if ('progress' in told) {
        tell?.(task, told.progress);
        return;
      }
      child.off('exit', ended);
      child.off('message', heard);
      resolve(told);
    };
    child.on('message', heard);
    child.once('exit', ended);
    child.send(task);
  });
}

interface SideBySide {
  readonly processes: number;
  /** Ends the processes at once. */
  readonly signal?: AbortSignal;
  /** Hears from time to time how far a search has come. */
  readonly tell?: (task: Task, progress: Progress) => void;
}

/**
 * Gives searches to so many processes side by side and passes on their answers as they come.
 *
 * @throws Error when a process ends before it has answered, also by the signal
 */
export async function proveSideBySide(
  tasks: readonly Task[],
  { processes, signal, tell }: SideBySide,
  answered: (task: Task, answer: TaskAnswer) => void,
): Promise<void> {
  const waiting = [...tasks];
  const work = async () => {
    const child = begin();
    const end = () => child.kill('SIGKILL');
    signal?.addEventListener('abort', end);
    try {
      for (let task = waiting.shift(); task; task = waiting.shift()) answered(task, await ask(child, task, tell));
    } finally {
      signal?.removeEventListener('abort', end);
      if (child.connected) child.disconnect();
    }
  };
  await Promise.all(Array.from({ length: Math.min(processes, tasks.length) }, work));
}
