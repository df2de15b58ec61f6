import type { ActData, Actor } from '../../rules/application/act.js';
import { type EventName, isFinal, type Role, statuses } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { hashOf } from '../application/eventHash.js';
import type { Database, Statements } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';
import type { CampaignPause, PauseStep } from './campaignPauses.js';
import { pauseKeys } from './pauseActs.js';

const final = statuses.filter(isFinal);

const approve = {
  name: 'approve_pause',
  text: `UPDATE campaign_pauses SET state = 'approved', decided_by = $2, decided_role = $3, decided_scope = $4, decided_at = $5
         WHERE id = $1 AND state = 'requested'`,
};
const end = {
  name: 'end_pause',
  text: `UPDATE campaign_pauses SET state = 'ended', ended_by = $2, ended_role = $3, ended_scope = $4, ended_at = $5, end_reason = $6
         WHERE id = $1 AND state = 'approved'`,
};

/** Earliest instant at which an act can be registered for an application, from $2 on: what it came through has its place before. */
const openFrom = `GREATEST($2::timestamptz, application.intake_cutoff,
  to_timestamp((application.facts->>'lastAt')::float8 / 1000))`;
/** Acts on each of these applications, in the order of $4; ids of one application ascend, by which acts of one instant are ordered. */
const registerFor = (applications: string) => `
  WITH one AS (${applications} ORDER BY application.id FOR SHARE OF application),
    numbered AS (SELECT id, at, gen_random_uuid() AS a, gen_random_uuid() AS b FROM one)
  INSERT INTO intakes (id, application_id, key, event, actor_role, actor_id, actor_scope, received_at, data,
    free_text, free_text_hash, body_hash)
  SELECT CASE act.place WHEN 1 THEN least(a, b) ELSE greatest(a, b) END, numbered.id, act.doc->>'key', act.doc->>'event',
    act.doc->>'role', act.doc->>'personId', act.doc->>'scope', at, act.doc->'data',
    NULLIF(act.doc->'freeText', 'null'), act.doc->>'freeTextHash', act.doc->>'bodyHash'
  FROM numbered CROSS JOIN jsonb_array_elements($4::jsonb) WITH ORDINALITY AS act (doc, place)
  ON CONFLICT (application_id, key) DO NOTHING`;
// The row lock makes a registration and a rising intake cutoff wait for each other, as for a single act.
const registerPausing = {
  name: 'register_pausing',
  text: registerFor(`
    SELECT application.id, ${openFrom} AS at FROM applications AS application
    WHERE campaign_id = $1 AND status <> ALL ($3::text[]) AND started_at IS NOT NULL`),
};
const registerPausingOne = {
  name: 'register_pausing_one',
  text: registerFor(`
    SELECT application.id, ${openFrom} AS at FROM applications AS application
    WHERE id = $1 AND status <> ALL ($3::text[])`),
};
// The lock makes a start and an approval wait for each other: the approval registers for whatever has been started by then.
const toJoin = {
  name: 'pauses_to_join',
  text: `SELECT pause.id, reason, to_char(until, 'YYYY-MM-DD') AS until, state,
           requested_by AS "requestedBy", requested_role AS "requestedRole", requested_scope AS "requestedScope",
           decided_by AS "decidedBy", decided_role AS "decidedRole", decided_scope AS "decidedScope"
         FROM campaign_pauses AS pause JOIN applications AS application USING (campaign_id)
         WHERE application.id = $1 AND application.started_at IS NULL AND state IN ('requested', 'approved')
         FOR SHARE OF pause`,
};
// Those it paused and nobody else has let run since, and those it is still to pause. $5 key of its approval.
const registerEnding = {
  name: 'register_ending',
  text: registerFor(`
    SELECT application.id, GREATEST(${openFrom}, approval.received_at + interval '1 millisecond') AS at
    FROM applications AS application
    JOIN intakes AS approval ON approval.application_id = application.id AND approval.key = $5
    LEFT JOIN events AS event ON event.application_id = application.id AND event.key = $5
    WHERE campaign_id = $1 AND status <> ALL ($3::text[]) AND approval.outcome IS DISTINCT FROM 'refused'
      AND (event.key IS NULL OR (application.facts->>'tolledSince')::numeric = extract(epoch FROM event.at) * 1000)`),
};

