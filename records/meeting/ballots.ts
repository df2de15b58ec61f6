import type { Ballot, Receipt } from '../../rules/meeting/ballot/papers.js';
import { inOrder } from '../../rules/meeting/ballot/papers.js';
import type { MotionState } from '../../rules/meeting/motionLaw.js';
import type { Database, Statements } from '../database.js';

/** A voter of a motion: whether they are recused, and whether they were given a ballot. */
export interface Voter {
  readonly recused: boolean;
  readonly requestHash: string | null;
}

/** What a motion knows about an expert who was present when it opened; null: they were not. */
export async function voterIn(
  statements: Statements,
  { motionId, expertId }: { readonly motionId: string; readonly expertId: string },
): Promise<Voter | null> {
  const { rows } = await statements.query<Voter>({
    name: 'voter_in',
    text: `SELECT recused, request_hash AS "requestHash" FROM motion_voters AS voter
           LEFT JOIN ballot_tokens AS token ON token.motion_id = voter.motion_id AND token.expert_id = voter.expert_id
           WHERE voter.motion_id = $1 AND voter.expert_id = $2`,
    values: [motionId, expertId],
  });
  return rows[0] ?? null;
}

/** Everybody who was present when a motion opened. */
export async function votersIn(
  statements: Statements,
  motionId: string,
): Promise<readonly { readonly expertId: string; readonly recused: boolean }[]> {
  const text = `SELECT expert_id AS "expertId", recused FROM motion_voters WHERE motion_id = $1 ORDER BY expert_id`;
  const { rows } = await statements.query<{ expertId: string; recused: boolean }>({
    name: 'voters_in',
    text,
    values: [motionId],
  });
  return rows;
}

/** The answer to a request for a ballot: given, now or before; given before for another request; the motion is not open. */
export type TokenAnswer = 'given' | 'for_another' | 'not_open';

/** Notes that a voter was given a ballot for this request. The same request again gets the same answer. */
export async function giveToken(
  { pool }: Pick<Database, 'pool'>,
  given: {
    readonly motionId: string;
    readonly expertId: string;
    readonly requestHash: string;
    readonly states: readonly MotionState[];
  },
): Promise<TokenAnswer> {
  const { motionId, expertId, requestHash, states } = given;
  // FOR SHARE: closing waits for ballots that are being given out, and none is given out after it.
  const { rowCount } = await pool.query({
    name: 'give_token',
    text: `WITH motion AS (SELECT id FROM motions WHERE id = $1 AND state = ANY($4::text[]) FOR SHARE)
           INSERT INTO ballot_tokens (motion_id, expert_id, request_hash) SELECT id, $2, $3 FROM motion
           ON CONFLICT DO NOTHING`,
    values: [motionId, expertId, requestHash, states],
  });
  if (rowCount === 1) return 'given';
  const known = await voterIn(pool, { motionId, expertId });
  if (!known || known.requestHash === null) return 'not_open';
  return known.requestHash === requestHash ? 'given' : 'for_another';
}

/** How many voters were given a ballot, without saying who. */
export async function countTokens(statements: Statements, motionId: string): Promise<number> {
  const text = 'SELECT count(*)::int AS count FROM ballot_tokens WHERE motion_id = $1';
  const { rows } = await statements.query<{ count: number }>({ name: 'count_tokens', text, values: [motionId] });
  return rows[0]?.count ?? 0;
}

/** Experts who were given a ballot; only to find out whether one of them was recused since. */
export async function tokenHolders(statements: Statements, motionId: string): Promise<readonly string[]> {
  const text = 'SELECT expert_id AS "expertId" FROM ballot_tokens WHERE motion_id = $1 ORDER BY expert_id';
  const { rows } = await statements.query<{ expertId: string }>({ name: 'token_holders', text, values: [motionId] });
  return rows.map(({ expertId }) => expertId);
}

/** How many ballots or receipts of a motion are stored. */
export async function countPapers(
  statements: Statements,
  table: 'ballots' | 'receipts',
  motionId: string,
): Promise<number> {
  const { rows } = await statements.query<{ count: number }>({
    name: `count_${table}`,
    text: `SELECT count(*)::int AS count FROM ${table} WHERE motion_id = $1`,
    values: [motionId],
  });
  return rows[0]?.count ?? 0;
}

