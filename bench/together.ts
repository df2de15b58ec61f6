import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import { createDataConverter } from '../config/payloadCodec.js';
import { temporalEngine } from '../engine/engine.js';
import { until } from '../ops/process/ports.js';
import { openPolicy } from '../simulation/hurried/campaign.js';
import type { Benchmark } from './benchmark.js';
import { calendar } from './data/calendar.js';
import { parkInAudit } from './data/inReview.js';
import { signIn } from './data/people.js';
import { median } from './measure.js';
import { onNewStacks } from './stack/onNewStacks.js';
import { untilIdle } from './stack/processes.js';
import type { Stack } from './stack/stack.js';

const longest = 10 * 60_000;
const place = { policy: openPolicy, calendar, unitId: 'unit-0', departmentId: 'department-0' };

interface Round {
  /** Seconds from the request to its answer, by way of doing it. */
  readonly together: number;
  readonly oneByOne: number;
  /** Seconds from the answer until the last workflow has followed its record. */
  readonly followed: number;
}
interface Answer {
  readonly results: readonly { readonly problem: { readonly detail: string } | null }[];
}

/** How long the office waits when it accepts many applications in one request, beside one request each. */
export const together: Benchmark = {
  about: 'one act on many applications in one request, beside one request each',
  counts: 'applications acted on',
  defaults: { repeats: 2, count: 500, size: 0 },
  async run({ repeats, count, print }) {
    const { conditions, rounds } = await onNewStacks({ repeats, print }, `${count} applications`, (stack) =>
      oneRound(stack, count),
    );
    const of = (figure: (round: Round) => number) => median(rounds.map(figure));
    return {
      conditions,
      notes: [
        `${count} applications wait for the office's audit, each in its workflow. The office accepts all of them in one request ` +
          `(POST /api/acts); as many others by one request each, one after the other. Medians of ${repeats} repeats.`,
      ],
      tables: [
        {
          caption: 'Seconds until the answer',
          header: ['', 'answered', 'workflows have followed'],
          rows: [
            ['one request', of((round) => round.together), of((round) => round.followed)],
            ['one request each', of((round) => round.oneByOne), ''],
          ],
        },
      ],
      raw: rounds,
    };
  },
};

async function oneRound(stack: Stack, count: number): Promise<Round> {
  const { database, connection, secrets, publicUrl, port, processes } = stack;
  const client = new Client({ connection, dataConverter: createDataConverter(secrets.payload) });
  const engine = temporalEngine(client, { publicUrl });
  const [many, others] = [
    await parkInAudit({ database, engine }, place, count),
    await parkInAudit({ database, engine }, place, count),
  ];
  const { people, close } = await signIn(port, database);
  const office = people[0]?.office;
  if (!office) throw new Error('nobody of the office is signed in');
  try {
    // What was parked is still being indexed.
    await untilIdle(processes);
    const began = performance.now();
    const acts = many.map(({ applicationId: application, seq }) => ({ application, seq, key: randomUUID(), body: {} }));
    const { results } = (await office.post('/api/acts', { event: 'accept', acts })) as Answer;
    const answered = performance.now();
    const refused = results.find(({ problem }) => problem !== null);
    if (refused) throw new Error(`refused: ${refused.problem?.detail}`);
    const following = `TaskQueue = 'pingshen' AND WorkflowType = 'together' AND ExecutionStatus = 'Running'`;
    const over = async () => (await client.workflow.count(following)).count === 0;
    if (!(await until(over, { timeoutMs: longest, everyMs: 100 }))) throw new Error('the workflows have not followed');
    const followed = performance.now();
    for (const { applicationId } of others) await office.post(`/api/applications/${applicationId}/actions/accept`, {});
    const ended = performance.now();
    return {
      together: (answered - began) / 1000,
      followed: (followed - answered) / 1000,
      oneByOne: (ended - followed) / 1000,
    };
  } finally {
    await close();
  }
}
