import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

const tables = `
  CREATE TABLE bare_tokens (motion_id uuid, expert_id uuid, request_hash text NOT NULL, PRIMARY KEY (motion_id, expert_id));
  CREATE TABLE bare_ballots (motion_id uuid, serial text, signature text NOT NULL, choice text NOT NULL, PRIMARY KEY (motion_id, serial));
  CREATE TABLE bare_receipts (motion_id uuid, serial text, signature text NOT NULL, PRIMARY KEY (motion_id, serial))`;

/**
 * The floor: the rows of a vote (token, ballot, receipt) in two plain transactions a voter, all voters of a motion at
 * once; no signatures, no HTTP, no secrecy.
 *
 * @returns the duration of each voter's two transactions and of everything, in ms
 */
export async function bareBallots(
  pool: pg.Pool,
  { motions, voters }: { readonly motions: number; readonly voters: number },
) {
  await pool.query(tables);
  const signature = randomBytes(256).toString('base64');
  const experts = Array.from({ length: voters }, () => randomUUID());
  const durations: number[] = [];
  const began = performance.now();
  for (let motion = 0; motion < motions; motion += 1) {
    const id = randomUUID();
    await Promise.all(experts.map((expert) => vote(id, expert)));
  }
  return { durations, elapsed: performance.now() - began };

  async function vote(motionId: string, expert: string): Promise<void> {
    const start = performance.now();
    const hash = randomBytes(32).toString('hex');
    await pool.query({
      name: 'bare_token',
      text: 'INSERT INTO bare_tokens VALUES ($1, $2, $3)',
      values: [motionId, expert, hash],
    });
    const [ballot, receipt] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
    await pool.query({
      name: 'bare_papers',
      text: `WITH receipt AS (INSERT INTO bare_receipts VALUES ($1, $2, $4))
             INSERT INTO bare_ballots VALUES ($1, $3, $4, 'agree')`,
      values: [motionId, receipt, ballot, signature],
    });
    durations.push(performance.now() - start);
  }
}
