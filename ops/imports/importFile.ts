import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../../api/http/problem.js';
import { type ApplicationEntry, readApplicationFile } from '../../api/imports/applicationFile.js';
import type { Engine } from '../../engine/engine.js';
import { findApplication } from '../../records/application/applications.js';
import { findCampaign } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { findUnit } from '../../records/people/organisations.js';
import { lifecycle } from '../../rules/application/lifecycle.js';
import { underWayFrom } from './entry.js';
import { LineRefused } from './recallPast.js';
import { startFromRecord } from './startFromRecord.js';
import { takeOver } from './takeOver.js';

export interface ImportParts {
  readonly db: Database;
  readonly engine: Pick<Engine, 'start'>;
  readonly dataDir: string;
  readonly print: (message: string) => void;
}

/**
 * Imports every application of a file, each in one transaction, and prints the result of each. The same file again
 * changes nothing.
 *
 * @returns whether all of them are imported now
 * @throws Error when the file cannot be read
 */
export async function importFile(parts: ImportParts, file: string): Promise<boolean> {
  const read = readApplicationFile(await readJson(file));
  if ('errors' in read) {
    for (const { field, message } of read.errors) parts.print(`✗ ${field}：${message}`);
    return false;
  }
  let all = true;
  for (const [index, entry] of read.entries.entries()) {
    const outcome = await importOne(parts, entry, path.dirname(path.resolve(file)));
    parts.print(`${outcome.here ? '✓' : '✗'} ${index + 1} ${entry.applicant.email} ${outcome.reported}`);
    all &&= outcome.here;
  }
  return all;
}

/** @throws Error that names the file */
async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`不能读取 / cannot read ${file}: ${(error as Error).message}`);
  }
}

interface Outcome {
  readonly here: boolean;
  readonly reported: string;
}
const refused = (reported: string): Outcome => ({ here: false, reported });

async function importOne(parts: ImportParts, entry: ApplicationEntry, folder: string): Promise<Outcome> {
  const { db } = parts;
  const campaign = await findCampaign(db, entry.campaignId);
  if (!campaign) return refused(`没有年度评审 ${entry.campaignId}`);
  const unit = await findUnit(db, entry.unitId);
  if (!unit) return refused(`没有单位 ${entry.unitId}`);
  try {
    const { underWay, admit } = await underWayFrom(parts, entry, folder);
    const now = Date.now();
    const present = await findApplication(db, underWay.applicationId);
    if (present?.startedAt === null) await startFromRecord({ ...parts, now }, present);
    if (present) return { here: true, reported: `已经在办：${lifecycle[present.status].zh} ${present.id}` };
    const { status, applicationId } = await takeOver({ ...parts, unit, now, admit }, underWay);
    return { here: true, reported: `${lifecycle[status].zh} ${applicationId}` };
  } catch (error) {
    if (error instanceof LineRefused || error instanceof Problem) return refused(error.message);
    if (isAlreadyThere(error)) return refused('申报人在这个年度评审中已有一份未办结的申报');
    throw error;
  }
}
