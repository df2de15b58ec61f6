import pg from 'pg';

const found = `
  SELECT indexname AS name, indexdef AS definition FROM pg_indexes
  WHERE schemaname = 'public' AND tablename = ANY($1::text[])
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = quote_ident(indexname)::regclass)
  ORDER BY 1`;

/**
 * Fills large tables of an empty database without their indexes, but those of keys, and makes them afterwards: a million rows
 * would otherwise be put one by one into each of them.
 */
export async function withoutIndexes(ownerUrl: string, tables: readonly string[], fill: () => Promise<void>) {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; definition: string }>(found, [tables]);
    for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
    await fill();
    for (const { definition } of rows) await client.query(definition);
  } finally {
    await client.end();
  }
}
