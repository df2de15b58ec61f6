import { accountTasks } from './accountTasks.js';
import { applicantTasks } from './applicantTasks.js';
import { departmentTasks } from './departmentTasks.js';
import { expertTasks } from './expertTasks.js';
import { financeTasks } from './financeTasks.js';
import { officeTasks } from './officeTasks.js';
import { operatorTasks } from './operatorTasks.js';
import type { Task } from './task.js';
import { unitTasks } from './unitTasks.js';

/** Everything that people ask how to do, role by role. */
export const tasks: readonly Task[] = [
  ...accountTasks,
  ...applicantTasks,
  ...unitTasks,
  ...departmentTasks,
  ...officeTasks,
  ...expertTasks,
  ...financeTasks,
  ...operatorTasks,
];

/** The tasks with every word of a search somewhere in their title or steps, in either language. */
export function tasksWith(search: string): readonly Task[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return tasks.filter(({ title, steps }) => {
    const text = [title, ...steps]
      .map(({ zh, en }) => `${zh}\n${en}`)
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
