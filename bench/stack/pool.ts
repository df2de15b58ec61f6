import pg from 'pg';

/** A pool of connections for hand-written statements. */
export function openPool(url: string, max = 10): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  // An idle connection that breaks is replaced by the next query; without a listener the error would end the process.
  pool.on('error', () => undefined);
  return pool;
}
