import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Names exported from a file by a declaration. */
const exported = /^export (?:abstract )?(?:type|interface|class|const|function|async function) (\w+)/gm;

test('no two files of rules/ export the same name with different meanings', () => {
  const files = readdirSync('rules', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const homes = new Map<string, string[]>();
  for (const file of files) {
    for (const [, name = ''] of readFileSync(path.join('rules', file), 'utf8').matchAll(exported)) {
      homes.set(name, [...(homes.get(name) ?? []), file]);
    }
  }
  expect(homes.size).toBeGreaterThan(300);
  expect([...homes].filter(([, declaredIn]) => declaredIn.length > 1)).toEqual([]);
});
