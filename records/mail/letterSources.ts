import type { ActData, Transition } from '../../rules/application/act.js';
import type { Profile } from '../../rules/application/facts.js';
import type { EventName, Status } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { amendment } from '../../rules/policy/amendedTo.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { ActFreeText } from '../application/actFreeText.js';
import type { Database } from '../database.js';
import { heldRoles } from '../people/heldRoles.js';
import { instantOrNull } from '../timestamps.js';

/** The data a waiting letter is rendered from, and its recipients. */
export interface LetterSource {
  readonly outboxId: string;
  /** Addresses of everybody who holds the letter's role for its scope, each once; empty when nobody does. */
  readonly addresses: readonly string[];
  /** Telephone numbers of those who are reached by short message. */
  readonly phones: readonly string[];
  readonly number: string;
  readonly applicantName: string;
  readonly unitName: string;
  /** The departments above the unit. */
  readonly chain: readonly string[];
  readonly profile: Profile;
  /** The code of the application's round, or null. */
  readonly round: string | null;
  /** The policy the application is pinned to. */
  readonly policy: Policy;
  /** Whether the committee had accepted the application by then. */
  readonly audited: boolean;
  /** The event the letter reports, or the last one before a reminder; null when there was none yet. */
  readonly event: {
    readonly event: EventName;
    readonly at: Instant;
    readonly to: Status;
    readonly data: ActData;
    readonly changes: Transition['changes'];
    readonly deadlines: Transition['deadlines'];
  } | null;
  readonly freeText: ActFreeText | null;
}

/** The sources of these letters by outbox id, in one read. */
export async function letterSources(
  database: Database,
  outboxIds: readonly string[],
): Promise<ReadonlyMap<string, LetterSource>> {
  const { rows } = await database.pool.query<Row>({ ...read, values: [outboxIds] });
  return new Map(rows.map((row) => [row.outboxId, sourceOf(row)]));
}

/**
 * A column of the recipients of an outbox row aliased `letter`: the person, whoever was invited while the invitation is open,
 * or everybody who holds the role for its scope; only of those who want their letters that way.
 */
const recipients = (column: 'email' | 'phone', wanted: string) => `
  CASE WHEN letter.kind = 'account_invitation' THEN ARRAY(SELECT ${column} FROM invitations
      WHERE id::text = letter.scope AND ${column} IS NOT NULL AND accepted_at IS NULL AND withdrawn_at IS NULL)
    WHEN letter.role = 'applicant' OR letter.personal THEN ARRAY(SELECT ${column} FROM users
      WHERE id = letter.scope AND ${wanted})
    ELSE ARRAY(SELECT DISTINCT ${column} FROM (${heldRoles}) AS binding JOIN users ON users.id = binding.person_id
      WHERE ${wanted} AND binding.role = letter.role
        AND (binding.scope = letter.scope OR binding.scope IS NULL AND letter.role NOT IN ('unit', 'department'))
      ORDER BY ${column})
  END`;

/** Addresses of the recipients who are reached by mail. */
export const addresses = recipients('email', "email IS NOT NULL AND (letters <> 'sms' OR phone IS NULL)");
/** Telephone numbers of those who are reached by short message. */
export const phones = recipients('phone', "phone IS NOT NULL AND (letters <> 'mail' OR email IS NULL)");

const read = {
  name: 'letter_sources',
  text: `
    SELECT letter.id::text AS "outboxId", application.number, person.name AS "applicantName",
      unit.name AS "unitName", application.facts->'profile' AS profile, application.facts->'chain' AS chain, application.facts->>'round' AS round, event.event, event.at, event.to_status AS "to",
      COALESCE((application.facts->>'acceptedAt')::numeric <= extract(epoch FROM event.at) * 1000, false) AS audited,
      event.data, event.changes, event.deadlines, intake.free_text AS "freeText",
      COALESCE((
        SELECT pinned.policy FROM policy_versions AS pinned
        WHERE pinned.campaign_id = application.campaign_id AND (pinned.changed_at <= application.opened_at
          OR pinned.version = (SELECT max((data->>'version')::int) FROM events
            WHERE application_id = application.id AND event = '${amendment}'))
        ORDER BY pinned.version DESC LIMIT 1), campaign.policy) AS policy,
      ${addresses} AS addresses, ${phones} AS phones
    FROM outbox AS letter
    JOIN applications AS application ON application.id = letter.application_id
    JOIN campaigns AS campaign ON campaign.id = application.campaign_id
    JOIN users AS person ON person.id = application.applicant_id
    JOIN units AS unit ON unit.id = application.unit_id
    LEFT JOIN events AS event ON event.application_id = letter.application_id AND event.seq = letter.seq
    LEFT JOIN intakes AS intake ON intake.application_id = letter.application_id AND intake.key = event.key
    WHERE letter.id = ANY($1::bigint[])`,
};

interface Row extends Omit<LetterSource, 'event'> {
  readonly event: EventName | null;
  readonly at: Date | null;
  readonly to: Status;
  readonly data: ActData;
  readonly changes: Transition['changes'];
  readonly deadlines: Transition['deadlines'];
}

function sourceOf({ event, at, to, data, changes, deadlines, ...rest }: Row): LetterSource {
  const happened = instantOrNull(at);
  return {
    ...rest,
    event: event === null || happened === null ? null : { event, at: happened, to, data, changes, deadlines },
  };
}
