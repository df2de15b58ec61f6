import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { jestExpect } from '@jest/expect';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import * as circus from 'jest-circus';
import { parts, suitesIn } from './suites.js';

type Block = ReturnType<typeof circus.getState>['rootDescribeBlock'];

interface Test {
  readonly id: string;
  readonly file: string;
  readonly run: () => unknown;
}

/** What the instrumented code looks at. */
const context: { -readonly [name in keyof InstrumenterContext]: InstrumenterContext[name] | undefined } = {};

/**
 * Runs the suites of the rules as plain Node modules, as test/plainRunner.js does. The rules are loaded once for all mutants,
 * and a suite is read anew with each mutant, because suites prepare values outside their tests: a mutant takes milliseconds.
 * The runner of Stryker for jest loads everything anew for each mutant, which takes seconds.
 */
class PlainTestRunner implements TestRunner {
  private files: readonly string[] = [];
  private readonly fileOf = new Map<string, string>();
  private readonly took = new Map<string, number>();
  private readings = 0;

  /** What runs while the rules load is never changed (`ignoreStatic`): no process has to start anew between mutants. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    const { describe, test, it } = circus;
    Object.assign(globalThis, { describe, test, it, expect: jestExpect, __stryker__: context });
    // The same values for every mutant, and no smaller counterexample: a failure is all that is asked.
    fc.configureGlobal({ seed: 1, endOnFailure: true });
    const { suites = [] } = parts[process.env.MUTATION_PART ?? ''] ?? {};
    this.files = await suitesIn(process.cwd(), suites);
    for (const file of this.files) for (const { id } of await this.read(file)) this.fileOf.set(id, file);
  }

  /** The tests of a suite, with the values it prepares. */
  private async read(file: string): Promise<readonly Test[]> {
    circus.resetState();
    this.readings += 1;
    await import(`${pathToFileURL(file).href}?${this.readings}`);
    const counted = new Map<string, number>();
    return testsOf(circus.getState().rootDescribeBlock, []).map(([names, run]) => {
      const name = `${path.relative(process.cwd(), file)}: ${names.join(' › ')}`;
      const before = counted.get(name) ?? 0;
      counted.set(name, before + 1);
      return { id: before > 0 ? `${name} #${before + 1}` : name, file, run };
    });
  }

  async dryRun(): Promise<DryRunResult> {
    const results: TestResult[] = [];
    for (const file of this.files) {
      context.currentTestId = file;
      const tests = await this.read(file);
      for (const test of tests) {
        context.currentTestId = test.id;
        results.push(await resultOf(test));
      }
      context.currentTestId = undefined;
      prepared(file, tests);
    }
    const { mutantCoverage = { static: {}, perTest: {} } } = context;
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }: MutantRunOptions): Promise<MutantRunResult> {
    context.activeMutant = activeMutant.id;
    // Stryker allows a hundred times what the tests take without the mutant, and a loop without an end would run for minutes.
    context.hitLimit = hitLimit === undefined ? undefined : hitLimit / 50;
    context.hitCount = hitLimit === undefined ? undefined : 0;
    const results: TestResult[] = [];
    const wanted = new Set(testFilter ?? this.fileOf.keys());
    for (const file of this.fastestFirst(this.files, (one) => this.timeOf(one, wanted))) {
      if (!this.testsIn(file, wanted).length) continue;
      for await (const result of this.resultsOf(file, wanted)) {
        results.push(result);
        if (!disableBail && result.status === TestStatus.Failed) break;
      }
      if (!disableBail && results.at(-1)?.status === TestStatus.Failed) break;
    }
    context.activeMutant = undefined;
    const endless = determineHitLimitReached(context.hitCount, context.hitLimit);
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests: results });
  }

  private async *resultsOf(file: string, wanted: ReadonlySet<string>): AsyncGenerator<TestResult> {
    const tests = await this.read(file).catch((error: unknown) => error);
    if (!Array.isArray(tests)) {
      // It could not even be prepared: every test of it has failed.
      for (const id of this.testsIn(file, wanted)) yield await resultOf({ id, file, run: () => Promise.reject(tests) });
      return;
    }
    const asked = (tests as readonly Test[]).filter(({ id }) => wanted.has(id));
    for (const test of this.fastestFirst(asked, ({ id }) => this.took.get(id) ?? 0)) {
      const result = await resultOf(test);
      this.took.set(test.id, result.timeSpentMs);
      yield result;
    }
  }

  private testsIn(file: string, wanted: ReadonlySet<string>): readonly string[] {
    return [...wanted].filter((id) => this.fileOf.get(id) === file);
  }

  private timeOf(file: string, wanted: ReadonlySet<string>): number {
    return this.testsIn(file, wanted).reduce((sum, id) => sum + (this.took.get(id) ?? 0), 0);
  }

  /** Most mutants die in any test that reaches them: the slow ones are for what the others leave alive. */
  private fastestFirst<T>(all: readonly T[], time: (one: T) => number): readonly T[] {
    return all.toSorted((one, other) => time(one) - time(other));
  }
}

/** What a suite prepares is a part of each of its tests. */
function prepared(file: string, tests: readonly Test[]): void {
  const perTest = context.mutantCoverage?.perTest ?? {};
  const shared = Object.entries(perTest[file] ?? {});
  delete perTest[file];
  for (const { id } of tests) {
    const own = perTest[id] ?? {};
    perTest[id] = own;
    for (const [mutant, hits] of shared) own[mutant] = (own[mutant] ?? 0) + hits;
  }
}

/** The tests of a block with the names of the blocks around them. Suites of rules need no preparation, so hooks are refused. */
function testsOf(block: Block, names: readonly string[]): readonly (readonly [readonly string[], Test['run']])[] {
  if (block.hooks.length > 0) throw new Error('the suites of the rules have no hooks');
  return block.children.flatMap((child) => {
    const inner = [...names, child.name];
    if (child.type === 'describeBlock') return testsOf(child, inner);
    return child.mode === 'skip' ? [] : [[inner, child.fn as Test['run']] as const];
  });
}

async function resultOf({ id, file, run }: Test): Promise<TestResult> {
  const began = performance.now();
  const about = () => ({ id, name: id, fileName: file, timeSpentMs: performance.now() - began });
  try {
    jestExpect.setState({ assertionCalls: 0, expectedAssertionsNumber: null, isExpectingAssertions: false });
    await run();
    return { ...about(), status: TestStatus.Success };
  } catch (error) {
    return { ...about(), status: TestStatus.Failed, failureMessage: String(error) };
  }
}

const createRunner = Object.assign(() => new PlainTestRunner(), { inject: [] as const });

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'plain', createRunner)];
