import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type BundleOptions, bundleWorkflowCode, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { Log } from '../config/log.js';

const root = path.dirname(import.meta.dirname);
/** The folders the bundle is made from. */
const folders = ['workflows', 'rules', 'activities', 'config'];
const workflowsPath = path.join(root, 'workflows', 'index.ts');

/**
 * The workflows as one script. Building takes seconds, so the result is kept in `folder` under a hash of its sources, and
 * the next start only reads it.
 */
export async function workflowBundle(folder: string, log: Log): Promise<WorkflowBundleWithSourceMap> {
  const file = path.join(folder, `workflows-${await contentHash()}.js`);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return { code: kept, sourceMap: '' };
  const began = performance.now();
  const built = await bundleWorkflowCode({
    workflowsPath,
    // Evaluated once in a worker instead of once for each workflow it loads: nothing in workflows/ or rules/ keeps state
    // outside the objects of a run, and the SDK freezes what is shared.
    preloadModules: [workflowsPath],
    workflowInterceptorModules: [path.join(root, 'workflows', 'traceContext.ts')],
    webpackConfigHook: (config) => ({
      ...config,
      module: { ...config.module, rules: (config.module?.rules ?? []).map(modern) },
    }),
    logger: quiet,
  });
  await keep(folder, file, built.code);
  log.info({ ms: Math.round(performance.now() - began) }, 'workflow bundle built');
  return built;
}

/** The build of these workflows: the release and a hash of what the bundle is made from. */
export async function buildId(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return `${version}-${(await contentHash()).slice(0, 12)}`;
}

async function contentHash(): Promise<string> {
  const hash = createHash('sha256').update(createRequire(import.meta.url)('@temporalio/worker/package.json').version);
  hash.update(await readFile(import.meta.filename));
  for (const folder of folders) {
    const names = await readdir(path.join(root, folder), { recursive: true });
    for (const name of names.filter((each) => /\.(ts|json)$/.test(each)).sort()) {
      hash.update(`${folder}/${name}\n`).update(await readFile(path.join(root, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 32);
}

// Renamed into place, because two workers may start at once; older bundles are removed.
async function keep(folder: string, file: string, code: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, file);
  for (const name of await readdir(folder)) {
    const other = path.join(folder, name);
    if (/^workflows-\w+\.js$/.test(name) && other !== file) await rm(other, { force: true });
  }
}

type Configuration = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];
type Rule = NonNullable<NonNullable<Configuration['module']>['rules']>[number];

/**
 * The SDK translates workflows for a Node of 2017, in which each `{ ...facts, more }` is a loop over property descriptors. Threads
 * run the Node that everything else runs.
 */
function modern(rule: Rule): Rule {
  if (typeof rule !== 'object' || !rule || typeof rule.use !== 'object' || Array.isArray(rule.use)) return rule;
  const { options } = rule.use;
  if (typeof options !== 'object' || !('jsc' in options)) return rule;
  return { ...rule, use: { ...rule.use, options: { ...options, jsc: { ...options.jsc, target: 'es2022' } } } };
}

const nothing = () => undefined;
/** The bundler logs every module it packs. */
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: console.error };
