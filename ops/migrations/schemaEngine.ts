import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import { ROOT } from '../../config/environment.js';
import { migrationAdapter } from './migrationAdapter.js';

export const SCHEMA_FILE = path.join(ROOT, 'prisma', 'schema.prisma');
export const MIGRATIONS_FOLDER = path.join(ROOT, 'prisma', 'migrations');
/** Nothing in the database is managed by somebody else. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

let loading: Promise<void> | undefined;

/**
 * Gives Prisma's schema engine, as WebAssembly, on a database to `work`, and closes it afterwards. The `prisma migrate`
 * command would download a native build of the same engine; this one came with npm.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: wasm.SchemaEngine) => Promise<Result>,
  schemaFile = SCHEMA_FILE,
): Promise<Result> {
  loading ??= load();
  await loading;
  const { adapter, close, scriptError } = migrationAdapter(databaseUrl);
  try {
    const datamodels = existsSync(schemaFile) ? [await schemaAsPair(schemaFile)] : undefined;
    const engine = await wasm.SchemaEngine.new({ datamodels }, () => {}, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    // The engine reports a failed script without PostgreSQL's own words.
    const reason = scriptError();
    throw reason === undefined ? error : new Error(`${reason.message}\n${(error as Error).message}`, { cause: reason });
  } finally {
    await close();
  }
}

// TypeScript knows this global only together with the whole DOM, which is not here.
const { WebAssembly: webAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, () => void> } }>;
  };
};

// The package's own entry imports the .wasm file as a module, which Node 20 cannot do.
async function load(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const code = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await webAssembly.instantiate(code, { './schema_engine_bg.js': withoutIdleTimers() });
  const bindings = wasm as unknown as { __wbg_set_wasm(exports: object): void };
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
}

// The engine limits its wait for a lock by a timer of ten seconds and never clears it: a finished command would hang on.
function withoutIdleTimers(): object {
  const idle = (handler: () => void, ms: number) => setTimeout(handler, ms).unref();
  const timers = Object.keys(wasm).filter((name) => name.startsWith('__wbg_setTimeout_'));
  return { ...wasm, ...Object.fromEntries(timers.map((name) => [name, idle])) };
}

async function schemaAsPair(file: string): Promise<[string, string]> {
  return [file, await readFile(file, 'utf8')];
}

/** The migrations on disk, in the form the engine takes. */
export async function migrationsOnDisk(folder = MIGRATIONS_FOLDER) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lockFile = path.join(folder, 'migration_lock.toml');
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockFile) ? await readFile(lockFile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(path.join(folder, name, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  };
}

/** prisma/schema.prisma, in the form the engine takes. */
export async function schemaOnDisk(schemaFile = SCHEMA_FILE) {
  const [file, content] = await schemaAsPair(schemaFile);
  return { files: [{ path: file, content }] as [{ path: string; content: string }] };
}
