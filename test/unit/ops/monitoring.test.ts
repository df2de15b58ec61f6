import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createMetrics, watchBacklog, watchReach } from '../../../api/http/metrics.js';
import { createWorkerMetrics } from '../../../worker/metrics.js';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}
interface Dashboard {
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly targets: readonly { readonly expr: string; readonly legendFormat: string }[];
  }[];
}

const read = (name: string) => readFileSync(`ops/monitoring/${name}`, 'utf8');
const { groups } = parse(read('alerts.yml')) as { groups: readonly { name: string; rules: readonly Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(read('dashboard.json')) as Dashboard;
const queries = panels.flatMap(({ targets }) => targets);

/** The series of the API and of a worker with their labels, as Prometheus stores them. */
const series = new Map<string, readonly string[]>([['up', []]]);
{
  const { registry } = createMetrics();
  watchReach(registry, () => Promise.reject(new Error('not asked')));
  watchBacklog(registry, () => Promise.reject(new Error('not asked')));
  for (const { name, type, labelNames } of [registry, createWorkerMetrics().registry].flatMap(metricsOf)) {
    const histogram = String(type) === 'histogram';
    const names = histogram ? [`${name}_sum`, `${name}_count`, `${name}_bucket`] : [name];
    for (const each of names) series.set(each, histogram ? [...labelNames, 'le'] : labelNames);
  }
}
function metricsOf(registry: ReturnType<typeof createMetrics>['registry']) {
  const metrics = registry.getMetricsAsArray() as unknown as { name: string; type: unknown; labelNames?: string[] }[];
  return metrics.map(({ name, type, labelNames = [] }) => ({ name, type, labelNames }));
}

const words = new Set(['and', 'or', 'unless', 'on', 'by', 'offset']);

/** What is wrong with an expression: unknown series or labels, parentheses that do not match. */
function faultsOf(expr: string): readonly string[] {
  const faults: string[] = [];
  const matched = expr.replace(/(\w+)\{([^}]*)\}/g, (_all, name: string, matchers: string) => {
    for (const [, label = ''] of matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"[^"]*"/g)) {
      if (![...(series.get(name) ?? []), 'job', 'instance'].includes(label)) faults.push(`${name}: no label ${label}`);
    }
    return name;
  });
  const bare = matched.replace(/\b(?:by|on) \([\w, ]*\)/g, '').replace(/\[\d+[smh]\]|\boffset \d+[smh]/g, '');
  const used: string[] = [];
  for (const [, name = '', call] of bare.matchAll(/\b([a-z_]\w*)\b(\s*\()?/g)) {
    if (call !== undefined || words.has(name)) continue;
    used.push(name);
    if (!series.has(name)) faults.push(`no metric ${name}`);
  }
  for (const [, labels = ''] of matched.matchAll(/\bby \(([\w, ]*)\)/g)) {
    const known = used.flatMap((name) => series.get(name) ?? []);
    for (const label of labels.split(/,\s*/)) if (!known.includes(label)) faults.push(`by: no label ${label}`);
  }
  if (used.length === 0) faults.push('asks for nothing');
  if (!isBalanced(expr)) faults.push('parentheses');
  return faults;
}

function isBalanced(expr: string): boolean {
  let open = 0;
  for (const character of expr) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

test.each(rules)('the alert $alert asks for figures that the API or a worker has', ({ expr }) => {
  expect(faultsOf(expr)).toEqual([]);
});

test.each(queries)('the dashboard asks for $expr, which the API or a worker has', ({ expr }) => {
  expect(faultsOf(expr)).toEqual([]);
});

test.each([
  ['pingshen_nothing > 0', 'no metric pingshen_nothing'],
  ['sum(pingshen_acts_total{colour="red"})', 'pingshen_acts_total: no label colour'],
  ['sum by (colour) (pingshen_acts_total)', 'by: no label colour'],
  ['sum(pingshen_acts_total', 'parentheses'],
])('%s would be noticed', (expr, fault) => {
  expect(faultsOf(expr)).toContain(fault);
});

test('every rule has what Prometheus asks of one, and a name of its own', () => {
  for (const rule of rules) {
    expect(rule).toEqual({
      alert: expect.stringMatching(/^Pingshen[A-Z][A-Za-z]+$/),
      expr: expect.any(String),
      for: expect.stringMatching(/^\d+[smh]$/),
      labels: { severity: expect.stringMatching(/^(warning|critical)$/) },
      annotations: {
        summary: expect.stringMatching(/^\p{Script=Han}.* \/ [A-Z]/u),
        runbook: `docs/operations.md#${rule.alert.toLowerCase()}`,
      },
    });
  }
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  expect(groups.map(({ name }) => name)).toEqual(['pingshen']);
});

test('docs/operations.md says of every alert what to do, and of no other', () => {
  const page = readFileSync('docs/operations.md', 'utf8');
  const sections = [...page.matchAll(/^### (Pingshen\w+)\n\n(?!#)\S/gm)].map(([, name]) => name);
  expect(sections).toEqual(rules.map(({ alert }) => alert));
});

test('docs/operations.md explains every figure of the product, and every one has an alert or a panel', () => {
  const page = readFileSync('docs/operations.md', 'utf8');
  const asked = [...rules, ...queries].map(({ expr }) => expr).join('\n');
  const own = [...series.keys()].filter((name) => name.startsWith('pingshen_'));
  const names = new Set(own.map((name) => name.replace(/_(bucket|sum)$/, '').replace(/_seconds_count$/, '_seconds')));
  for (const name of names) {
    expect(page).toContain(`\`${name}\``);
    expect(asked).toContain(name);
  }
});

test('the example scrapes the API and the workers, and reads the rules', () => {
  const example = parse(read('prometheus.yml'));
  expect(example.rule_files).toEqual(['alerts.yml']);
  expect(example.scrape_configs.map(({ job_name }: { job_name: string }) => job_name)).toEqual([
    'pingshen-api',
    'pingshen-worker',
  ]);
});
