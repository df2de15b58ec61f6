import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { MIGRATIONS_TABLE } from './paths.js';

/**
 * Compares a database with a schema file, by Prisma's schema engine as WebAssembly: `prisma migrate diff` would download a
 * native build of it. The engine's bindings are not public and change between releases, so its version is pinned and
 * nothing else uses it. Checks, triggers and functions are not compared: the engine does not know them.
 *
 * @returns the SQL that leads from the database to the schema; undefined when they agree
 */
export async function schemaDifference(databaseUrl: string, schemaFile: string): Promise<string | undefined> {
  await load();
  const content = await readFile(schemaFile, 'utf8');
  const pool = new CataloguePool({ connectionString: databaseUrl, max: 1, allowExitOnIdle: true });
  try {
    const engine = await wasm.SchemaEngine.new({ datamodels: [[schemaFile, content]] }, () => {}, adapterOf(pool));
    try {
      const schema = { files: [{ path: schemaFile, content }] as [{ path: string; content: string }] };
      const { stdout } = await engine.diff({
        from: { tag: 'schemaDatasource', ...schema, configDir: path.dirname(schemaFile) },
        to: { tag: 'schemaDatamodel', ...schema },
        script: true,
        exitCode: null,
        filters: { externalTables: [`public.${MIGRATIONS_TABLE}`], externalEnums: [] },
      });
      return stdout === null || stdout.includes('This is an empty migration') ? undefined : stdout;
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

// TypeScript knows this global only together with the whole DOM.
const { WebAssembly: webAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, () => void> } }>;
  };
};
let loaded = false;

// The package's own entry imports the .wasm file as a module, which Node 20 cannot do.
async function load(): Promise<void> {
  if (loaded) return;
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const code = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await webAssembly.instantiate(code, { './schema_engine_bg.js': wasm });
  const bindings = wasm as unknown as { __wbg_set_wasm(exports: object): void };
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  loaded = true;
}

// PostgreSQL's internal one-letter type, which its catalogue uses and Prisma's adapter does not know.
const INTERNAL_CHAR = 18;
const BLANK_PADDED_CHAR = 1042;

class CataloguePool extends pg.Pool {
  /** Which columns of the last result are of the one-letter type. */
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

/** Prisma's driver adapter, made to read the catalogue. */
function adapterOf(pool: CataloguePool) {
  const factory = new PrismaPg(pool);
  const connect = async () => {
    const adapter = await factory.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const { columnTypes, ...result } = await queryRaw(query);
      const typeOf = (type: (typeof columnTypes)[number], column: number) =>
        pool.letterColumns.has(column) ? ColumnTypeEnum.Character : type;
      return { ...result, columnTypes: columnTypes.map(typeOf) };
    };
    return adapter;
  };
  const { provider, adapterName } = factory;
  const connectToShadowDb = () => factory.connectToShadowDb();
  return bindMigrationAwareSqlAdapterFactory({ provider, adapterName, connect, connectToShadowDb });
}
