import { migrationsOnDisk, NO_FILTERS, withSchemaEngine } from './schemaEngine.js';

/**
 * Brings a database to the newest migration under prisma/migrations. Nothing happens when it is there already.
 *
 * @returns the names of the migrations applied now
 * @throws Error when one fails, or when the database was migrated differently
 */
export async function migrate(databaseUrl: string, folder?: string): Promise<string[]> {
  const migrationsList = await migrationsOnDisk(folder);
  return await withSchemaEngine(databaseUrl, async (engine) => {
    const state = { migrationsList, optInToShadowDatabase: false, filters: NO_FILTERS };
    const { failedMigrationNames } = await engine.diagnoseMigrationHistory(state);
    // A script is one transaction: one that failed, or was cut off, has left nothing behind and may be tried again.
    for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return appliedMigrationNames;
  });
}
