import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { ROOT } from '../../config/environment.js';
import { parts } from './suites.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: 'boolean', default: false }, processes: { type: 'string', default: '2' } },
});

const kept = path.join('.data', 'mutation');
process.chdir(ROOT);
// Its processes load TypeScript as this one does.
process.env.NODE_OPTIONS = `--import ${import.meta.resolve('tsx')}`;

for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  const part = parts[name];
  if (!part) throw new Error(`no such part: ${name}; there are ${Object.keys(parts).join(', ')}`);
  process.env.MUTATION_PART = name;
  await new Stryker({
    mutate: [...part.files],
    testRunner: 'plain',
    plugins: ['plainTestRunner.ts', 'ignoreTexts.ts'].map((file) => path.join(import.meta.dirname, file)),
    coverageAnalysis: 'perTest',
    // A value that is computed when a module is loaded (tables, patterns) would need a new process for every mutant; the tests
    // that loop over the tables hold those.
    ignoreStatic: true,
    ignorers: ['texts'],
    incremental: true,
    incrementalFile: path.join(kept, name, 'incremental.json'),
    force: values.force,
    concurrency: Number(values.processes),
    tempDirName: path.join(kept, name, 'copy'),
    ignorePatterns: ['.data', '.git', 'docs/screenshots', 'portal/dist*', 'test/{faults,integration,portal}'],
    reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
    clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
    htmlReporter: { fileName: path.join(kept, name, 'report.html') },
    jsonReporter: { fileName: path.join(kept, name, 'report.json') },
    // A mutant that runs without an end is found by its hits (plainTestRunner.ts), not by a clock that a busy machine slows.
    timeoutMS: 3_600_000,
    // Nor does a loop that only its memory ends fill that of the machine.
    testRunnerNodeArgs: ['--max-old-space-size=768'],
    maxTestRunnerReuse: 150,
    thresholds: { high: 98, low: 95, break: 95 },
  }).runMutationTest();
}
