import type { Launched } from '../../ops/process/launch.js';
import { type ProgramOptions, startProgram } from '../../ops/process/startProgram.js';

const KEPT = 20;

/**
 * Starts one of the product's programs. Only its errors are printed, recognised by pino's level or the error's name;
 * when it does not start, its last lines are.
 */
export async function startQuietly(options: Omit<ProgramOptions, 'onLine'>): Promise<Launched> {
  const last: string[] = [];
  const onLine = (line: string) => {
    if (/"level":[56]0|^\w*Error\b/.test(line)) console.error(`${options.file}: ${line}`);
    last.push(line);
    if (last.length > KEPT) last.shift();
  };
  try {
    return await startProgram({ ...options, onLine });
  } catch (error) {
    for (const line of last) console.error(`${options.file}: ${line}`);
    throw error;
  }
}
