import path from 'node:path';
import { Client, type WorkflowExecutionInfo } from '@temporalio/client';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import type { TemporalEnvironment } from '../../config/environment.js';
import { keys } from '../../config/keys.js';
import { createDataConverter } from '../../config/payloadCodec.js';
import { connectTemporal } from '../../config/temporalConnection.js';
import { workflowBundle } from '../../worker/workflowBundle.js';
import type { Print } from '../process/progress.js';

/** What replaying came to. */
export interface Replayed {
  readonly replayed: number;
  readonly failures: readonly { readonly workflowId: string; readonly reason: string }[];
  readonly seconds: number;
}

export interface ReplayOptions {
  readonly temporal: TemporalEnvironment & { readonly address: string };
  /** with the keys that seal what the server holds */
  readonly dataDir: string;
  /** so many workflows, spread over all; null: all */
  readonly sample: number | null;
  /** which workflows, in the server's list filter; empty: all that run and all that are kept */
  readonly query: string;
  readonly print: Print;
}

const nothing = () => undefined;
const silent = { info: nothing, warn: nothing, error: nothing };
const progressEvery = 5_000;

/** Replays histories that a server holds against the workflows of this build, which takes nothing from it and changes nothing. */
export async function replayFrom({ temporal, dataDir, sample, query, print }: ReplayOptions): Promise<Replayed> {
  keepQuiet();
  const began = performance.now();
  const dataConverter = createDataConverter((await keys(dataDir)).payload);
  const connection = await connectTemporal(temporal);
  const client = new Client({ connection, namespace: temporal.namespace, dataConverter });
  const failures: Replayed['failures'][number][] = [];
  let replayed = 0;
  const progress = setInterval(
    () => print(`重放 / replayed: ${replayed}，不一致 / differing: ${failures.length}…`),
    progressEvery,
  );
  try {
    const bundle = await workflowBundle(path.join(dataDir, 'bundle'), silent);
    const { count } = await client.workflow.count(query);
    const every = sample === null ? 1 : Math.max(1, Math.floor(count / sample));
    print(`服务器有 ${count} 个流程，重放每第 ${every} 个 / of ${count} workflows one in ${every} is replayed`);
    const chosen = histories(client, spread(client.workflow.list({ query }), every, sample ?? count));
    for await (const { workflowId, error } of Worker.runReplayHistories(
      { workflowBundle: bundle, dataConverter },
      chosen,
    )) {
      replayed += 1;
      if (error) failures.push({ workflowId, reason: error.message });
    }
  } finally {
    clearInterval(progress);
    await connection.close();
  }
  return { replayed, failures, seconds: (performance.now() - began) / 1000 };
}

async function* spread(all: AsyncIterable<WorkflowExecutionInfo>, every: number, most: number) {
  let index = 0;
  for await (const one of all) {
    if (index % every === 0) yield one;
    index += 1;
    if (index >= every * most) return;
  }
}

async function* histories({ workflow }: Client, chosen: AsyncIterable<WorkflowExecutionInfo>) {
  for await (const { workflowId, runId } of chosen) {
    yield { workflowId, history: await workflow.getHandle(workflowId, runId).fetchHistory() };
  }
}

function keepQuiet(): void {
  const logging = { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }), forward: {} };
  // A history that differs is reported by its result.
  Runtime.install({ logger: new DefaultLogger('ERROR', nothing), telemetryOptions: { logging } });
}
