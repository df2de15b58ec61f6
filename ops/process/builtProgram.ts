import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../config/environment.js';
import { cached } from '../servers/cache.mjs';
import { type Program, programs } from './programs.js';
import { type Print, withProgress } from './progress.js';
import { runTool } from './runTool.js';

const BUILDS = path.join(ROOT, '.data', 'programs');
const BUILDER = path.join(ROOT, 'ops', 'process', 'buildPrograms.ts');
const folders = [
  'activities',
  'api',
  'config',
  'documents',
  'engine',
  'prover',
  'records',
  'rules',
  'worker',
  'workflows',
];
const files = ['package-lock.json', 'worker.ts'];
const WEEK = 7 * 24 * 3600 * 1000;

/**
 * A program of the product as one script that Node runs by itself. Loading a thousand sources through a compiler takes
 * four seconds of processor time at each start, loading the script one. Building takes as long, so a build is kept under
 * a hash of its sources.
 */
export async function builtProgram(program: Program): Promise<string> {
  return path.join(await kept((work) => work()), `${programs[program]}.mjs`);
}

/** Builds the programs where their sources have changed. */
export async function buildPrograms(print: Print): Promise<void> {
  await kept((work) => withProgress(print, '构建程序 / building the programs', work));
}

async function kept(showing: <Result>(work: () => Promise<Result>) => Promise<Result>): Promise<string> {
  return await cached(BUILDS, await contentHash(), (draft) => showing(() => build(draft)), showing);
}

async function build(draft: string): Promise<void> {
  await removeUnused();
  // In a process of its own: what it loads is not needed again.
  await runTool(process.execPath, [path.join(ROOT, 'ops', 'run.mjs'), BUILDER, draft], { cwd: ROOT });
}

async function contentHash(): Promise<string> {
  const names = [...files];
  for (const folder of folders) {
    for (const name of await readdir(path.join(ROOT, folder), { recursive: true })) names.push(path.join(folder, name));
  }
  const hash = createHash('sha256').update(await readFile(BUILDER));
  for (const name of names.filter((each) => /\.(ts|mjs|json)$/.test(each)).sort()) {
    hash.update(`${name}\n`).update(await readFile(path.join(ROOT, name)));
  }
  return hash.digest('hex').slice(0, 32);
}

/** Removes the builds of a week ago and before. A younger one may still run. */
async function removeUnused(): Promise<void> {
  for (const name of await readdir(BUILDS)) {
    const old = path.join(BUILDS, name);
    if (!name.startsWith('draft-') && Date.now() - (await stat(old)).mtimeMs > WEEK) await rm(old, { recursive: true });
  }
}
