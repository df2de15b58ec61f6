import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inheritEnvironment, ROOT } from '../../config/environment.js';
import { type Print, withProgress } from '../process/progress.js';
import { runTool } from '../process/runTool.js';
import { SCHEMA_FILE } from './paths.js';

const FOLDER = path.join(ROOT, 'records', 'generated');
const MARKER = path.join(FOLDER, '.schema-hash');

/** Generates the database client under records/generated when the schema or Prisma has changed since the last time. */
export async function generatePrismaClient(print: Print): Promise<void> {
  const require = createRequire(import.meta.url);
  const { version } = require('prisma/package.json') as { version: string };
  const hash = createHash('sha256')
    .update(version)
    .update(await readFile(SCHEMA_FILE))
    .digest('hex');
  if (existsSync(MARKER) && (await readFile(MARKER, 'utf8')) === hash) return;
  const env = inheritEnvironment({
    // Without this variable the command downloads a native engine that it does not use here; any program will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  });
  const program = path.join(path.dirname(require.resolve('prisma/package.json')), 'build', 'index.js');
  await withProgress(print, '生成数据库客户端 / generating the database client', () =>
    runTool(process.execPath, [program, 'generate', '--no-hints'], { cwd: ROOT, env }),
  );
  // Written last: an interrupted generation is repeated.
  await writeFile(MARKER, hash);
}
