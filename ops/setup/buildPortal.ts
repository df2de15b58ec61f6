import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../config/environment.js';
import { type Print, withProgress } from '../process/progress.js';
import { runTool } from '../process/runTool.js';

const PORTAL = path.join(ROOT, 'portal');
const DIST = path.join(PORTAL, 'dist');
const MARKER = path.join(DIST, '.sources-hash');
const WEEK = 7 * 24 * 3600 * 1000;

/**
 * Builds the portal into portal/dist when its sources, the API description or its packages have changed.
 */
export async function buildPortal(print: Print): Promise<void> {
  const hash = await hashOfSources();
  if ((await readFile(MARKER, 'utf8').catch(() => null)) === hash) return;
  await withProgress(print, '构建网页 / building the portal', async () => {
    const draft = `${DIST}-${process.pid}`;
    try {
      await bundle(draft);
      await putInPlace(draft);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  });
  // Written last: an interrupted build is done again.
  await writeFile(MARKER, hash);
}

async function bundle(folder: string): Promise<void> {
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const options = ['--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  await runTool(process.execPath, [vite, 'build', PORTAL, ...options], { cwd: ROOT });
}

/** Copies the new build over the old one: open pages still find the parts they have not loaded yet. */
async function putInPlace(draft: string): Promise<void> {
  const assets = path.join(DIST, 'assets');
  await cp(path.join(draft, 'assets'), assets, { recursive: true });
  await cp(draft, DIST, { recursive: true });
  const current = new Set(await readdir(path.join(draft, 'assets')));
  for (const file of await readdir(assets)) {
    const old = path.join(assets, file);
    if (!current.has(file) && Date.now() - (await stat(old)).mtimeMs > WEEK) await rm(old, { force: true });
  }
}

async function hashOfSources(): Promise<string> {
  const files = ['docs/openapi.json', 'package-lock.json', 'tsconfig.json'];
  for (const folder of ['portal', 'rules']) {
    for (const file of await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const name = path.relative(ROOT, path.join(file.parentPath, file.name));
      if (file.isFile() && !/^portal[\\/]dist|schema\.d\.ts$/.test(name)) files.push(name);
    }
  }
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(await readFile(path.join(ROOT, file)));
  return hash.digest('hex');
}
