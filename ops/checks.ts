import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import pMap from 'p-map';
import { inheritEnvironment, ROOT } from '../config/environment.js';
import { brokenLinks } from './documents/brokenLinks.js';
import { launch } from './process/launch.js';

interface Check {
  readonly title: string;
  /** resolves with what is wrong, line by line; null when nothing is */
  readonly run: () => Promise<readonly string[] | null>;
}

/** A program under node_modules that ends with 0 when all is well. */
function program(title: string, file: string, ...args: readonly string[]): Check {
  const run = async () => {
    const lines: string[] = [];
    const running = await launch(process.execPath, [path.join(ROOT, 'node_modules', file), ...args], {
      cwd: ROOT,
      env: inheritEnvironment({ FORCE_COLOR: undefined, NO_COLOR: '1' }),
      onLine: (line) => lines.push(line),
    });
    return (await running.exited).code === 0 ? null : lines;
  };
  return { title, run };
}

function types(title: string, project: string, name: string): Check {
  const remembered = ['--incremental', '--tsBuildInfoFile', path.join('.data', 'check', `${name}.tsbuildinfo`)];
  return program(title, 'typescript/bin/tsc', '--noEmit', '-p', project, ...remembered);
}

const folders = () =>
  readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => entry.name);

async function links(): Promise<readonly string[] | null> {
  const broken = await brokenLinks(ROOT);
  return broken.length === 0 ? null : broken;
}

// The slowest first.
const checks = (): Check[] => [
  types('类型 / types', '.', 'product'),
  types('网页的类型 / types of the portal', 'portal', 'portal'),
  program(
    '文件夹之间的引用 / imports between folders',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.cjs', 'worker.ts', ...folders()],
  ),
  program('无人使用的代码 / unused code', 'knip/bin/knip.js', '--no-progress', '--no-config-hints'),
  program('格式与规则 / format and lint', '@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'),
  program(
    '文档的拼写 / spelling of the documents',
    'cspell/bin.mjs',
    'lint',
    '--no-progress',
    '--no-summary',
    '**/*.md',
  ),
  { title: '文档的链接 / links of the documents', run: links },
];

/** Runs every check, one on each core, and prints how each went and what the failed ones report. */
export async function runChecks(print: (message: string) => void): Promise<boolean> {
  const results = await pMap(
    checks(),
    async ({ title, run }) => {
      const began = Date.now();
      const wrong = await run();
      print(`${wrong === null ? '✓' : '✗'} ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      if (wrong !== null) print(wrong.join('\n'));
      return wrong === null;
    },
    { concurrency: Math.min(availableParallelism(), 4) },
  );
  return results.every(Boolean);
}
