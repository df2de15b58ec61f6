import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inheritEnvironment, ROOT } from '../config/environment.js';
import { launch } from './process/launch.js';

interface Check {
  readonly title: string;
  /** the program under node_modules, and its arguments */
  readonly command: readonly [string, ...string[]];
}

const rooms = () =>
  readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => entry.name);

const checks = (): Check[] => [
  { title: '类型 / types', command: ['typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { title: '网页的类型 / types of the portal', command: ['typescript/bin/tsc', '--noEmit', '-p', 'portal'] },
  { title: '格式与规则 / format and lint', command: ['@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'] },
  {
    title: '房间之间的箭头 / arrows between rooms',
    command: [
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      ...programs(),
      ...rooms(),
    ],
  },
  { title: '无人使用的代码 / unused code', command: ['knip/bin/knip.js', '--no-progress', '--no-config-hints'] },
];

const programs = () => ['worker.ts'].filter((file) => existsSync(path.join(ROOT, file)));

/** Runs every check of the code, says how each went, and shows what the failed ones had to say. */
export async function runChecks(print: (message: string) => void): Promise<boolean> {
  let all = true;
  for (const { title, command } of checks()) {
    const began = Date.now();
    const lines: string[] = [];
    const [program, ...args] = command;
    const running = await launch(process.execPath, [path.join(ROOT, 'node_modules', program), ...args], {
      cwd: ROOT,
      env: inheritEnvironment({ FORCE_COLOR: undefined, NO_COLOR: '1' }),
      onLine: (line) => lines.push(line),
    });
    const { code } = await running.exited;
    print(`${code === 0 ? '✓' : '✗'} ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    if (code !== 0) print(lines.join('\n'));
    all &&= code === 0;
  }
  return all;
}
