import type { Status } from '../../rules/application/lifecycle.js';
import type { LocalDate } from '../../rules/calendar/instant.js';
import type { NeededFor } from '../../rules/privacy/earlyErasure.js';
import type { Statements } from '../database.js';
import { openObjection } from './dueForErasure.js';

/**
 * What a person's data are still needed for, in the transaction that would erase them: until it ends they can open no
 * application.
 */
export async function dataNeededFor(
  statements: Statements,
  { personId, ends, today }: { readonly personId: string; readonly ends: readonly Status[]; readonly today: LocalDate },
): Promise<NeededFor> {
  await statements.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [personId]);
  const { rows } = await statements.query<NeededFor>(
    `SELECT COALESCE(bool_or(status <> ALL ($2::text[])), false) AS running,
       COALESCE(bool_or(${openObjection}), false) AS objection,
       COALESCE(bool_or(EXISTS (SELECT FROM reexaminations WHERE application_id = application.id AND decided_at IS NULL)),
         false) AS reexamination,
       COALESCE(bool_or(EXISTS (SELECT FROM certificates WHERE application_id = application.id)), false) AS title,
       EXISTS (SELECT FROM sanctions WHERE person_id = $1 AND expires_on >= $3::date) AS sanction
     FROM applications AS application WHERE applicant_id = $1`,
    [personId, [...ends], today],
  );
  const [needed] = rows;
  if (!needed) throw new Error('an aggregate answers one row');
  return needed;
}
