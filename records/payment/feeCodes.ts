import type { Instant } from '../../rules/calendar/instant.js';
import type { FeePart } from '../../rules/candidate/fees.js';
import type { FeeState } from '../../rules/fees/feeStates.js';
import type { Database } from '../database.js';
import { instantFrom } from '../timestamps.js';

/** One part of what an application pays, under its pay code. */
export interface CodedFee {
  readonly applicationId: string;
  /** The short number of the application. */
  readonly number: string;
  readonly campaignId: string;
  readonly part: FeePart;
  readonly code: string;
  /** In fen. */
  readonly amount: number;
  readonly state: FeeState;
  /** The clause by which nothing is paid; null: something is. */
  readonly basis: string | null;
  readonly arisenAt: Instant;
}

const selected = `SELECT fees.application_id AS "applicationId", applications.number, fees.campaign_id AS "campaignId", part, code, amount,
    state, basis, arisen_at AS "arisenAt"
  FROM fees JOIN applications ON applications.id = fees.application_id`;

/** The fees that have arisen for an application, in the order in which they did. */
export async function feesOf({ pool }: Pick<Database, 'pool'>, applicationId: string): Promise<readonly CodedFee[]> {
  const text = `${selected} WHERE fees.application_id = $1::uuid ORDER BY arisen_at, part DESC`;
  const { rows } = await pool.query<Row>({ name: 'fees_of', text, values: [applicationId] });
  return rows.map(feeFrom);
}

/** The fees of these pay codes, as far as there are such; any number of codes is one statement. */
export async function feesByCodes(
  { pool }: Pick<Database, 'pool'>,
  codes: readonly string[],
): Promise<readonly CodedFee[]> {
  const { rows } = await pool.query<Row>({
    name: 'fees_by_codes',
    text: `${selected} WHERE code = ANY ($1)`,
    values: [codes],
  });
  return rows.map(feeFrom);
}

type Row = Omit<CodedFee, 'arisenAt'> & { readonly arisenAt: Date };
const feeFrom = ({ arisenAt, ...fee }: Row): CodedFee => ({ ...fee, arisenAt: instantFrom(arisenAt) });