/**
 * Approves a request and registers, in the same transaction, what it means for every running application of the campaign: the
 * request and the approval of a pause, both at the instant of the approval. From here on no deadline that comes due later passes
 * them. Applications that are begun later join when they are started: see `markStarted`. False: the request no longer waits.
 */
export async function approvePause(
  database: Database,
  { id, campaignId, reason, until, requested }: CampaignPause,
  { by, at }: PauseStep,
): Promise<boolean> {
  const acts = pausingActs({ id, reason, until, requestedBy: requested.by, approvedBy: by });
  return await inTransaction(database, async (statements) => {
    const decided = [id, by.personId, by.role, by.scope, stored(at)];
    const { rowCount } = await statements.query({ ...approve, values: decided });
    if (rowCount !== 1) return false;
    await statements.query({ ...registerPausing, values: [campaignId, stored(at), final, JSON.stringify(acts)] });
    return true;
  });
}

/** A pause that is in force, as an application joins it. */
export interface PauseInForce extends Pick<CampaignPause, 'id' | 'reason' | 'until'> {
  readonly requestedBy: Actor;
  readonly approvedBy: Actor;
}

/**
 * The pause in force in the campaign of an application that has not been started, if any. Locks it against its end, and a
 * request against its approval, until the transaction ends.
 */
export async function pausesToJoin(statements: Statements, applicationId: string): Promise<readonly PauseInForce[]> {
  const { rows } = await statements.query<PauseRow>({ ...toJoin, values: [applicationId] });
  return rows.flatMap(({ id, reason, until, ...row }) => {
    const { decidedBy: personId, decidedRole: role, decidedScope: scope } = row;
    if (row.state !== 'approved' || personId === null || role === null) return [];
    const requestedBy = { personId: row.requestedBy, role: row.requestedRole, scope: row.requestedScope };
    return [{ id, reason, until, requestedBy, approvedBy: { personId, role, scope } }];
  });
}

interface PauseRow extends Pick<CampaignPause, 'id' | 'reason' | 'until' | 'state'> {
  readonly requestedBy: string;
  readonly requestedRole: Role;
  readonly requestedScope: string | null;
  readonly decidedBy: string | null;
  readonly decidedRole: Role | null;
  readonly decidedScope: string | null;
}

/** Registers a pause in force, request and approval, for an application that has just been started. */
export async function registerPausingOf(
  statements: Statements,
  pause: PauseInForce,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<void> {
  await statements.query({
    ...registerPausingOne,
    values: [id, stored(at), final, JSON.stringify(pausingActs(pause))],
  });
}

function pausingActs({ id, reason, until, requestedBy, approvedBy }: PauseInForce) {
  const { request, approval } = pauseKeys(id);
  return [
    actOf(id, { key: request, event: 'toll', by: requestedBy, data: { until }, reason }),
    actOf(id, { key: approval, event: 'approve_toll', by: approvedBy, data: {}, reason: null }),
  ];
}

/**
 * Ends a pause and registers, in the same transaction, the resumption of every application that it paused, at the instant of
 * the ending. False: it is not in force.
 */
export async function endPause(
  database: Database,
  { id, campaignId }: Pick<CampaignPause, 'id' | 'campaignId'>,
  { by, at, reason }: PauseStep & { readonly reason: string },
): Promise<boolean> {
  const { approval, end: key } = pauseKeys(id);
  const acts = [actOf(id, { key, event: 'untoll', by, data: {}, reason })];
  return await inTransaction(database, async (statements) => {
    const { rowCount } = await statements.query({
      ...end,
      values: [id, by.personId, by.role, by.scope, stored(at), reason],
    });
    if (rowCount !== 1) return false;
    const values = [campaignId, stored(at), final, JSON.stringify(acts), approval];
    await statements.query({ ...registerEnding, values });
    return true;
  });
}

function actOf(
  pauseId: string,
  given: {
    readonly key: string;
    readonly event: EventName;
    readonly by: Actor;
    readonly data: ActData;
    readonly reason: string | null;
  },
) {
  const { key, event, by, data, reason } = given;
  const freeText = reason === null ? null : { reason };
  const hashes = { freeTextHash: freeText && hashOf(freeText), bodyHash: hashOf({ event, pause: pauseId }) };
  return { key, event, ...by, data, freeText, ...hashes };
}
