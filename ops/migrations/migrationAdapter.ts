import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

// PostgreSQL's internal one-letter type, which its catalogue uses and the adapter does not know.
const INTERNAL_CHAR = 18;
const BLANK_PADDED_CHAR = 1042;

/**
 * Prisma's driver adapter for PostgreSQL, with what migrations need besides: it can read the catalogue, and it runs a
 * script whole. The adapter's own way, to cut at every semicolon and send each piece to any connection, breaks functions
 * and leaves half a migration behind when it fails; sent whole, PostgreSQL makes it one transaction.
 */
export function migrationAdapter(databaseUrl: string) {
  const pool = new CataloguePool({ connectionString: databaseUrl, max: 1, allowExitOnIdle: true });
  const factory = new PrismaPg(pool);
  let scriptError: Error | undefined;
  const connect = async () => {
    const adapter = await factory.connect();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: Error) => {
        scriptError = error;
        throw error;
      });
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const { columnTypes, ...result } = await queryRaw(query);
      const isLetter = (column: number) => pool.letterColumns.has(column);
      return {
        ...result,
        columnTypes: columnTypes.map((type, column) => (isLetter(column) ? ColumnTypeEnum.Character : type)),
      };
    };
    return adapter;
  };
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => factory.connectToShadowDb(),
  });
  return { adapter, close: () => pool.end(), scriptError: () => scriptError };
}

class CataloguePool extends pg.Pool {
  /** which columns of the last result were of the one-letter type */
  letterColumns = new Set<number>();

  override query = (async (...request: Parameters<pg.Pool['query']>) => {
    const result = await super.query(...request);
    const fields = (result as unknown as { fields?: pg.FieldDef[] }).fields ?? [];
    this.letterColumns = new Set(
      fields.flatMap((field, column) => (field.dataTypeID === INTERNAL_CHAR ? [column] : [])),
    );
    for (const field of fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = BLANK_PADDED_CHAR;
    return result;
  }) as unknown as pg.Pool['query'];
}
