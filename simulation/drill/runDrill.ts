import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
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

/** A cutoff falls into each minute; what comes before the first of them takes a minute or two on a busy machine. */
const minutes = 4;

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
    print(`由 ${tag} 升级 / upgrading from ${tag}`);
    const upgrading = upgrade(run, print);
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

/** Each step is as far before or after a cutoff as it says; where the machine is slower, it comes at once. */
async function upgrade({ world: { stack, servers }, traffic }: ChaosRun, print: Print): Promise<void> {
  const deployments = deploymentsOf(stack.client.connection as Connection, servers.namespace);
  // Where the release is this build, as in a trial of the drill, it counts as another version.
  const build = `${await buildId()}-drill`;
  const upgraded = { root: ROOT, deployment: deploymentName, build };
  const say = (what: string) => {
    print(`${((Date.now() - traffic.begins) / 1000).toFixed(0).padStart(5)} s  ${what}`);
  };
  const until = (instant: number) => sleep(Math.max(0, instant - Date.now()));
  await until(traffic.begins + 5_000);
  say('旧版本运行中 / the old release at work');
  const { replayed, failures } = await replayFrom({
    temporal: { address: servers.address, namespace: servers.namespace, tls: false },
    dataDir: stack.dataDir,
    sample: 200,
    query: '',
    print,
  });
  const [first] = failures;
  if (first) throw new Error(`重放不一致 / replay differs: ${first.workflowId} ${first.reason}`);
  say(`新版本重放一致 / the new build replays all of them: ${replayed}`);
  for (let count = 0; count < 2; count += 1) await stack.addWorker(upgraded);
  say('新版本的工作进程就绪 / workers of the new build are ready');

  const ahead = traffic.storms.map(({ due }) => due).filter((due) => due > Date.now() + 12_000);
  const [ramped = Date.now(), back = ramped + 30_000, forward = back + 30_000] = ahead;
  await until(ramped - 12_000);
  await deployments.ramp(build, 25);
  say('截止前放量 / ramped before a cutoff: 25 %');
  await until(ramped - 6_000);
  await deployments.ramp(build, 100);
  say('放量 / ramped: 100 %');
  await until(ramped + 10_000);
  await deployments.ramp(build, 0);
  say('回退 / rolled back');
  await until(back + 5_000);
  await deployments.ramp(build, 50);
  say('下次截止之后放量 / ramped after the next cutoff: 50 %');
  await until(forward - 5_000);
  await deployments.makeCurrent(build);
  say('新版本为现行 / the new build is current');
  // Not before: what a new API starts may ask for what only new workers know.
  for (const api of stack.apis) await api.install(upgraded);
  say('接口已升级 / the APIs are upgraded');
}
