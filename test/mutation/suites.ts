import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** A part of the rules that is tried by itself, with the suites that are about it: all others would only take time. */
interface Part {
  readonly files: readonly string[];
  /** Folders of test/unit, or suites in them. */
  readonly suites: readonly string[];
}

/** The short suites about the law of an application. Those that visit every status by every role take seconds for each mutant. */
const ofTheLaw = [
  'authorization',
  'conditions',
  'deadlines',
  'defenseOff',
  'disqualified',
  'effects',
  'guards',
  'judgements',
  'next',
  'positions',
  'postingPhoto',
  'stagePlan',
  'timers',
  'viaUnit',
].map((suite) => `application/${suite}`);

/** What is tried: the working-day calendar, the periods of a policy and the application's law. */
export const parts: Readonly<Record<string, Part>> = {
  calendar: { files: ['rules/calendar/*.ts'], suites: ['calendar'] },
  guards: { files: ['rules/application/guards/*.ts'], suites: ofTheLaw },
  periods: {
    files: ['rules/policy/{filingCutoffs,policyWindows,stagePlan}.ts'],
    suites: ['policy/namedWindows', 'policy/windows', 'policy/rounds', 'policy/belonging', ...ofTheLaw],
  },
  acts: {
    files: ['rules/application/{authorization,effects,evolve,next,opening,timers}.ts'],
    suites: ['application/unreachableObjection', ...ofTheLaw],
  },
  decisions: {
    files: ['rules/application/decide.ts', 'rules/application/publicity/*.ts'],
    suites: ['application/deciding', 'application/publicityPlan', ...ofTheLaw],
  },
  deadlines: {
    files: ['rules/application/{deadlines,moves}.ts', 'rules/application/counting/*.ts'],
    suites: ['policy/windows', 'policy/amendedCalendar', ...ofTheLaw],
  },
};

/** Suites that start other processes. */
const leftOut = ['calendar/zones'];

/**
 * The suites of some folders of test/unit, or named one by one, in a checkout or a copy of it.
 *
 * @throws Error for one that is not there: its mutants would survive unnoticed
 */
export async function suitesIn(root: string, wanted: readonly string[]): Promise<readonly string[]> {
  const unit = path.join(root, 'test', 'unit');
  const found = await readdir(unit, { recursive: true });
  const suites = found.filter((file) => file.endsWith('.test.ts')).map((file) => file.replace(/\.test\.ts$/, ''));
  const isOf = (suite: string, one: string) => suite === one || suite.startsWith(`${one}/`);
  const missing = wanted.filter((one) => !suites.some((suite) => isOf(suite, one)));
  if (missing.length > 0) throw new Error(`no such suites: ${missing.join(', ')}`);
  return suites
    .filter((suite) => !leftOut.includes(suite) && wanted.some((one) => isOf(suite, one)))
    .map((suite) => path.join(unit, `${suite}.test.ts`));
}
