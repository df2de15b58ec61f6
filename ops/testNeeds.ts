import path from 'node:path';
import { ROOT } from '../config/environment.js';

/** The database every test database is a copy of. */
export const TEMPLATE = 'pingshen_template';
/** The folder of the workflow bundle, built once for all suites. */
export const TEST_BUNDLE = path.join(ROOT, '.data', 'test', 'bundle');

/** What a suite cannot run without. `temporal` and `timeSkipping` are the two engines: one on the wall clock, one not. */
export type TestNeed = 'postgres' | 'temporal' | 'timeSkipping' | 'workflows' | 'portal' | 'browser';

/** What the suites of a folder need; the first that matches counts. */
const byFolder: readonly (readonly [string, readonly TestNeed[]])[] = [
  ['test/unit/', []],
  ['test/portal/', ['postgres', 'timeSkipping', 'workflows', 'portal', 'browser']],
  ['test/integration/workflows/', ['workflows']],
  ['test/integration/engine/', ['postgres', 'temporal', 'timeSkipping', 'workflows']],
  ['test/integration/mail/', ['postgres', 'temporal', 'timeSkipping', 'workflows']],
  ['test/integration/simulation/', ['postgres', 'temporal', 'timeSkipping', 'workflows']],
  ['test/', ['postgres', 'temporal', 'workflows']],
];

/** What these suites need together. Paths are relative to the repository. */
export function needsOf(suites: readonly string[]): ReadonlySet<TestNeed> {
  return new Set(suites.flatMap((suite) => byFolder.find(([folder]) => suite.startsWith(folder))?.[1] ?? []));
}