/** Registers a box that holds ballots of a motion, with the receipts it has promised. */
export async function registerBox(
  statements: Statements,
  {
    motionId,
    box,
    receipts,
  }: { readonly motionId: string; readonly box: string; readonly receipts: readonly Receipt[] },
): Promise<void> {
  await statements.query({
    name: 'register_box',
    text: 'INSERT INTO ballot_boxes (motion_id, box) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    values: [motionId, box],
  });
  const papers = inOrder(receipts);
  await statements.query({
    name: 'write_receipts',
    text: `INSERT INTO receipts (motion_id, serial, signature)
           SELECT $1, serial, signature FROM unnest($2::text[], $3::text[]) AS paper (serial, signature)
           ON CONFLICT DO NOTHING`,
    values: [motionId, papers.map(({ serial }) => serial), papers.map(({ signature }) => signature)],
  });
}

/** Stores a box's ballots ordered by serial and notes that the box is empty. Stored ballots stay. */
export async function emptyBox(
  statements: Statements,
  { motionId, box, ballots }: { readonly motionId: string; readonly box: string; readonly ballots: readonly Ballot[] },
): Promise<void> {
  const papers = inOrder(ballots);
  await statements.query({
    name: 'write_ballots',
    text: `INSERT INTO ballots (motion_id, serial, signature, choice)
           SELECT $1, serial, signature, choice
           FROM unnest($2::text[], $3::text[], $4::text[]) AS paper (serial, signature, choice)
           ON CONFLICT DO NOTHING`,
    values: [
      motionId,
      papers.map(({ serial }) => serial),
      papers.map(({ signature }) => signature),
      papers.map(({ choice }) => choice),
    ],
  });
  await statements.query({
    name: 'box_emptied',
    text: 'UPDATE ballot_boxes SET emptied = true WHERE motion_id = $1 AND box = $2',
    values: [motionId, box],
  });
}

/** How many boxes of a motion have not stored their ballots. */
export async function fullBoxes(statements: Statements, motionId: string): Promise<number> {
  const text = 'SELECT count(*)::int AS count FROM ballot_boxes WHERE motion_id = $1 AND NOT emptied';
  const { rows } = await statements.query<{ count: number }>({ name: 'full_boxes', text, values: [motionId] });
  return rows[0]?.count ?? 0;
}

/** Begins (true) or abandons (false) the emptying of the boxes; when abandoned, the boxes are forgotten. */
export async function setCollecting(statements: Statements, motionId: string, collecting: boolean): Promise<void> {
  const text = 'UPDATE motions SET collecting = $2 WHERE id = $1';
  await statements.query({ name: 'set_collecting', text, values: [motionId, collecting] });
  if (!collecting) await statements.query('DELETE FROM ballot_boxes WHERE motion_id = $1', [motionId]);
}

/** The ballots of a motion, ordered by serial. */
export async function ballotsOf(statements: Statements, motionId: string): Promise<readonly Ballot[]> {
  const text = 'SELECT serial, signature, choice FROM ballots WHERE motion_id = $1 ORDER BY serial COLLATE "C"';
  const { rows } = await statements.query<Ballot>({ name: 'ballots_of', text, values: [motionId] });
  return rows;
}

/** The receipts of a motion, ordered by serial. */
export async function receiptsOf(statements: Statements, motionId: string): Promise<readonly Receipt[]> {
  const text = 'SELECT serial, signature FROM receipts WHERE motion_id = $1 ORDER BY serial COLLATE "C"';
  const { rows } = await statements.query<Receipt>({ name: 'receipts_of', text, values: [motionId] });
  return rows;
}

/** The ballots and receipts of every motion of a meeting, for its export. */
export async function papersOf({ pool }: Pick<Database, 'pool'>, motionId: string) {
  const [ballots, receipts, tokens] = await Promise.all([
    ballotsOf(pool, motionId),
    receiptsOf(pool, motionId),
    countTokens(pool, motionId),
  ]);
  return { ballots, receipts, tokens };
}

/** Whether this ballot is among those stored. */
export async function isAmongCounted(
  statements: Statements,
  motionId: string,
  { serial, signature, choice }: Ballot,
): Promise<boolean> {
  const { rowCount } = await statements.query({
    name: 'is_among_counted',
    text: 'SELECT 1 FROM ballots WHERE motion_id = $1 AND serial = $2 AND signature = $3 AND choice = $4',
    values: [motionId, serial, signature, choice],
  });
  return rowCount === 1;
}
