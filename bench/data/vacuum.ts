import pg from 'pg';

/** Vacuums and analyzes what was filled in, which only the owner may, and has everything on the disk before measuring. */
export async function vacuum(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
