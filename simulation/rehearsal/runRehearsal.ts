import { processorSeconds } from '../../ops/process/processorTime.js';
import type { Print } from '../../ops/process/progress.js';
import { reportEngineTo } from './environment/engineLog.js';
import { startEnvironment } from './environment/environment.js';
import { ProblemLog } from './environment/problemLog.js';
import { mailsAtMost } from './model/expectedLetters.js';
import { rehearse } from './rehearse.js';
import { markdown } from './report/markdown.js';
import { allChecksPass, reportOn } from './report/report.js';
import type { Scenario } from './scenario.js';

export interface RunOptions {
  readonly scenario: Scenario;
  readonly bundleFolder: string;
  readonly print: Print;
  readonly signal: AbortSignal;
  /** The start of the command by `performance.now()`. */
  readonly began: number;
  /** The folder that keeps everything stored. */
  readonly keepIn?: string;
}

/** Starts the environment, runs the rehearsal, reports, and cleans up in any case. */
export async function runRehearsal(options: RunOptions): Promise<{ readonly text: string; readonly right: boolean }> {
  const { scenario, print, signal, began, ...storage } = options;
  const problems = new ProblemLog();
  reportEngineTo(problems.log);
  const mails = mailsAtMost(scenario);
  print(`演练 / rehearsing: ${scenario.cases.length} 份申报 / applications…`);
  const environment = await startEnvironment({ begin: scenario.campaign.begin, mails, problems, ...storage });
  try {
    const result = await rehearse(environment, scenario, { print, signal });
    print('核对 / checking…');
    const report = await reportOn(environment, result);
    const effort = { seconds: (performance.now() - began) / 1000, processorSeconds: processorSeconds() };
    return { text: markdown(report, effort), right: allChecksPass(report) };
  } finally {
    await environment.close();
  }
}
