import type { SignInChange } from '../../rules/access/signInChanges.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { signInLetter } from '../mail/signInLetter.js';
import { instantOrNull, stored } from '../timestamps.js';

/** The sealed secret of a person's authenticator, since when it is confirmed, and how it was tried. */
export interface SecondFactor {
  readonly sealedSecret: string;
  readonly confirmedAt: Instant | null;
  readonly lastStep: number;
  readonly mailCodeHash: string | null;
  readonly mailCodeUntil: Instant | null;
  /** Wrong codes since the last right one. */
  readonly failures: number;
  readonly failedAt: Instant | null;
}

type Pool = Pick<Database, 'pool'>;

/** A person's second factor, or null. */
export async function findSecondFactor({ pool }: Pool, personId: string): Promise<SecondFactor | null> {
  const {
    rows: [row],
  } = await pool.query<
    Omit<SecondFactor, 'confirmedAt' | 'mailCodeUntil' | 'failedAt'> &
      Record<'confirmedAt' | 'mailCodeUntil' | 'failedAt', Date | null>
  >({
    name: 'find_second_factor',
    text: `SELECT sealed_secret AS "sealedSecret", confirmed_at AS "confirmedAt", last_step::int AS "lastStep",
             mail_code_hash AS "mailCodeHash", mail_code_until AS "mailCodeUntil", failures, failed_at AS "failedAt"
           FROM second_factors WHERE person_id = $1`,
    values: [personId],
  });
  if (!row) return null;
  const { confirmedAt, mailCodeUntil, failedAt } = row;
  return {
    ...row,
    confirmedAt: instantOrNull(confirmedAt),
    mailCodeUntil: instantOrNull(mailCodeUntil),
    failedAt: instantOrNull(failedAt),
  };
}

/** Stores a new secret until its first code confirms it. False: there is a confirmed one, which is not replaced. */
export async function offerSecondFactor(
  { pool }: Pool,
  {
    personId,
    sealedSecret,
    mailCodeHash,
    mailCodeUntil,
  }: {
    readonly personId: string;
    readonly sealedSecret: string;
    readonly mailCodeHash: string;
    readonly mailCodeUntil: Instant;
  },
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'offer_second_factor',
    text: `INSERT INTO second_factors AS known (person_id, sealed_secret, mail_code_hash, mail_code_until)
           VALUES ($1, $2, $3, $4)
           ON CONFLICT (person_id) DO UPDATE SET sealed_secret = $2, mail_code_hash = $3, mail_code_until = $4
           WHERE known.confirmed_at IS NULL`,
    values: [personId, sealedSecret, mailCodeHash, stored(mailCodeUntil)],
  });
  return rowCount === 1;
}

/** Stores secrets that are known to work; people with a factor keep theirs. */
export async function addSecondFactors(
  { pool }: Pool,
  factors: readonly { readonly personId: string; readonly sealedSecret: string }[],
): Promise<void> {
  await pool.query(
    `INSERT INTO second_factors (person_id, sealed_secret, confirmed_at)
     SELECT person_id, sealed, now() FROM unnest($1::text[], $2::text[]) AS given (person_id, sealed)
     ON CONFLICT DO NOTHING`,
    [factors.map(({ personId }) => personId), factors.map(({ sealedSecret }) => sealedSecret)],
  );
}

/**
 * Accepts the code of a time step later than every one accepted before; the first confirms the authenticator, and its owner
 * gets a letter. False: it was accepted already.
 */
export async function takeStep(
  { pool }: Pool,
  { personId, step, at }: { readonly personId: string; readonly step: number; readonly at: Instant },
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'take_step',
    text: `WITH before AS (SELECT person_id FROM second_factors WHERE person_id = $1 AND confirmed_at IS NULL),
             taken AS (
               UPDATE second_factors SET last_step = $2, confirmed_at = COALESCE(confirmed_at, $3), failures = 0,
                 mail_code_hash = NULL
               WHERE person_id = $1 AND last_step < $2 RETURNING person_id),
             set_up AS (SELECT person_id FROM taken JOIN before USING (person_id)),
             letter AS (${signInLetter('set_up', 'factor_set_up')})
           SELECT FROM taken`,
    values: [personId, step, stored(at)],
  });
  return rowCount === 1;
}

/** Counts a wrong code. */
export async function noteFailure({ pool }: Pool, personId: string, at: Instant): Promise<void> {
  await pool.query({
    name: 'note_factor_failure',
    text: 'UPDATE second_factors SET failures = failures + 1, failed_at = $2 WHERE person_id = $1',
    values: [personId, stored(at)],
  });
}

/** Removes a person's authenticator and recovery codes, and writes to them if they had one; `null`: without a letter. */
export async function removeSecondFactor(
  { pool }: Pool,
  personId: string,
  change: Extract<SignInChange, `factor_re${string}`> | null,
): Promise<void> {
  await pool.query({
    name: `remove_second_${change}`,
    text: `WITH codes AS (DELETE FROM recovery_codes WHERE person_id = $1),
             removed AS (DELETE FROM second_factors WHERE person_id = $1 RETURNING person_id)
           ${change === null ? 'SELECT' : signInLetter('removed', change)}`,
    values: [personId],
  });
}
