import type { Answer } from '../rules/act.js';
import type { Instant } from '../rules/instant.js';
import type { Database } from './database.js';
import { stored } from './instants.js';

/** Finishes an intake whose event stands in the record already. One that has an outcome keeps it. */
export async function finishFromEvent(
  database: Database,
  done: { readonly applicationId: string; readonly key: string; readonly answer: Answer; readonly at: Instant },
): Promise<void> {
  await database.$executeRaw`
    UPDATE intakes SET outcome = 'done', answer = ${JSON.stringify(done.answer)}::jsonb,
                       finished_at = ${stored(done.at)}::timestamptz
    WHERE application_id = ${done.applicationId}::uuid AND key = ${done.key} AND outcome IS NULL`;
}
