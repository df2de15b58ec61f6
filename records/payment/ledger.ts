import type { Instant } from '../../rules/calendar/instant.js';
import type { FeePart } from '../../rules/candidate/fees.js';
import type { AccountName } from '../../rules/fees/accounts.js';
import type { LedgerPosting, PostingKind } from '../../rules/fees/postings.js';
import type { Database, Statements } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

/** What a transfer of the ledger is about. */
export interface TransferHead {
  readonly id: string;
  readonly campaignId: string | null;
  readonly applicationId: string | null;
  readonly part: FeePart | null;
  readonly payCode: string | null;
  /** The bank's transaction, or the refund. */
  readonly reference: string | null;
  /** The pending transfer that it resolves. */
  readonly resolves: string | null;
  readonly at: Instant;
}

/**
 * Posts a transfer, once by its id; false: it stands there already.
 *
 * @throws when it resolves what is not pending, or is resolved already
 */
export async function post(statements: Statements, head: TransferHead, posting: LedgerPosting): Promise<boolean> {
  const { id, campaignId, applicationId, part, payCode, reference, resolves, at } = head;
  const { rowCount } = await statements.query({
    name: 'post_transfer',
    text: `WITH posted AS (
        INSERT INTO ledger_transfers (id, kind, pending, campaign_id, application_id, part, pay_code, reference, resolves, at)
        VALUES ($1, $2, $3, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING RETURNING id)
      ${writeEntries}`,
    values: [...postedOf(id, posting), campaignId, applicationId, part, payCode, reference, resolves, stored(at)],
  });
  return rowCount !== 0;
}

/**
 * Posts what follows another transfer and concerns the same, once by its id; a pending one is resolved by it.
 *
 * @throws as `post` does
 */
export async function postFollowing(
  statements: Statements,
  { id, follows, reference, at }: Pick<TransferHead, 'id' | 'reference' | 'at'> & { readonly follows: string },
  posting: LedgerPosting,
): Promise<void> {
  await statements.query({
    name: 'post_following_transfer',
    text: `WITH posted AS (
        INSERT INTO ledger_transfers (id, kind, pending, campaign_id, application_id, part, pay_code, reference, resolves, at)
        SELECT $1, $2, $3, campaign_id, application_id, part, pay_code, COALESCE($6, reference), CASE WHEN pending THEN id END, $7
        FROM ledger_transfers WHERE id = $5 ON CONFLICT (id) DO NOTHING RETURNING id)
      ${writeEntries}`,
    values: [...postedOf(id, posting), follows, reference, stored(at)],
  });
}

// $4: the entries.
const writeEntries = `INSERT INTO ledger_entries (transfer_id, line, account, amount)
      SELECT posted.id, entry.line, entry.account, entry.amount
      FROM posted, jsonb_to_recordset($4::jsonb) AS entry (line smallint, account text, amount bigint)`;

const postedOf = (id: string, { kind, pending, entries }: LedgerPosting) => [
  id,
  kind,
  pending,
  JSON.stringify(entries.map((entry, index) => ({ line: index + 1, ...entry }))),
];

/** The balance of each account in fen, of a campaign or of all: debits less credits. */
export async function ledgerBalances(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string | null = null,
): Promise<Readonly<Partial<Record<AccountName, number>>>> {
  const { rows } = await pool.query<{ account: AccountName; balance: string }>({
    name: 'ledger_balances',
    text: `SELECT account, sum(amount) AS balance FROM ledger_entries JOIN ledger_transfers ON id = transfer_id
      WHERE $1::text IS NULL OR campaign_id = $1 GROUP BY account`,
    values: [campaignId],
  });
  return Object.fromEntries(rows.map(({ account, balance }) => [account, Number(balance)]));
}

/** A transfer with its entries. */
export interface Transfer extends TransferHead {
  readonly kind: PostingKind;
  readonly pending: boolean;
  readonly entries: readonly { readonly account: AccountName; readonly amount: number }[];
}
type Row = Omit<Transfer, 'at'> & { readonly at: Date };

const selected = `SELECT id, kind, campaign_id AS "campaignId", application_id AS "applicationId", part, pay_code AS "payCode", pending,
    resolves, reference, at, (SELECT jsonb_agg(jsonb_build_object('account', account, 'amount', amount) ORDER BY line)
      FROM ledger_entries WHERE transfer_id = ledger_transfers.id) AS entries
  FROM ledger_transfers`;

/** The transfers of a fee by its pay code, oldest first. */
export async function transfersOf({ pool }: Pick<Database, 'pool'>, payCode: string): Promise<readonly Transfer[]> {
  const text = `${selected} WHERE pay_code = $1 ORDER BY at, id`;
  const { rows } = await pool.query<Row>({ name: 'transfers_of_fee', text, values: [payCode] });
  return rows.map(transferFrom);
}

const pageSize = 1_000;

/** The transfers of a campaign, oldest first, a page at a time. */
export async function* eachTransfer(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): AsyncGenerator<readonly Transfer[]> {
  let after: readonly [Date, string] | null = null;
  for (;;) {
    const { rows }: { rows: Row[] } = await pool.query<Row>({
      name: 'transfers_of_campaign',
      text: `${selected} WHERE campaign_id = $1 AND ($2::timestamptz IS NULL OR (at, id) > ($2::timestamptz, $3)) ORDER BY at, id LIMIT ${pageSize}`,
      values: [campaignId, after?.[0] ?? null, after?.[1] ?? ''],
    });
    yield rows.map(transferFrom);
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = [last.at, last.id];
  }
}

const transferFrom = ({ at, ...row }: Row): Transfer => ({ ...row, at: instantFrom(at) });
