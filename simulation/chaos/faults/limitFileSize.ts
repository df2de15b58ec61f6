import { readFileSync } from 'node:fs';
import { findProgram } from '../../../ops/process/findProgram.mjs';
import { runTool } from '../../../ops/process/runTool.js';

/** Whether this system can refuse a running process to write. */
export const canFillDisk = (): boolean => findProgram('prlimit') !== undefined;

/**
 * Lets a process and its children write no file beyond so many bytes, as on a full disk: the system refuses each write
 * (EFBIG, where a full disk says ENOSPC; programs treat both alike). Null: no limit.
 */
export async function limitFileSize(pid: number, bytes: number | null): Promise<void> {
  // The soft limit, which its owner may raise again.
  const limit = `--fsize=${bytes ?? 'unlimited'}:`;
  for (const each of [String(pid), ...childrenOf(pid)]) {
    // A process that has ended in the meantime needs no limit.
    await runTool('prlimit', ['--pid', each, limit]).catch(() => undefined);
  }
}

function childrenOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
