import { type Instant, localDateOf } from '../../rules/calendar/instant.js';
import { eventOfPart } from '../../rules/candidate/fees.js';
import type { FeeState } from '../../rules/fees/feeStates.js';
import { type MatchedFee, stateToMatch } from '../../rules/statements/matchLines.js';
import type { Database } from '../database.js';

type Row = Omit<MatchedFee, 'state' | 'paidDays'> & {
  readonly state: FeeState;
  readonly paidAt: Instant | null;
  readonly paidOn: string | null;
};

/** The fees of a campaign as lines of a statement are compared with them. */
export async function matchedFees(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): Promise<readonly MatchedFee[]> {
  const { rows } = await pool.query<Row>({
    name: 'fees_to_match',
    text: `SELECT fee.application_id AS "applicationId", fee.part, fee.code, application.number, person.name AS "applicantName", fee.amount,
             fee.state, (CASE fee.part WHEN 'defense' THEN application.facts->>'defenseFeePaidAt' ELSE application.facts->>'paidAt' END)::float8
               AS "paidAt", paid.day AS "paidOn",
             EXISTS (SELECT FROM statement_lines AS line WHERE line.application_id = fee.application_id AND line.part = fee.part
               AND line.outcome IS DISTINCT FROM 'refused') AS "fromLine"
           FROM fees AS fee JOIN applications AS application ON application.id = fee.application_id
             JOIN users AS person ON person.id = application.applicant_id
             LEFT JOIN LATERAL (SELECT data->>'paidOn' AS day FROM events WHERE application_id = fee.application_id AND data ? 'paidOn'
               AND event = CASE fee.part WHEN 'defense' THEN '${eventOfPart.defense}' ELSE '${eventOfPart.review}' END) AS paid ON true
           WHERE fee.campaign_id = $1`,
    values: [campaignId],
  });
  return rows.map(({ state, paidAt, paidOn, ...fee }) => ({
    ...fee,
    state: stateToMatch(state),
    paidDays: [...(paidOn === null ? [] : [paidOn]), ...(paidAt === null ? [] : [localDateOf(paidAt)])],
  }));
}

/** Under which of these serial numbers money is registered already: by the bank's messages, as the payment of a fee or kept. */
export async function registeredSerials(
  { pool }: Pick<Database, 'pool'>,
  serials: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ serial: string }>({
    name: 'registered_serials',
    text: `SELECT DISTINCT substr(key, 6) AS serial FROM intakes WHERE key = ANY($1) AND actor_role = 'bank' AND outcome = 'done'
           UNION SELECT transaction_id FROM unmatched_payments WHERE transaction_id = ANY($2)`,
    values: [serials.map((serial) => `bank:${serial}`), serials],
  });
  return new Set(rows.map(({ serial }) => serial));
}
