import pg from 'pg';

/** Bytes of a table: its rows, its indexes, and all of it with what is kept out of line. */
interface TableSize {
  readonly all: number;
  readonly rows: number;
  readonly indexes: number;
}
/** Bytes of an index, and how often it was looked into since the server began. */
interface IndexSize {
  readonly all: number;
  readonly scans: number;
}
type ByName<Size> = ReadonlyMap<string, Size>;

/** What lies on the disk, in bytes. */
export interface Sizes {
  readonly databases: ByName<number>;
  readonly tables: ByName<TableSize>;
  readonly indexes: ByName<IndexSize>;
}

const tables = `
  SELECT relname AS name, pg_total_relation_size(oid)::float8 AS all, pg_relation_size(oid)::float8 AS rows,
    pg_indexes_size(oid)::float8 AS indexes
  FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`;
const indexes = `
  SELECT indexrelname AS name, pg_relation_size(indexrelid)::float8 AS all, idx_scan::float8 AS scans
  FROM pg_stat_user_indexes WHERE schemaname = 'public'`;

/** Reads the sizes of these databases, and of the tables and indexes of the one that `ownerUrl` names. */
export async function readSizes(ownerUrl: string, databases: readonly string[]): Promise<Sizes> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const ofDatabases = await client.query<{ name: string; all: number }>(
      'SELECT datname AS name, pg_database_size(oid)::float8 AS all FROM pg_database WHERE datname = ANY($1)',
      [databases],
    );
    const ofTables = await client.query<TableSize & { name: string }>(tables);
    const ofIndexes = await client.query<IndexSize & { name: string }>(indexes);
    return {
      databases: new Map(ofDatabases.rows.map(({ name, all }) => [name, all])),
      tables: new Map(ofTables.rows.map(({ name, ...size }) => [name, size])),
      indexes: new Map(ofIndexes.rows.map(({ name, ...size }) => [name, size])),
    };
  } finally {
    await client.end();
  }
}

const engineTables = {
  temporal: ['executions', 'current_executions', 'history_node', 'history_tree', 'timer_tasks'],
  temporal_visibility: ['executions_visibility'],
} as const;

/** Counts the rows of Temporal's tables on a cluster's PostgreSQL, by table: those of workflows, and what they are due for. */
export async function engineRows(ownerUrl: string): Promise<Readonly<Record<string, number>>> {
  const rows: Record<string, number> = {};
  for (const [name, its] of Object.entries(engineTables)) {
    const url = new URL(ownerUrl);
    url.pathname = `/${name}`;
    const client = new pg.Client(url.href);
    await client.connect();
    try {
      for (const table of its) {
        const counted = await client.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM ${pg.escapeIdentifier(table)}`,
        );
        rows[table] = counted.rows[0]?.n ?? 0;
      }
    } finally {
      await client.end();
    }
  }
  return rows;
}

/** What has been added between two readings. */
export function growthBetween(before: Sizes, after: Sizes): Sizes {
  return {
    databases: eachLess(before.databases, after.databases, (one = 0, other = 0) => other - one),
    tables: eachLess(before.tables, after.tables, (one, other) => ({
      all: other.all - (one?.all ?? 0),
      rows: other.rows - (one?.rows ?? 0),
      indexes: other.indexes - (one?.indexes ?? 0),
    })),
    indexes: eachLess(before.indexes, after.indexes, (one, other) => ({
      all: other.all - (one?.all ?? 0),
      scans: other.scans - (one?.scans ?? 0),
    })),
  };
}

const eachLess = <Size>(
  before: ByName<Size>,
  after: ByName<Size>,
  less: (one: Size | undefined, other: Size) => Size,
): ByName<Size> => new Map([...after].map(([name, size]) => [name, less(before.get(name), size)]));
