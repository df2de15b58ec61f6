import type { Print } from '../../ops/process/progress.js';
import { begin } from './campaign.js';
import { Complaints } from './complaints.js';
import { mailsAtMost } from './model/expectedLetters.js';
import { rehearse } from './rehearsal.js';
import { markdown } from './report/markdown.js';
import { addsUp, reportOn } from './report/report.js';
import { writeScript } from './script.js';
import { reportEngineTo } from './stage/engineLog.js';
import { processorSeconds } from './stage/processorTime.js';
import { openStage } from './stage/stage.js';

export interface RunOptions {
  readonly count: number;
  readonly bundleFolder: string;
  readonly print: Print;
  readonly signal: AbortSignal;
  /** When the command began, by `performance.now()`. */
  readonly began: number;
  /** Where everything stored is to stay. */
  readonly keepIn?: string;
}

/** Sets the stage, plays, reports, and clears everything away, whatever happens. */
export async function runRehearsal(options: RunOptions): Promise<{ readonly text: string; readonly right: boolean }> {
  const { count, print, signal, began, ...storage } = options;
  const complaints = new Complaints();
  reportEngineTo(complaints.log);
  const script = writeScript(count);
  const mails = mailsAtMost(script.expected);
  print(`演练 / rehearsing: ${count} 份申报 / applications…`);
  const stage = await openStage({ begin, mails, complaints, ...storage });
  try {
    const rehearsed = await rehearse(stage, script, { print: print, signal });
    print('核对 / checking…');
    const report = await reportOn(stage, rehearsed);
    const effort = { seconds: (performance.now() - began) / 1000, processorSeconds: processorSeconds() };
    return { text: markdown(report, effort), right: addsUp(report) };
  } finally {
    await stage.close();
  }
}
