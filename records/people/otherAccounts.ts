import type { OwnApplication } from '../../rules/candidate/appliedBefore.js';
import type { Statements } from '../database.js';

/** A person who applies in a campaign: by the keyed hash of their ID number, and the account they use. */
export interface ApplyingPerson {
  readonly campaignId: string;
  readonly idNumberHash: string;
  readonly applicantId: string;
}

/**
 * Waits for every other transaction in which this person hands something in, under whichever account, and holds the rest back
 * until this one ends: what is counted afterwards stays true until then.
 */
export async function lockPerson(
  statements: Statements,
  { campaignId, idNumberHash }: Pick<ApplyingPerson, 'campaignId' | 'idNumberHash'>,
): Promise<void> {
  await statements.query({
    name: 'lock_person',
    text: 'SELECT pg_advisory_xact_lock(hashtext($1))',
    values: [`pingshen:person:${JSON.stringify([campaignId, idNumberHash])}`],
  });
}

/**
 * What a person has handed in under other accounts, oldest first. A draft counts once its submission is registered: the record
 * may have it the next moment. Ask under the lock.
 */
export async function underOtherAccounts(
  statements: Statements,
  { campaignId, idNumberHash, applicantId }: ApplyingPerson,
): Promise<readonly OwnApplication[]> {
  const { rows } = await statements.query<OwnApplication>({
    name: 'under_other_accounts',
    text: `SELECT status, submissions, specialty FROM dossiers
           JOIN applications AS application ON application.id = dossiers.application_id
           WHERE id_number_hash = $1 AND campaign_id = $2 AND applicant_id <> $3
             AND (status <> 'draft' OR EXISTS (SELECT FROM intakes
               WHERE intakes.application_id = application.id AND event = 'submit' AND outcome IS NULL))
           ORDER BY opened_at, application.id`,
    values: [idNumberHash, campaignId, applicantId],
  });
  return rows;
}
