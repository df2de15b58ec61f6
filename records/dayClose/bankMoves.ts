import type { Instant } from '../../rules/calendar/instant.js';
import { eventOfPart } from '../../rules/candidate/fees.js';
import { wayOf } from '../../rules/dayClose/dayClose.js';
import type { BankMove } from '../../rules/dayClose/daySummary.js';
import type { Database, Statements } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

type Row = Omit<BankMove, 'at' | 'way'> & { readonly at: Date; readonly key: string | null };

const selected = `SELECT transfer.id, transfer.kind, transfer.at, entry.amount::float8 AS amount, event.data->>'channel' AS channel, event.key,
    transfer.pay_code AS "payCode", transfer.reference, application.number, person.name AS "applicantName"
  FROM ledger_transfers AS transfer JOIN ledger_entries AS entry ON entry.transfer_id = transfer.id AND entry.account = 'bank'
    LEFT JOIN applications AS application ON application.id = transfer.application_id
    LEFT JOIN users AS person ON person.id = application.applicant_id
    LEFT JOIN events AS event ON transfer.kind = 'pay' AND event.application_id = transfer.application_id
      AND event.event = CASE transfer.part WHEN 'defense' THEN '${eventOfPart.defense}' ELSE '${eventOfPart.review}' END`;

/** Money of a campaign's ledger that moved before an instant and that no close holds, oldest first. */
export async function movesToClose(
  statements: Statements,
  { campaignId, before }: { readonly campaignId: string; readonly before: Instant },
): Promise<readonly BankMove[]> {
  const { rows } = await statements.query<Row>({
    name: 'moves_to_close',
    text: `${selected} WHERE transfer.campaign_id = $1 AND transfer.at < $2
             AND NOT EXISTS (SELECT FROM day_close_transfers AS closed WHERE closed.transfer_id = transfer.id)
           ORDER BY transfer.at, transfer.id`,
    values: [campaignId, stored(before)],
  });
  return rows.map(moveOf);
}

/** The money that a close holds, oldest first. */
export async function movesOf(statements: Statements, closeId: string): Promise<readonly BankMove[]> {
  const { rows } = await statements.query<Row>({
    name: 'moves_of_close',
    text: `${selected} JOIN day_close_transfers AS closed ON closed.transfer_id = transfer.id AND closed.close_id = $1
      ORDER BY transfer.at, transfer.id`,
    values: [closeId],
  });
  return rows.map(moveOf);
}

const perPage = 1_000;

/** All money of a campaign's ledger that moved, oldest first, each with the day in whose close it is; a page at a time. */
export async function* eachMove(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): AsyncGenerator<BankMove & { readonly closedDay: string | null }> {
  let after: readonly [Date | null, string] = [null, ''];
  for (;;) {
    const { rows }: { rows: (Row & { closedDay: string | null })[] } = await pool.query({
      name: 'moves_of_campaign',
      text: `SELECT move.*, to_char(closing.day, 'YYYY-MM-DD') AS "closedDay" FROM (${selected}
          WHERE transfer.campaign_id = $1 AND ($2::timestamptz IS NULL OR (transfer.at, transfer.id) > ($2::timestamptz, $3))
          ORDER BY transfer.at, transfer.id LIMIT ${perPage}) AS move
        LEFT JOIN day_close_transfers AS closed ON closed.transfer_id = move.id
        LEFT JOIN day_closes AS closing ON closing.id = closed.close_id ORDER BY move.at, move.id`,
      values: [campaignId, ...after],
    });
    for (const { closedDay, ...row } of rows) yield { ...moveOf(row), closedDay };
    const last = rows.at(-1);
    if (last === undefined || rows.length < perPage) return;
    after = [last.at, last.id];
  }
}

function moveOf({ at, key, ...row }: Row): BankMove {
  return { ...row, at: instantFrom(at), way: key === null ? null : wayOf(key) };
}
