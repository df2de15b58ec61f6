import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task, TaskAnswer } from './program.js';

const program = fileURLToPath(new URL('./program.ts', import.meta.url));

/** Starts a search; TypeScript is loaded as in the process that asks. */
function begin(): ChildProcess {
  return fork(program, { execArgv: process.execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

async function ask(child: ChildProcess, task: Task): Promise<TaskAnswer> {
  return await new Promise((resolve, reject) => {
    child.once('message', (answer) => {
      child.removeAllListeners('exit');
      resolve(answer as TaskAnswer);
    });
    child.once('exit', (code) => reject(new Error(`A search ended with ${code}.`)));
    child.send(task);
  });
}

/** Gives searches to so many processes side by side, the answers in the order they come. */
export async function proveSideBySide(
  tasks: readonly Task[],
  processes: number,
  answered: (task: Task, answer: TaskAnswer) => void,
): Promise<void> {
  const waiting = [...tasks];
  const work = async () => {
    const child = begin();
    try {
      for (let task = waiting.shift(); task; task = waiting.shift()) answered(task, await ask(child, task));
    } finally {
      child.disconnect();
    }
  };
  await Promise.all(Array.from({ length: Math.min(processes, tasks.length) }, work));
}
