import { readFileSync } from 'node:fs';
import { lawDiagram, lawTable, readmeWithLaw } from '../../../ops/documents/lawPage.js';
import { isFinal, lifecycle, statuses } from '../../../rules/application/lifecycle.js';

describe('The README', () => {
  test("shows the law's table and diagram as the code has them; `npm run docs` writes them anew", () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readmeWithLaw(readme)).toBe(readme);
  });

  test('leaves out no status: each is in the diagram, and each that is not final has rows in the table', () => {
    for (const status of statuses) {
      expect(lawDiagram()).toContain(`  ${status}: ${lifecycle[status].zh}`);
      if (!isFinal(status)) expect(lawTable()).toContain(`| **${status}** `);
    }
  });
});
