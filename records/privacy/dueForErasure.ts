import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import { startOfDay } from '../../rules/calendar/instant.js';
import type { Statements } from '../database.js';
import type { Owner } from '../sealed/dataKeys.js';
import { stored } from '../timestamps.js';

const lastMoved = `COALESCE((SELECT max(at) FROM events WHERE application_id = application.id), application.opened_at)`;
/** Whether an application, of this alias, has an objection that is not settled. */
export const openObjection = `jsonb_path_exists(application.facts, '$.objections[*] ? (@.outcome == null)')`;

const applicants = {
  name: 'applicants_due_for_erasure',
  text: `SELECT owner FROM data_keys AS key
    WHERE erased_at IS NULL AND owner LIKE 'person:%'
      AND EXISTS (SELECT FROM applications WHERE applicant_id = substr(owner, 8))
      AND NOT EXISTS (
        SELECT FROM applications AS application WHERE applicant_id = substr(owner, 8)
          AND (status <> ALL ($1::text[]) OR ${lastMoved} >= $2 OR ${openObjection}
            OR EXISTS (SELECT FROM certificates WHERE application_id = application.id)
            OR EXISTS (SELECT FROM reexaminations WHERE application_id = application.id AND decided_at IS NULL)))
      AND NOT EXISTS (SELECT FROM sanctions WHERE person_id = substr(owner, 8) AND expires_on >= $3::date)
    ORDER BY owner LIMIT $4`,
};
const objectors = {
  name: 'objectors_due_for_erasure',
  text: `SELECT owner FROM data_keys AS key
      JOIN applications AS application ON application.id::text = substr(split_part(owner, '.', 1), 11)
    WHERE erased_at IS NULL AND owner LIKE 'objection:%' AND status = ANY ($1::text[]) AND ${lastMoved} < $2
      AND NOT ${openObjection}
    ORDER BY owner LIMIT $3`,
};

/**
 * People whose data have been kept for their time: all their applications ended without a title before the day, with no
 * certificate, open objection or reexamination, and no sanction runs.
 */
export async function applicantsDueForErasure(
  statements: Statements,
  due: {
    readonly ends: readonly Status[];
    readonly before: LocalDate;
    readonly today: LocalDate;
    readonly limit: number;
  },
): Promise<readonly Owner[]> {
  const values = [[...due.ends], stored(startOfDay(due.before) satisfies Instant), due.today, due.limit];
  return (await statements.query<{ owner: Owner }>({ ...applicants, values })).rows.map(({ owner }) => owner);
}

/** Objectors of applications that ended before the day and whose objections were all settled. */
export async function objectorsDueForErasure(
  statements: Statements,
  due: { readonly ends: readonly Status[]; readonly before: LocalDate; readonly limit: number },
): Promise<readonly Owner[]> {
  const values = [[...due.ends], stored(startOfDay(due.before)), due.limit];
  return (await statements.query<{ owner: Owner }>({ ...objectors, values })).rows.map(({ owner }) => owner);
}

/** Statements of the bank that finance sent before the day, whose words can still be read. */
export async function statementsDueForErasure(
  statements: Statements,
  due: { readonly before: LocalDate; readonly limit: number },
): Promise<readonly Owner[]> {
  const { rows } = await statements.query<{ owner: Owner }>({
    name: 'statements_due_for_erasure',
    text: `SELECT owner FROM data_keys AS key JOIN statements AS statement ON 'statement:' || statement.id = owner
      WHERE erased_at IS NULL AND made_at < $1 ORDER BY owner LIMIT $2`,
    values: [stored(startOfDay(due.before)), due.limit],
  });
  return rows.map(({ owner }) => owner);
}

/** Removes how parcels were sent of applications that ended before the day and whose objections were all settled; how many, up to a limit. */
export async function erasePlansByPost(
  statements: Statements,
  due: { readonly ends: readonly Status[]; readonly before: LocalDate; readonly limit: number },
): Promise<number> {
  const { rowCount } = await statements.query({
    name: 'erase_plans_by_post',
    text: `DELETE FROM originals_plans WHERE id IN (
      SELECT plan.id FROM originals_plans AS plan JOIN applications AS application ON application.id = plan.application_id
      WHERE plan.kind = 'post' AND status = ANY ($1::text[]) AND ${lastMoved} < $2 AND NOT ${openObjection}
      LIMIT $3)`,
    values: [[...due.ends], stored(startOfDay(due.before)), due.limit],
  });
  return rowCount ?? 0;
}

/** Removes how a person's originals were sent; with their key nothing else of it can be read. */
export async function erasePlansByPostOf(statements: Statements, owner: Owner): Promise<void> {
  await statements.query(
    `DELETE FROM originals_plans USING applications AS application
     WHERE kind = 'post' AND application.id = application_id AND 'person:' || applicant_id = $1`,
    [owner],
  );
}

/** Replaces the name and address of a person who was an applicant only, and ends their account. */
export async function pseudonymize(statements: Statements, owner: Owner): Promise<void> {
  await statements.query(
    `WITH person AS (
       UPDATE users SET name = '已清除', email = id || '@erased.invalid', phone = NULL, sign_on_subject = NULL, letters = 'mail', updated_at = now()
       WHERE 'person:' || id = $1 AND NOT EXISTS (SELECT FROM experts WHERE person_id = users.id)
         AND NOT EXISTS (SELECT FROM role_bindings WHERE person_id = users.id AND role <> $2)
       RETURNING id
     ), password AS (
       DELETE FROM credentials USING person WHERE person_id = person.id
     ), identity AS (
       DELETE FROM identities USING person WHERE person_id = person.id
     ), names AS (
       DELETE FROM name_changes USING person WHERE person_id = person.id
     ), invited AS (
       DELETE FROM invitations USING person WHERE person_id = person.id OR accepted_by = person.id
     )
     DELETE FROM sessions USING person WHERE person_id = person.id`,
    [owner, 'applicant'],
  );
}
