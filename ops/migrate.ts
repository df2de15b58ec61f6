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
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return appliedMigrationNames;
  });
}
