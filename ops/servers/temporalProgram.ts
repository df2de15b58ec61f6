import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { readEnvironment } from '../../config/environment.js';
import { cancelsOnceClosed } from '../../config/openConnection.js';
import { findProgram } from '../process/findProgram.mjs';
import { type Print, withProgress } from '../process/progress.js';
import { runTool } from '../process/runTool.js';
import { cached } from './cache.mjs';
import { type DownloadTo, downloadBySdk } from './sdkDownload.js';
import { BUILDING_TEMPORAL, buildTemporal, TEMPORAL_FOLDER } from './temporalBuild.mjs';

/**
 * The `temporal` program: from the PATH, else from the user's cache, else downloaded as the SDK does, else built with
 * Go. What `ops/setup/buildEarly.mjs` has begun is waited for.
 *
 * @throws Error that says what to install when none of these is possible
 */
export async function temporalProgram(print: Print, { cacheDir } = readEnvironment()): Promise<string> {
  const onPath = findProgram('temporal');
  if (onPath !== undefined) return onPath;
  const building = <Result>(work: () => Promise<Result>) => withProgress(print, BUILDING_TEMPORAL, work);
  const fill = async (draft: string) => {
    const program = path.join(draft, 'temporal');
    const start = (executable: DownloadTo) =>
      TestWorkflowEnvironment.createLocal({ server: { executable }, plugins: [cancelsOnceClosed] });
    if (await downloadBySdk(program, '下载 Temporal 服务器 / downloading the Temporal server', start, print)) return;
    await building(() => buildTemporal(draft, runTool));
  };
  return path.join(await cached(cacheDir, TEMPORAL_FOLDER, fill, building), 'temporal');
}
