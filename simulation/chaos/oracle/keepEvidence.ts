import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { numberOf } from '../../../records/application/applications.js';
import { timelineOf } from '../../../records/application/timeline.js';
import type { World } from '../world.js';
import type { Finding } from './finding.js';

const orElse = async (reading: Promise<unknown>) => await reading.catch((error: Error) => ({ error: error.message }));

async function evidenceOf({ stack, engine }: World, id: string): Promise<object> {
  const { db, client, lines } = stack;
  const number = (await numberOf(db, id)) ?? id;
  const handle = client.workflow.getHandle(number);
  const [row, timeline, intakes, workflow, described, history] = await Promise.all([
    orElse(db.application.findUnique({ where: { id } })),
    orElse(timelineOf(db, id)),
    orElse(db.intake.findMany({ where: { applicationId: id } })),
    orElse(engine.current(number)),
    orElse(handle.describe().then(({ status, runId, raw }) => ({ status, runId, pending: raw.pendingWorkflowTask }))),
    orElse(handle.fetchHistory()),
  ]);
  const log = lines.filter((line) => line.includes(id) || line.includes(number));
  return { row, timeline, intakes, workflow, described, history, log };
}

/** Writes down what record and engine hold of every application in the findings, before both are thrown away. */
export async function keepEvidence(world: World, findings: readonly Finding[], folder: string): Promise<void> {
  const ids = new Set(findings.flatMap(({ text }) => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text) ?? []));
  if (ids.size > 0) await mkdir(folder, { recursive: true });
  for (const id of ids) {
    await writeFile(path.join(folder, `${id}.json`), JSON.stringify(await evidenceOf(world, id), null, 2));
  }
}
