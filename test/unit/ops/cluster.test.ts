import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../config/environment.js';
import { findProgram } from '../../../ops/process/findProgram.mjs';
import { runTool } from '../../../ops/process/runTool.js';

const read = (...names: readonly string[]) => readFileSync(path.join(ROOT, ...names), 'utf8');
const folder = path.join(ROOT, 'ops', 'cluster', 'machines');

test('the server of a cluster has the settings that the embedded one has', () => {
  const embedded = [...read('ops', 'servers', 'temporal.ts').matchAll(/'((?:system|frontend|history)\.\w+)=(\w+)'/g)];
  const cluster = [...read('ops', 'cluster', 'dynamic.yaml').matchAll(/^([\w.]+):\n {2}- value: (\w+)$/gm)];
  const settings = (found: readonly RegExpMatchArray[]) => new Map(found.map(([, name, value]) => [name, value]));
  expect(embedded.length).toBeGreaterThan(4);
  expect(settings(cluster)).toEqual(settings(embedded));
});

test('every variable of a machine is one that the server or the product reads', () => {
  const variables = (file: string) =>
    [...read('ops', 'cluster', 'machines', file).matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  const template = read('ops', 'cluster', 'temporal.yaml.template');
  for (const name of variables('temporal.env')) expect(template).toContain(`env "${name}"`);
  const environment = read('config', 'environment.ts');
  for (const name of variables('product.env')) expect(environment).toContain(`'${name}'`);
});

test('systemd takes the units, where there is one', async () => {
  const units = readdirSync(folder).filter((name) => name.endsWith('.service'));
  expect(units).toHaveLength(3);
  if (findProgram('systemd-analyze') === undefined) return;
  const verify = runTool('systemd-analyze', ['verify', '--man=no', ...units.map((name) => path.join(folder, name))]);
  const said = await verify.catch((error: Error) => error.message);
  // The programs are installed on the machines only.
  expect(said.split('\n').filter((line) => /service:/.test(line) && !/not executable/.test(line))).toEqual([]);
});
