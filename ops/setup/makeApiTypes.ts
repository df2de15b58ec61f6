import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../config/environment.js';
import { type Print, withProgress } from '../process/progress.js';
import { runTool } from '../process/runTool.js';

const OPENAPI = path.join(ROOT, 'docs', 'openapi.json');
const SCHEMA = path.join(ROOT, 'portal', 'api', 'schema.d.ts');
const MARKER = path.join(ROOT, '.data', 'check', 'api-types-hash');

/**
 * Generates the types of every path and answer for the portal's client when the description of the API or a package has
 * changed. The portal is type-checked against them; its build does without.
 */
export async function makeApiTypes(print: Print): Promise<void> {
  const hash = createHash('sha256');
  for (const file of [OPENAPI, path.join(ROOT, 'package-lock.json')]) hash.update(await readFile(file));
  const made = hash.digest('hex');
  if (existsSync(SCHEMA) && (await readFile(MARKER, 'utf8').catch(() => null)) === made) return;
  const program = path.join(ROOT, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
  await withProgress(print, '生成接口的类型 / generating the types of the API', () =>
    runTool(process.execPath, [program, OPENAPI, '--output', SCHEMA], { cwd: ROOT }),
  );
  // Written last: an interrupted generation is repeated.
  await mkdir(path.dirname(MARKER), { recursive: true });
  await writeFile(MARKER, made);
}
