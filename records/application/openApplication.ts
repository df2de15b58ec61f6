import type { Facts } from '../../rules/application/facts.js';
import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { AppliedBefore } from '../../rules/candidate/appliedBefore.js';
import { canonical } from '../../rules/canonical.js';
import type { Database, Statements } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { insertApplication } from './insertApplication.js';
import { nextNumber } from './nextNumber.js';

const ended = statuses.filter(isFinal);

async function endedBefore(statements: Statements, of: Facts): Promise<readonly AppliedBefore[]> {
  const { rows } = await statements.query<AppliedBefore>({
    name: 'applied_before',
    text: `SELECT status, submissions FROM applications
           WHERE applicant_id = $1 AND campaign_id = $2 AND specialty = $3 AND id <> $4 AND status = ANY($5::text[])
           ORDER BY opened_at, id`,
    values: [of.applicantId, of.campaignId, of.profile.specialty, of.applicationId, ended],
  });
  return rows;
}

/** Another application of the person ended while this one was being inserted. */
class EndedMeanwhile extends Error {}

/**
 * Inserts a new draft with an empty dossier. `counting` gives its facts, or refuses by throwing, knowing what became of the
 * person's earlier applications for the specialty. The caller then starts its workflow and calls `markStarted`; if the process
 * dies before that, the sweeper finds the row among `unstartedApplications`.
 *
 * @throws when the applicant has an open application in this campaign already: see `isAlreadyThere`
 */
export async function openApplication(
  database: Database,
  {
    facts: opened,
    openedAt,
    counting = () => opened,
  }: {
    readonly facts: Facts;
    readonly openedAt: Instant;
    readonly counting?: (earlier: readonly AppliedBefore[]) => Facts;
  },
): Promise<void> {
  const number = await nextNumber(database, opened.campaignId);
  for (;;) {
    const earlier = await endedBefore(database.pool, opened);
    const facts = counting(earlier);
    try {
      await inTransaction(database, async (statements) => {
        await insertApplication(statements, facts, { number, openedAt });
        // Of one that still ran the index has held the insertion back until it ended: what it came to counts too.
        if (canonical(await endedBefore(statements, opened)) !== canonical(earlier)) throw new EndedMeanwhile();
      });
      return;
    } catch (error) {
      if (!(error instanceof EndedMeanwhile)) throw error;
    }
  }
}
