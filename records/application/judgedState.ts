import type { Act } from '../../rules/application/act.js';
import { amendedTo } from '../../rules/policy/amendedTo.js';
import { keptPolicyVersion } from '../campaign/keptPolicyVersion.js';
import type { Database } from '../database.js';
import { type ActRow, actOf } from './actOf.js';
import type { RecordedState } from './appendTransition.js';
import { type Pinned, pinnedVersion } from './pinnedPolicy.js';

/** Everything an act or a deadline of an application is judged by, as the record has it. */
export interface JudgedState extends RecordedState, Pinned {
  /** The act registered under the key that was asked for, or null. */
  readonly act: Act | null;
  /** Whether a check has found that its record does not hold. */
  readonly broken: boolean;
}

interface Row extends RecordedState, Omit<ActRow, 'key'> {
  readonly campaignId: string;
  readonly version: number;
  readonly key: string | null;
  readonly broken: boolean;
}

// $1 application, $2 key of the act.
const read = {
  name: 'judged_state',
  text: `
    SELECT application.facts, application.last_hash AS "lastHash", application.campaign_id AS "campaignId",
      pinned.version, intake.key, intake.event, intake.actor_role, intake.actor_id, intake.actor_scope,
      intake.received_at, intake.expected_seq, intake.data, intake.free_text_hash,
      EXISTS (SELECT FROM record_checks WHERE kind = 'application' AND subject = application.id::text AND fault IS NOT NULL) AS broken
    FROM applications AS application ${pinnedVersion('application')}
    LEFT JOIN intakes AS intake ON intake.application_id = application.id AND intake.key = $2
    WHERE application.id = $1`,
};

/**
 * Reads what an application is judged by, and the act registered under a key, in one statement. An amendment is judged by
 * the policy it brings. @throws when there is no such application
 */
export async function judgedState(
  database: Database,
  { applicationId, key }: { readonly applicationId: string; readonly key: string },
): Promise<JudgedState> {
  const { rows } = await database.pool.query<Row>({ ...read, values: [applicationId, key] });
  const [row] = rows;
  if (!row) throw new Error(`no application ${applicationId}`);
  const { facts, lastHash, campaignId, broken } = row;
  const act = row.key === null ? null : actOf({ ...row, key: row.key });
  const version = amendedTo(act ? [act] : [])?.version ?? row.version;
  const { policy, calendar } = await keptPolicyVersion(database, { campaignId, version });
  return { facts, lastHash, act, broken, policy, calendar };
}
