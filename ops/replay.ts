import { parseArgs } from 'node:util';
import { readEnvironment } from '../config/environment.js';
import { setup } from './setup/setup.js';

const usage = `用法 / usage: npm run replay -- [--from HOST:PORT] [--namespace NAME] [--sample N | --all] [--query QUERY]
默认：TEMPORAL_ADDRESS，抽取 500 个流程 / by default: TEMPORAL_ADDRESS, a sample of 500 workflows`;

interface Options {
  readonly address: string;
  readonly namespace: string;
  /** so many workflows; null: all */
  readonly sample: number | null;
  readonly query: string;
}

/** @throws Error in a person's words for what it does not understand */
function readOptions(): Options {
  const text = { type: 'string' } as const;
  const { temporal } = readEnvironment();
  const { values } = parseArgs({
    options: {
      from: text,
      namespace: text,
      sample: { ...text, default: '500' },
      all: { type: 'boolean' },
      query: text,
    },
  });
  const sample = Number(values.sample);
  if (!Number.isInteger(sample) || sample < 1) throw new Error(`--sample: 不是个数 / not a number: ${values.sample}`);
  return {
    address: values.from ?? temporal.address ?? '127.0.0.1:7233',
    namespace: values.namespace ?? temporal.namespace,
    sample: values.all ? null : sample,
    query: values.query ?? '',
  };
}

/** Replays what a running server holds against the workflows of this build. Whether all of it goes as it went. */
async function main(): Promise<boolean> {
  const options = readOptions();
  await setup({ need: ['prisma'], print: console.log });
  const { replayFrom } = await import('./upgrades/replayFrom.js');
  const { temporal, dataDir } = readEnvironment();
  const { replayed, failures, seconds } = await replayFrom({
    ...options,
    temporal: { ...temporal, address: options.address, namespace: options.namespace },
    dataDir,
    print: console.log,
  });
  for (const { workflowId, reason } of failures.slice(0, 10)) console.error(`✗ ${workflowId}: ${reason}`);
  const rest = failures.length - 10;
  if (rest > 0) console.error(`… 另有 ${rest} 个 / and ${rest} more`);
  console.log(`重放 / replayed: ${replayed}；不一致 / differing: ${failures.length} (${seconds.toFixed(1)} s)`);
  return failures.length === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(`${(error as Error).message}\n${usage}`);
  process.exitCode = 1;
}
