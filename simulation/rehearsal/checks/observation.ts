import type { WorkflowHandle } from '@temporalio/client';
import pMap from 'p-map';
import { type Application, applicationOf } from '../../../records/application/applicationRow.js';
import { type TimelineEntry, timelineOf } from '../../../records/application/timeline.js';
import type { Answer } from '../../../rules/application/act.js';
import { type Current, currentQuery } from '../../../workflows/application/messages.js';
import type { Environment } from '../environment/environment.js';
import type { Expectation } from '../model/referenceModel.js';
import type { RehearsalCase } from '../rehearsalCase.js';
import type { CaseRun } from '../stepRunner.js';

/** One application as the system holds it, with its run and the reference model's expectation. */
export interface Observation {
  readonly run: CaseRun;
  readonly expected: Expectation;
  readonly id: string;
  readonly application: Application;
  /** The stored row with every column. */
  readonly row: Readonly<Record<string, unknown>>;
  readonly timeline: readonly TimelineEntry[];
  readonly workflow: Workflow;
  readonly intakes: readonly { readonly key: string; readonly event: string; readonly outcome: string | null }[];
  readonly letters: readonly Letter[];
  /** The number of mails by Message-ID. */
  readonly delivered: ReadonlyMap<string, number>;
}

export interface Workflow {
  readonly running: boolean;
  /** The workflow's result; null while it runs. */
  readonly result: Answer | null;
  /** The workflow's facts; null where only the result was read. */
  readonly current: Current | null;
}

export interface Letter {
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  readonly messageId: string | null;
  readonly deadline: string | null;
}

/** Reads everything about every application that was opened: row, events, intakes, letters, workflow and mails. */
export async function observeAll(
  environment: Pick<Environment, 'db' | 'client' | 'inbox'>,
  runs: readonly CaseRun[],
  expected: readonly Expectation[],
): Promise<readonly Observation[]> {
  const delivered = new Map<string, number>();
  for (const { headers } of await environment.inbox.mails()) {
    const messageId = headers['message-id'] ?? '';
    delivered.set(messageId, (delivered.get(messageId) ?? 0) + 1);
  }
  const observations = await pMap(
    runs.entries(),
    async ([index, run]) => {
      const prediction = expected[index];
      const { id, testCase } = run;
      if (!id || !prediction) return null;
      return { run, expected: prediction, delivered, ...(await observe(environment, id, testCase)) };
    },
    { concurrency: 8 },
  );
  return observations.filter((one) => one !== null);
}

async function observe({ db, client }: Pick<Environment, 'db' | 'client'>, id: string, { copy }: RehearsalCase) {
  const where = { applicationId: id };
  const row = await db.application.findUniqueOrThrow({ where: { id } });
  const [timeline, intakes, letters, workflow] = await Promise.all([
    timelineOf(db, id),
    db.intake.findMany({ where, select: { key: true, event: true, outcome: true } }),
    db.outbox.findMany({ where, select: { key: true, kind: true, state: true, messageId: true, detail: true } }),
    queryWorkflow(client.workflow.getHandle(row.number), copy === 0),
  ]);
  return {
    id,
    row,
    timeline,
    intakes,
    workflow,
    application: applicationOf(row),
    letters: letters.map(({ detail, ...letter }) => ({ ...letter, deadline: deadlineIn(detail) })),
  };
}

/**
 * Reads the workflow's result or facts. Querying an ended workflow replays it, which takes longer than all else; so one
 * application of each plan is queried, and only the results of the others are read.
 */
async function queryWorkflow(handle: WorkflowHandle, replay: boolean): Promise<Workflow> {
  const { status } = await handle.describe();
  const running = status.name === 'RUNNING';
  const current = running || replay ? await handle.query(currentQuery) : null;
  return { running, current, result: running ? null : ((await handle.result()) as Answer) };
}

function deadlineIn(detail: unknown): string | null {
  const { deadline } = detail as { readonly deadline?: { readonly name: string } | null };
  return deadline?.name ?? null;
}
