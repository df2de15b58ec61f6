import { setTimeout as sleep } from 'node:timers/promises';

const longest = 60_000;

/** Asks servers that are killed too: repeats the question until one answers. @throws the last error after a minute */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const began = performance.now(); ; ) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() - began > longest) throw error;
      await sleep(250);
    }
  }
}
