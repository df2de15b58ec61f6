import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { inheritEnvironment, ROOT } from '../../config/environment.js';
import { type Print, withProgress } from '../../ops/process/progress.js';
import { runTool } from '../../ops/process/runTool.js';

/**
 * A folder with what a tag or commit of this repository holds, ready to run: taken from git and installed when it is
 * missing.
 */
export async function checkOut(tag: string, folder: string, print: Print): Promise<string> {
  const commit = await runTool('git', ['rev-parse', '--short=12', `${tag}^{commit}`], { cwd: ROOT });
  const release = path.join(folder, commit.trim());
  if (existsSync(release)) return release;
  const draft = `${release}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const archive = path.join(folder, `${commit.trim()}.tar`);
  await withProgress(print, `取出 ${tag} / checking out ${tag}`, async () => {
    await runTool('git', ['archive', '--output', archive, tag], { cwd: ROOT });
    await runTool('tar', ['-xf', archive, '-C', draft]);
    await rm(archive);
  });
  await withProgress(print, '安装依赖 / installing dependencies', () => install(draft));
  await rename(draft, release);
  return release;
}

/** The same packages as here are used from here, others are installed; then what is generated from the schema. */
async function install(folder: string): Promise<void> {
  const lock = (root: string) => readFile(path.join(root, 'package-lock.json'), 'utf8');
  const modules = path.join(folder, 'node_modules');
  if ((await lock(folder)) === (await lock(ROOT))) {
    await symlink(path.join(ROOT, 'node_modules'), modules, 'dir');
  } else await runTool('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  const prisma = path.join(modules, 'prisma', 'build', 'index.js');
  // It generates without the engine that it would otherwise download.
  const env = inheritEnvironment({ PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' });
  await runTool(process.execPath, [prisma, 'generate'], { cwd: folder, env });
}
