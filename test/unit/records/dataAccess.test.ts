import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const RECORDS = path.resolve(import.meta.dirname, '../../../records');
const PRISMA =
  /\.\w+\.(find|create|update|delete|upsert|count|aggregate|groupBy)\w*\(|\$transaction|\$(query|execute)Raw/;
const PG = /\{ pool\b[^}]*\}|\.pool\b|\bpool\.query|\bStatements\b|\binTransaction\(/;
const RAW = /\$(query|execute)Raw/;
/** It opens both. */
const CORE = 'database.ts';
/** The lock that its callers hold until their Prisma transaction ends. */
const LOCKS = path.join('committee', 'lockPlaces.ts');
/** Notes a row in the register, in the Prisma transaction that writes it. */
const NOTES = path.join('proof', 'noteRow.ts');

const files = readdirSync(RECORDS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('generated') && file !== CORE)
  .map((file) => ({ file, code: withoutComments(readFileSync(path.join(RECORDS, file), 'utf8')) }));

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}
const matching = (...patterns: readonly RegExp[]) =>
  files.filter(({ code }) => patterns.every((pattern) => pattern.test(code))).map(({ file }) => file);

test('both ways to the database are found', () => {
  expect(matching(PRISMA).length).toBeGreaterThan(20);
  expect(matching(PG).length).toBeGreaterThan(50);
});

test('no file under records/ uses both the Prisma client and pg', () => {
  expect(matching(PRISMA, PG)).toEqual([]);
});

test('SQL is sent through pg, but for what has to happen within a Prisma transaction', () => {
  expect(matching(RAW)).toEqual([LOCKS, NOTES]);
});

test('a prepared statement has a name of its own: a connection refuses another one under it', () => {
  const named = files.flatMap(({ code }) =>
    [...code.matchAll(/\bname: '([a-z0-9_]+)',\s+text:/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((name, place) => named.indexOf(name) !== place)).toEqual([]);
});
