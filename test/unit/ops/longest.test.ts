import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../config/environment.js';

const folder = path.join(ROOT, 'test');

test('every suite that is to start first exists', () => {
  const longest: readonly string[] = JSON.parse(readFileSync(path.join(folder, 'longest.json'), 'utf8'));
  expect(longest.filter((suite) => !existsSync(path.join(folder, suite)))).toEqual([]);
});
