import type pg from 'pg';
import { MIGRATIONS_TABLE } from '../migrations/paths.js';

/** A table as a backup keeps it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Every table but the list of migrations, those first that others refer to. From the catalog: none is forgotten. */
export async function tablesOf(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Table & { readonly refersTo: readonly string[] }>(
    `SELECT class.relname AS name,
       (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
         WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
       ARRAY(SELECT DISTINCT target.relname::text FROM pg_constraint JOIN pg_class AS target ON target.oid = confrelid
         WHERE conrelid = class.oid AND contype = 'f' AND confrelid <> class.oid) AS "refersTo"
     FROM pg_class AS class WHERE class.relkind = 'r' AND class.relnamespace = current_schema()::regnamespace
       AND class.relname <> $1 ORDER BY class.relname`,
    [MIGRATIONS_TABLE],
  );
  const left = [...rows];
  const ordered: Table[] = [];
  while (left.length > 0) {
    const next = left.findIndex(({ refersTo }) => left.every(({ name }) => !refersTo.includes(name)));
    if (next === -1) throw new Error(`tables refer to each other: ${left.map(({ name }) => name).join(', ')}`);
    for (const { name, columns } of left.splice(next, 1)) ordered.push({ name, columns });
  }
  return ordered;
}

/**
 * The statement that copies a table out. The keys of motions that are open are left out, with the papers handed in so far:
 * a backup must not let anybody forge a vote or look into one. Such a motion is voted again.
 */
export function copyOut(client: pg.ClientBase, { name, columns }: Table): string {
  const id = (text: string) => client.escapeIdentifier(text);
  const selected = columns.map((column) =>
    name === 'motions' && column === 'sealed_keys' ? `CASE WHEN sealed_keys IS NOT NULL THEN '' END` : id(column),
  );
  const papers = ['ballots', 'receipts', 'ballot_tokens'].includes(name);
  const open = `WHERE motion_id NOT IN (SELECT id FROM motions WHERE sealed_keys IS NOT NULL)`;
  return `COPY (SELECT ${selected.join(', ')} FROM ${id(name)} ${papers ? open : ''}) TO STDOUT`;
}

/** The statement that copies it in. */
export function copyIn(client: pg.ClientBase, { name, columns }: Table): string {
  return `COPY ${client.escapeIdentifier(name)} (${columns.map((each) => client.escapeIdentifier(each)).join(', ')}) FROM STDIN`;
}

/** The sequences with the number each gives next. */
export async function sequencesOf(client: pg.ClientBase): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ name: string; next: string }>(
    `SELECT sequencename AS name, (COALESCE(last_value, start_value - increment_by) + increment_by)::text AS next
     FROM pg_sequences WHERE schemaname = current_schema()`,
  );
  return Object.fromEntries(rows.map(({ name, next }) => [name, next]));
}

/** The migrations a database was made by. */
export async function migrationsOf(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`);
  return rows.map(({ name }) => name);
}
