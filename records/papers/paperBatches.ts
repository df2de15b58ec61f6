import type { Instant } from '../../rules/calendar/instant.js';
import type { BatchForm } from '../../rules/papers/paperBatches.js';
import type { Database } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

/** Papers of several applications that somebody makes at once. */
export interface PaperBatch {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: string;
  readonly form: BatchForm;
  readonly copies: number;
  readonly applicationIds: readonly string[];
  readonly madeBy: string;
  readonly madeAt: Instant;
  /** How many of them have been set, or could not be. */
  readonly done: number;
}

/** Begins a batch and returns its id. */
export async function beginBatch(
  { paperBatch }: Pick<Database, 'paperBatch'>,
  { madeAt, applicationIds, ...batch }: Omit<PaperBatch, 'id' | 'done'>,
): Promise<string> {
  const data = { ...batch, applicationIds: [...applicationIds], madeAt: stored(madeAt) };
  return (await paperBatch.create({ data })).id;
}

/** A batch, or null. */
export async function findBatch({ paperBatch }: Pick<Database, 'paperBatch'>, id: string): Promise<PaperBatch | null> {
  const row = await paperBatch.findUnique({ where: { id } });
  return row && { ...row, form: row.form as BatchForm, madeAt: instantFrom(row.madeAt) };
}

/** Notes how far a batch has come. */
export async function noteDone(
  { paperBatch }: Pick<Database, 'paperBatch'>,
  { id, done }: Pick<PaperBatch, 'id' | 'done'>,
): Promise<void> {
  await paperBatch.update({ where: { id }, data: { done } });
}
