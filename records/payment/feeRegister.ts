import type { Instant } from '../../rules/calendar/instant.js';
import type { FeePart } from '../../rules/candidate/fees.js';
import { type FeeEvent, type FeeState, statesBy } from '../../rules/fees/feeStates.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

type Pool = Pick<Database, 'pool'>;

/** A fee as the register lists it. */
export interface RegisteredFee {
  readonly code: string;
  readonly applicationId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly part: FeePart;
  /** In fen. */
  readonly amount: number;
  readonly state: FeeState;
  readonly basis: string | null;
  /** The SHA-256 of the proof of an exemption. */
  readonly proof: string | null;
  /** Payments of this fee that are still to be matched. */
  readonly kept: number;
}

/** What narrows the register down: at most one of code, number and name. */
export interface FeeFilter {
  readonly campaignId: string;
  readonly code?: string | undefined;
  readonly number?: string | undefined;
  /** A part of the applicant's name, or of its pinyin initials. */
  readonly name?: string | undefined;
  readonly state?: FeeState | undefined;
  readonly part?: FeePart | undefined;
  /** The pay code after which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The fees of a campaign, by their pay codes. */
export async function registeredFees({ pool }: Pool, filter: FeeFilter): Promise<readonly RegisteredFee[]> {
  const { campaignId, code, number, name, state, part, after, limit } = filter;
  const { rows } = await pool.query<RegisteredFee>({
    name: 'registered_fees',
    text: `SELECT code, fees.application_id AS "applicationId", number, person.name AS "applicantName", unit.name AS "unitName", part,
        amount, fees.state, basis, proof, (SELECT count(*)::int FROM unmatched_payments AS kept WHERE kept.application_id = fees.application_id
          AND kept.part = fees.part AND resolved_at IS NULL) AS kept
      FROM fees JOIN applications ON applications.id = fees.application_id JOIN users AS person ON person.id = applicant_id
        JOIN units AS unit ON unit.id = unit_id
      WHERE fees.campaign_id = $1 AND ($2::text IS NULL OR code = $2) AND ($3::text IS NULL OR number = $3)
        AND ($4::text IS NULL OR EXISTS (SELECT FROM search_keys WHERE kind = 'person' AND subject = applicant_id
          AND key ~>=~ searched_text($4) AND key ~<~ (searched_text($4) || chr(1114111))))
        AND ($5::text IS NULL OR fees.state = $5) AND ($6::text IS NULL OR part = $6) AND ($7::text IS NULL OR code > $7)
      ORDER BY code LIMIT $8`,
    values: [campaignId, code, number, name, state, part, after, limit],
  });
  return rows;
}

/**
 * Notes what happened to fees whose amount is as stated; the pay codes of those that it happened to. Others are of another
 * amount, in a state that does not take it, or not there.
 */
export async function noteFeeEvent(
  { pool }: Pool,
  given: {
    readonly campaignId: string;
    readonly event: FeeEvent;
    readonly fees: readonly { readonly code: string; readonly amount: number }[];
    readonly at: Instant;
  },
): Promise<readonly string[]> {
  const { campaignId, event, fees, at } = given;
  const { rows } = await pool.query<{ code: string }>({
    name: 'note_fee_event',
    text: `UPDATE fees SET state = $2::jsonb->>fees.state, changed_at = $4
      FROM jsonb_to_recordset($3::jsonb) AS stated (code text, amount int)
      WHERE campaign_id = $1 AND fees.code = stated.code AND fees.amount = stated.amount AND $2::jsonb ? fees.state RETURNING fees.code`,
    values: [campaignId, JSON.stringify(statesBy(event)), JSON.stringify(fees), stored(at)],
  });
  return rows.map(({ code }) => code);
}
