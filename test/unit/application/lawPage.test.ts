import { readFileSync } from 'node:fs';
import { lawDiagram, lawOverview, lawPage, lawTable, readmeWithLifecycle } from '../../../ops/documents/lawPage.js';
import { isFinal, lifecycle, statuses } from '../../../rules/application/lifecycle.js';

describe('The documents of the law', () => {
  test("docs/law.md shows the law's table and diagram as the code has them; `npm run docs` writes them anew", () => {
    expect(readFileSync('docs/law.md', 'utf8')).toBe(lawPage());
  });

  test('the README shows the lifecycle as the code has it, on at most 150 lines', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readmeWithLifecycle(readme)).toBe(readme);
    expect(readme.split('\n').length).toBeLessThanOrEqual(151);
  });

  test('leave out no status: each is in the diagram, and each that is not final has rows in the table', () => {
    for (const status of statuses) {
      expect(lawDiagram()).toContain(`  ${status}: ${lifecycle[status].zh}`);
      if (isFinal(status)) continue;
      expect(lawTable()).toContain(`| **${status}** `);
      expect(lawOverview()).toContain(`  ${status}[`);
    }
  });
});
