import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { findProgram } from '../process/findProgram.mjs';

/**
 * Leaves programs built with Go in the folder `draft`. Everything Go writes besides goes to a folder that is removed:
 * the user's own folders stay as they are.
 *
 * @param {string} draft
 * @param {{ modules: readonly string[], oldest: readonly number[], otherwise: string }} programs each module, with its
 * version, is a program; `oldest` is the oldest Go that builds them; `otherwise` says what to do without one
 * @param {(command: string, args: string[], options: { cwd: string, env: NodeJS.ProcessEnv }) => Promise<unknown>} run
 * runs a program to its end, and rejects when it fails
 * @throws Error that says what to install when there is no Go that can build them
 */
export async function goInstall(draft, { modules, oldest, otherwise }, run) {
  const go = findGo(oldest);
  if (go === undefined) throw new Error(otherwise);
  const work = path.join(draft, 'go');
  await mkdir(work);
  const env = {
    ...process.env,
    GOPATH: path.join(work, 'path'),
    GOCACHE: path.join(work, 'cache'),
    GOMODCACHE: path.join(work, 'modules'),
    GOBIN: draft,
    GOTMPDIR: work,
    CGO_ENABLED: '0',
    // The compilers end before it would be worth collecting their garbage often: a twelfth less processor time.
    GOGC: '400',
  };
  for (const module of modules) {
    await run(go, ['install', '-modcacherw', '-trimpath', '-ldflags=-s -w', module], { cwd: draft, env });
  }
  await rm(work, { recursive: true, force: true, maxRetries: 3 });
  for (const module of modules) {
    const name = path.basename(module.split('@')[0] ?? '');
    if (!existsSync(path.join(draft, name)))
      throw new Error(`go install 没有留下 ${name} / go install left no program`);
  }
}

/** @param {readonly number[]} oldest */
function findGo(oldest) {
  const go = findProgram('go');
  const version = go && spawnSync(go, ['env', 'GOVERSION'], { cwd: '/', encoding: 'utf8' }).stdout;
  const found = (version ?? '').replace('go', '').split('.').map(Number);
  const differing = oldest.findIndex((part, index) => (found[index] ?? 0) !== part);
  const isEnough = differing === -1 || (found[differing] ?? 0) > (oldest[differing] ?? 0);
  return isEnough ? go : undefined;
}
