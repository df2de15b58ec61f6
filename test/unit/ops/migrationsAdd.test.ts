import { migrationFiles } from '../../../ops/migrations/migrationFiles.js';
import { MIGRATIONS_FOLDER } from '../../../ops/migrations/paths.js';

// An earlier release goes on beside the new one while its processes are replaced, and inserts whole rows of what it knows:
// a column added to one of its tables is null in them, whatever its default.
const breaking =
  /\bDROP\s+(TABLE|COLUMN|TYPE|FUNCTION|CONSTRAINT)\b|\bRENAME\b|\bALTER COLUMN\b|\bADD COLUMN\b[^;]*\bNOT NULL\b/gi;

test('a migration after 1.0.0 only adds, and no column that has to have a value', async () => {
  const since = (await migrationFiles(MIGRATIONS_FOLDER)).filter(({ name }) => name !== '0001_baseline');
  expect(since.length).toBeGreaterThan(0);
  const found = since.flatMap(({ name, script }) => {
    const statements = script.replace(/--.*$/gm, '');
    return [...statements.matchAll(breaking)].map(([text]) => `${name}: ${text}`);
  });
  expect(found).toEqual([]);
});
