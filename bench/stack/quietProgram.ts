import { lastLines } from '../../ops/process/lastLines.js';
import type { Launched } from '../../ops/process/launch.js';
import { type ProgramOptions, startProgram } from '../../ops/process/startProgram.js';

/**
 * Starts one of the product's programs. Only its errors are printed, recognised by pino's level or the error's name;
 * when it does not start, its last lines are.
 */
export async function startQuietly(options: Omit<ProgramOptions, 'onLine'>): Promise<Launched> {
  const output = lastLines((line) => {
    if (/"level":[56]0|^\w*Error\b/.test(line)) console.error(`${options.file}: ${line}`);
  });
  try {
    return await startProgram({ ...options, onLine: output.onLine });
  } catch (error) {
    for (const line of output.lines) console.error(`${options.file}: ${line}`);
    throw error;
  }
}
