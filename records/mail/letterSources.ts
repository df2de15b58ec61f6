import type { ActData, Transition } from '../../rules/application/act.js';
import type { Profile } from '../../rules/application/facts.js';
import type { EventName, Status } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { ActFreeText } from '../application/actFreeText.js';
import { type Pinned, pinnedVersion } from '../application/pinnedPolicy.js';
import { keptPolicyVersion } from '../campaign/keptPolicyVersion.js';
import type { Database } from '../database.js';
import { heldRoles } from '../people/heldRoles.js';
import { instantOrNull } from '../timestamps.js';

/** The data a waiting letter is rendered from, and its recipients. */
export interface LetterSource extends Pinned {
  readonly outboxId: string;
  /** Addresses of everybody who holds the letter's role for its scope, each once; empty when nobody does. */
  readonly addresses: readonly string[];
  /** Those of them who get their letters in English. */
  readonly english: readonly string[];
  /** Telephone numbers of those who are reached by short message. */
  readonly phones: readonly string[];
  /** Those of all recipients, for what cannot wait. */
  readonly everyPhone: readonly string[];
  readonly number: string;
  readonly applicantName: string;
  readonly unitName: string;
  /** The departments above the unit. */
  readonly chain: readonly string[];
  readonly profile: Profile;
  /** The code of the application's round, or null. */
  readonly round: string | null;
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
    /** Those that ran before it. */
    readonly previous: Transition['deadlines'];
    /** Whether the deadlines stand still after it. */
    readonly paused: boolean;
    /** The defense as it was appointed before it. */
    readonly defenseBefore: Instant | null;
  } | null;
  readonly freeText: ActFreeText | null;
}

/** The sources of these letters by outbox id, in one read. */
export async function letterSources(
  database: Database,
  outboxIds: readonly string[],
): Promise<ReadonlyMap<string, LetterSource>> {
  const { rows } = await database.pool.query<Row>({ ...read, values: [outboxIds] });
  // A policy has as many kilobytes as a letter has words: it is read once, and not with every letter.
  const pinned = (row: Row) => keptPolicyVersion(database, row);
  return new Map(await Promise.all(rows.map(async (row) => [row.outboxId, sourceOf(row, await pinned(row))] as const)));
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

/** Telephone numbers of all recipients, whichever way they chose for their letters. */
export const everyPhone = recipients('phone', 'phone IS NOT NULL');
/** Addresses of the recipients who are reached by mail. */
export const addresses = recipients('email', "email IS NOT NULL AND (letters <> 'sms' OR phone IS NULL)");
/** Those of them who read English. */
export const english = `ARRAY(SELECT email FROM users WHERE language = 'en' AND email = ANY (${addresses}))`;
/** Telephone numbers of those who are reached by short message. */
export const phones = recipients('phone', "phone IS NOT NULL AND (letters <> 'mail' OR email IS NULL)");

/** The instant in a fact as the last event set it that changed it, up to the event of a letter or before it. */
const lastChange = (fact: 'tolledSince' | 'defenseAt', upTo: '<' | '<=') => `
  (SELECT (changes->>'${fact}')::float8 FROM events AS changing WHERE changing.application_id = event.application_id
    AND changing.seq ${upTo} event.seq AND changing.changes ? '${fact}' ORDER BY changing.seq DESC LIMIT 1)`;

const read = {
  name: 'letter_sources',
  text: `
    SELECT letter.id::text AS "outboxId", application.number, person.name AS "applicantName",
      unit.name AS "unitName", application.facts->'profile' AS profile, application.facts->'chain' AS chain, application.facts->>'round' AS round, event.event, event.at, event.to_status AS "to",
      COALESCE((application.facts->>'acceptedAt')::numeric <= extract(epoch FROM event.at) * 1000, false) AS audited,
      event.data, event.changes, event.deadlines, COALESCE(earlier.deadlines, '{}') AS previous,
      ${lastChange('tolledSince', '<=')} IS NOT NULL AS paused, ${lastChange('defenseAt', '<')} AS "defenseBefore", intake.free_text AS "freeText",
      application.campaign_id AS "campaignId", pinned.version,
      ${addresses} AS addresses, ${english} AS english, ${phones} AS phones, ${everyPhone} AS "everyPhone"
    FROM outbox AS letter
    JOIN applications AS application ON application.id = letter.application_id
    JOIN users AS person ON person.id = application.applicant_id
    JOIN units AS unit ON unit.id = application.unit_id
    LEFT JOIN events AS event ON event.application_id = letter.application_id AND event.seq = letter.seq
    LEFT JOIN events AS earlier ON earlier.application_id = event.application_id AND earlier.seq = event.seq - 1
    LEFT JOIN intakes AS intake ON intake.application_id = letter.application_id AND intake.key = event.key
    ${pinnedVersion('application')}
    WHERE letter.id = ANY($1::bigint[])`,
};

interface Row extends Omit<LetterSource, 'event' | keyof Pinned> {
  readonly campaignId: string;
  readonly version: number;
  readonly event: EventName | null;
  readonly at: Date | null;
  readonly to: Status;
  readonly data: ActData;
  readonly changes: Transition['changes'];
  readonly deadlines: Transition['deadlines'];
  readonly previous: Transition['deadlines'];
  readonly paused: boolean;
  readonly defenseBefore: number | null;
}

function sourceOf(row: Row, pinned: Pinned): LetterSource {
  const {
    event,
    at,
    to,
    data,
    changes,
    deadlines,
    previous,
    paused,
    defenseBefore,
    campaignId: _,
    version: __,
    ...rest
  } = row;
  const happened = instantOrNull(at);
  return {
    ...rest,
    ...pinned,
    event:
      event === null || happened === null
        ? null
        : { event, at: happened, to, data, changes, deadlines, previous, paused, defenseBefore },
  };
}
