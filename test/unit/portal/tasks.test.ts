import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../config/environment.js';
import type { Task } from '../../../portal/help/tasks/task.js';

// Labels ask the browser for its language and colours as they load.
Object.assign(globalThis, { window: { matchMedia: () => ({ matches: false, addEventListener: () => undefined }) } });
// By its path, since the types of a browser are not those of these tests.
const { tasks, tasksWith } = (await import(path.join(ROOT, 'portal', 'help', 'tasks', 'tasks.js'))) as {
  readonly tasks: readonly Task[];
  readonly tasksWith: (search: string) => readonly Task[];
};
// Other suites run in this process: libraries take one with a window for a browser.
Reflect.deleteProperty(globalThis, 'window');

const pages = path.join(ROOT, 'portal', 'app', 'pages');
const routes = readdirSync(pages)
  .flatMap((name) => [...readFileSync(path.join(pages, name), 'utf8').matchAll(/page\(\s*'([^']+)'/g)])
  .map(([, route = '']) => route.replace(/\/:\w+\?.*$/, ''));

describe('Help by task', () => {
  test('is there for whoever applies, recommends, forwards, reviews, takes the fees and runs the installation', () => {
    expect([...new Set(tasks.map(({ role }) => role))]).toEqual([
      null,
      ...['applicant', 'unit', 'department', 'office', 'expert', 'finance', 'operator'],
    ]);
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
  });

  test('begins on every page of finance, and at the counter for originals', () => {
    const begun = new Set(tasks.map(({ to }) => to));
    const ofFinance = routes.filter((route) => route.startsWith('/finance') && !route.includes(':'));
    // Payments received stand beside those that are due.
    expect(ofFinance.filter((route) => !begun.has(route))).toEqual(['/finance/paid']);
    expect(begun).toContain('/office/counter');
  });

  test.each(tasks.map((task) => [task.title.zh, task] as const))('%s leads to a page, in short steps', (_, task) => {
    expect([...routes, '/notices']).toContain(task.to);
    expect(task.steps.length).toBeGreaterThan(0);
    expect(task.steps.length).toBeLessThanOrEqual(5);
    for (const { zh, en } of task.steps) {
      expect(`${zh}${en}`).not.toMatch(/[{}]|undefined/);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('is found by part of a word, in either language, and by several words at once', () => {
    const idsOf = (search: string) => tasksWith(search).map(({ id }) => id);
    expect(idsOf('')).toHaveLength(tasks.length);
    expect(idsOf('忘记密')).toContain('forgotten-password');
    expect(idsOf('CORRECT')).toContain('correct');
    expect(idsOf('单位 登记')).toContain('register-unit');
    expect(idsOf('没有这样的事')).toEqual([]);
  });
});
