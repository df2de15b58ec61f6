import pg from 'pg';
import { MIGRATIONS_TABLE } from './paths.js';

/**
 * Lets the product's role read and write rows, and nothing else: it owns no table, so that it switches no trigger off and
 * changes no constraint. Run as the owner after each migration.
 */
export async function grantToProduct(ownerUrl: string, role: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const name = client.escapeIdentifier(role);
  try {
    await client.query(`
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${name};
      REVOKE INSERT, UPDATE, DELETE ON ${MIGRATIONS_TABLE} FROM ${name};`);
  } finally {
    await client.end();
  }
}

/** Whether the role of this address could switch the triggers off that keep the record: it owns them, or is superuser. */
export async function ownsRecord(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ owns: boolean }>(
      `SELECT pg_has_role(current_user, relowner, 'MEMBER') AS owns FROM pg_class WHERE oid = to_regclass('events')`,
    );
    return rows[0]?.owns ?? false;
  } finally {
    await client.end();
  }
}
