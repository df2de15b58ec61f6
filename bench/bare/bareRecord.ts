import type pg from 'pg';

/** One act with the minimum that has to be stored. */
export interface BareEvent {
  readonly id: string;
  readonly seq: number;
  readonly key: string;
  readonly event: string;
  /** milliseconds */
  readonly at: number;
}

const tables = `
  CREATE TABLE bare_applications (id uuid PRIMARY KEY, status text NOT NULL, seq int NOT NULL, updated_at timestamptz NOT NULL);
  CREATE TABLE bare_events (
    application_id uuid, seq int, key text NOT NULL, event text NOT NULL, at timestamptz NOT NULL, data jsonb NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(), PRIMARY KEY (application_id, seq), UNIQUE (application_id, key));
  CREATE TABLE bare_outbox (id bigserial PRIMARY KEY, application_id uuid NOT NULL, seq int NOT NULL, kind text NOT NULL)`;

/** Creates the tables of the hand-written systems. */
export async function createBareTables(pool: pg.Pool): Promise<void> {
  await pool.query(tables);
}

/** Inserts the row of a new application. */
export async function insertBare(pool: pg.Pool, id: string): Promise<void> {
  const text = `INSERT INTO bare_applications VALUES ($1, 'draft', 0, clock_timestamp())`;
  await pool.query({ name: 'bare_insert', text, values: [id] });
}

/**
 * Records an act in one transaction: inserts the event, updates the row if its seq is smaller, and inserts what must be
 * sent.
 */
export async function recordBare(
  pool: pg.Pool,
  event: BareEvent,
  options: { readonly outbox: boolean },
): Promise<void> {
  const { id, seq, key, event: name, at } = event;
  const client = await pool.connect();
  const run = (statement: string, text: string, values: unknown[]) =>
    client.query({ name: `bare_${statement}`, text, values });
  try {
    await client.query('BEGIN');
    await run('event', 'INSERT INTO bare_events VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING', [
      id,
      seq,
      key,
      name,
      new Date(at),
      { by: 'person-1' },
    ]);
    await run(
      'row',
      `INSERT INTO bare_applications VALUES ($1, $2, $3, clock_timestamp()) ON CONFLICT (id) DO UPDATE
       SET status = excluded.status, seq = excluded.seq, updated_at = excluded.updated_at WHERE bare_applications.seq < excluded.seq`,
      [id, name, seq],
    );
    if (options.outbox) {
      await run('outbox', 'INSERT INTO bare_outbox (application_id, seq, kind) VALUES ($1, $2, $3)', [id, seq, name]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
