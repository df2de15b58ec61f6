import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../config/environment.js';
import { deploymentName, deploymentsOf } from '../../ops/cluster/deployments.js';
import type { Print } from '../../ops/process/progress.js';
import { replayFrom } from '../../ops/upgrades/replayFrom.js';
import { buildId } from '../../worker/workflowBundle.js';
import { type ChaosRun, openChaosRun } from '../chaos/chaosRun.js';
import { summaryOf } from '../chaos/summary.js';
import { countTasks } from './failedTasks.js';

export interface DrillOptions {
  /** the folder of the release from which to upgrade */
  readonly from: string;
  /** its tag */
  readonly tag: string;
  readonly bundleFolder: string;
  readonly print: Print;
}

/** A cutoff falls into each minute: before the first the new build is ramped, the second meets the old one again. */
const minutes = 3;

/**
 * A campaign begins on a release, on a cluster, with people at work and a cutoff in each minute. This build is ramped
 * just before a cutoff, rolled back, and rolled forward for good.
 *
 * @returns whether no workflow task failed and everything is on the right side of its cutoff
 */
export async function runDrill({ from, tag, bundleFolder, print }: DrillOptions): Promise<boolean> {
  const run = await openChaosRun({
    ...{ minutes, seed: 1, on: 'cluster', calm: true, bundleFolder, print },
    release: { root: from, deployment: deploymentName },
  });
  try {
    const began = Date.now();
    const at = (seconds: number, what: string) => {
      print(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}`);
      return sleep(Math.max(0, run.traffic.begins + seconds * 1000 - Date.now()));
    };
    print(`由 ${tag} 升级 / upgrading from ${tag}`);
    const upgrading = upgrade(run, at, print);
    await Promise.all([run.run(), upgrading]);
    const findings = await run.judge();
    print(`\n${summaryOf(run)}`);
    for (const { rule, text } of findings) print(`${rule}: ${text}`);
    const { completed, failed, workflows } = await countTasks(run.world.stack.client);
    const byBuild = [...completed].map(([build, count]) => `${build} ${count}`).join(', ');
    print(`流程 / workflows: ${workflows}; 任务 / tasks: ${byBuild}`);
    print(`失败的任务 / failed tasks: ${failed.length}`);
    for (const text of failed.slice(0, 10)) print(`  ${text}`);
    const wrongSide = findings.filter(({ rule }) => rule === 'deadline').length;
    print(
      `截止的另一侧 / on the wrong side of a cutoff: ${wrongSide}；其他问题 / other findings: ${findings.length - wrongSide}`,
    );
    return failed.length === 0 && findings.length === 0;
  } finally {
    await run.close();
  }
}

async function upgrade(
  { world: { stack, servers } }: ChaosRun,
  at: (seconds: number, what: string) => Promise<void>,
  print: Print,
): Promise<void> {
  const { connection } = stack.client;
  const deployments = deploymentsOf(connection as never, servers.namespace);
  // Where the release is this build, as in a trial of the drill, it counts as another version.
  const build = `${await buildId()}-drill`;
  const upgraded = { root: ROOT, deployment: deploymentName, build };
  await at(10, '旧版本运行中 / the old release at work');
  const { replayed, failures } = await replayFrom({
    temporal: { address: servers.address, namespace: servers.namespace, tls: false },
    ...{ dataDir: stack.dataDir, sample: 200, query: '', print },
  });
  if (failures.length > 0)
    throw new Error(`重放不一致 / replay differs: ${failures[0]?.workflowId} ${failures[0]?.reason}`);
  print(`新版本重放一致 / the new build replays all of them: ${replayed}`);
  for (let count = 0; count < 2; count += 1) await stack.addWorker(upgraded);
  await at(20, '新版本的工作进程就绪 / workers of the new build are ready');
  await deployments.ramp(build, 25);
  await at(32, '放量 / ramped: 25 %');
  await deployments.ramp(build, 100);
  await at(70, '放量 / ramped: 100 %');
  await deployments.ramp(build, 0);
  await at(125, '回退 / rolled back');
  await deployments.ramp(build, 50);
  for (const api of stack.apis) await api.install(upgraded);
  await at(140, '放量，接口已升级 / ramped: 50 %, APIs upgraded');
  await deployments.makeCurrent(build);
  await at(141, '新版本为现行 / the new build is current');
}
