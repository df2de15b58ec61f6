import type { Instant } from '../../rules/calendar/instant.js';
import type { DraftValues } from '../../rules/policy/drafts/draftValues.js';
import type { SetUpStep } from '../../rules/policy/drafts/steps.js';
import { asJson } from '../application/projection.js';
import type { Database } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

/** A campaign that is being set up, and whose it is. */
export interface CampaignDraft {
  readonly id: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly basis: string;
  readonly values: DraftValues;
  readonly step: SetUpStep;
  readonly seq: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

const owner = { select: { id: true, name: true } } as const;

/** The drafts of a person, the last changed first; null: everybody's. */
export async function draftsOf(database: Database, ownerId: string | null): Promise<readonly CampaignDraft[]> {
  const where = ownerId === null ? {} : { ownerId };
  const rows = await database.campaignDraft.findMany({ where, orderBy: { changedAt: 'desc' }, include: { owner } });
  return rows.map(draftFrom);
}

/** How many drafts a person has. */
export async function countDrafts(database: Database, ownerId: string): Promise<number> {
  return await database.campaignDraft.count({ where: { ownerId } });
}

/** One draft, or null. */
export async function findDraft(database: Database, id: string): Promise<CampaignDraft | null> {
  const row = await database.campaignDraft.findUnique({ where: { id }, include: { owner } });
  return row && draftFrom(row);
}

/** Begins a draft. */
export async function addDraft(
  database: Database,
  {
    ownerId,
    at,
    values,
    ...begun
  }: Pick<CampaignDraft, 'basis' | 'values' | 'step'> & {
    readonly ownerId: string;
    readonly at: Instant;
  },
): Promise<CampaignDraft> {
  const data = { ...begun, ownerId, values: asJson(values), createdAt: stored(at), changedAt: stored(at) };
  return draftFrom(await database.campaignDraft.create({ data, include: { owner } }));
}

/** Saves a draft over the one with this seq. False: somebody has saved another since. */
export async function saveDraft(
  database: Database,
  { id, seq, values, step, at }: Pick<CampaignDraft, 'id' | 'seq' | 'values' | 'step'> & { readonly at: Instant },
): Promise<boolean> {
  const data = { values: asJson(values), step, seq: seq + 1, changedAt: stored(at) };
  return (await database.campaignDraft.updateMany({ where: { id, seq }, data })).count === 1;
}

/** Removes a draft. */
export async function removeDraft(database: Database, id: string): Promise<void> {
  await database.campaignDraft.deleteMany({ where: { id } });
}

interface Row extends Omit<CampaignDraft, 'values' | 'step' | 'createdAt' | 'changedAt'> {
  readonly values: unknown;
  readonly step: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

function draftFrom({
  id,
  basis,
  seq,
  owner: { id: ownerId, name },
  values,
  step,
  createdAt,
  changedAt,
}: Row): CampaignDraft {
  return {
    id,
    owner: { id: ownerId, name },
    basis,
    seq,
    values: values as DraftValues,
    step: step as SetUpStep,
    createdAt: instantFrom(createdAt),
    changedAt: instantFrom(changedAt),
  };
}
