import { existsSync, readFileSync } from 'node:fs';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';

const page = readFileSync('docs/notice-2024.md', 'utf8');
const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number = '', about = '', coveredBy = '']) => ({ number, about, coveredBy }));

function exists(name: string): boolean {
  if (name.startsWith('policy.')) return name.slice('policy.'.length) in fieldsByPath;
  const [, method, route = ''] = /^(GET|POST|PUT|PATCH|DELETE) (\/\S+)$/.exec(name) ?? [];
  if (method !== undefined) return method.toLowerCase() in (paths[route] ?? {});
  return name.includes('/') ? existsSync(name) : readFileSync('rules/dossier/dossier.ts', 'utf8').includes(`'${name}'`);
}

describe('The notice of 2024 sentence by sentence', () => {
  test('every file, route and policy value that it names exists', () => {
    const names = [...page.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(80);
    expect(names.filter((name) => !exists(name))).toEqual([]);
  });

  test('each row has a number of its own, a few words, and what covers it or why nothing does', () => {
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
    for (const { number, about, coveredBy } of rows) {
      expect([...about].length).toBeLessThanOrEqual(20);
      expect({ number, covered: /`|\*\*Not|\*\*not|on paper/.test(coveredBy) }).toEqual({ number, covered: true });
    }
  });

  test('every clause that the policy of the notice cites has its row', () => {
    const cited = readFileSync('rules/policy/campaigns/aksu2024.ts', 'utf8').matchAll(
      /通知 ((?:三、其他事宜|[一二三四])(?:（[一二三四五六七]）)?\d*|附件\d)/g,
    );
    const numbers = [...new Set([...cited].map(([, number = '']) => number))];
    const covered = (clause: string) => rows.some(({ number }) => number.startsWith(clause));
    expect(numbers.length).toBeGreaterThan(30);
    expect(numbers.filter((clause) => !covered(clause))).toEqual([]);
  });
});
