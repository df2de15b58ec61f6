import { readFileSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { median } from '../measure.js';

/** The type of file system a folder is on: on `tmpfs` durability costs nothing and means nothing. */
export function fileSystemOf(folder: string): string {
  try {
    const mounts = readFileSync('/proc/self/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([, point = '']) => point === '/' || folder === point || folder.startsWith(`${point}/`))
      .sort(([, a = ''], [, b = '']) => a.length - b.length);
    return mounts.at(-1)?.[2] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

const BLOCK = Buffer.alloc(8192, 1);
const ATTEMPTS = 50;

/** The median time to write a block and sync it to the disk: what every durable commit waits for. */
export async function syncMilliseconds(folder: string): Promise<number> {
  const name = path.join(folder, `pingshen-fsync-${process.pid}`);
  const file = await open(name, 'w');
  const times: number[] = [];
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const began = performance.now();
      await file.write(BLOCK, 0, BLOCK.length, attempt * BLOCK.length);
      await file.datasync();
      times.push(performance.now() - began);
    }
  } finally {
    await file.close();
    await rm(name, { force: true });
  }
  return median(times);
}
