import type { Database, Statements } from '../../records/database.js';
import { addAccess } from '../../records/people/accessLog.js';
import { erasePlansByPostOf, pseudonymize } from '../../records/privacy/dueForErasure.js';
import { dataNeededFor } from '../../records/privacy/earlyErasure.js';
import { personOwner } from '../../records/sealed/sealedDossier.js';
import { type Instant, localDateOf } from '../../rules/calendar/instant.js';
import { earlyErasureClause, earlyErasureRefusal } from '../../rules/privacy/earlyErasure.js';
import { ends } from '../../rules/privacy/retention.js';
import { problemOf } from '../http/problem.js';

/** An erasure before the time of retention: whose data, who decides it, why, and from where. */
interface EarlyErasure {
  readonly personId: string;
  readonly by: string;
  readonly reason: string;
  readonly address: string | null;
  readonly now: Instant;
}

/** @throws Problem with the clause when the person's data are still needed */
export async function refuseNeeded(statements: Statements, personId: string, now: Instant): Promise<void> {
  const refusal = earlyErasureRefusal(await dataNeededFor(statements, { personId, ends, today: localDateOf(now) }));
  if (refusal) throw problemOf(refusal);
}

/**
 * Erases a person's data key, in a transaction that also notes who did it and why; who was an applicant only loses name,
 * address and account.
 *
 * @throws Problem with the clause when the data are still needed
 */
export async function eraseEarly(
  { vault }: Pick<Database, 'vault'>,
  statements: Statements,
  { personId, by, reason, address, now }: EarlyErasure,
): Promise<void> {
  await refuseNeeded(statements, personId, now);
  await pseudonymize(statements, personOwner(personId));
  await erasePlansByPostOf(statements, personOwner(personId));
  await vault.erase(personOwner(personId), `${earlyErasureClause}：${reason}`, statements);
  await addAccess({ pool: statements }, { kind: 'erased', personId: by, subjectId: personId, reason, address });
}
