import type { SignInChange } from '../../rules/access/signInChanges.js';

/**
 * The part of a statement that writes to the people whose sign-in it changes: `people` names an earlier part with their
 * `person_id`. The instant is real time, by the database's clock.
 */
export function signInLetter(people: string, change: SignInChange): string {
  return `INSERT INTO outbox (kind, role, scope, personal, key, detail)
    SELECT 'sign_in_changed', 'applicant', person_id, true, 'sign_in_changed:' || gen_random_uuid(),
      jsonb_build_object('at', (extract(epoch FROM clock_timestamp()) * 1000)::bigint, 'signIn', '${change}') FROM ${people}`;
}
