import { readFileSync } from 'node:fs';

interface Manifest {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8'));
const { dependencies, devDependencies } = read<Manifest>('package.json');
const page = readFileSync('docs/dependencies.md', 'utf8');

const permissive = /^\(?(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|OFL-1\.1|Unlicense)\b/;
/** Licences that ask for more where the package is changed (MPL, EPL, LGPL) or for its name (CC-BY); each is used as it is. */
const asTheyAre = /^(lightningcss|elkjs|dompurify|caniuse-lite|@img\/sharp-)/;

test('docs/dependencies.md names every direct dependency, its licence and why it is there, and no other', () => {
  const rows = [...page.matchAll(/^\| `([^`]+)` \| ([^|]+) \| (.+) \|$/gm)].map(([, name, licence]) => [name, licence]);
  const direct = Object.keys({ ...dependencies, ...devDependencies });
  const licences = direct.map((name) => [name, read<Manifest>(`node_modules/${name}/package.json`).license]);
  expect(rows.toSorted()).toEqual(licences.toSorted());
});

test('every package an installation runs may be used and passed on', () => {
  const { packages } = read<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json');
  const others = Object.entries(packages)
    .filter(([file, { dev, license }]) => file !== '' && !dev && license !== undefined && !permissive.test(license))
    .map(([file]) => file.replace(/^.*node_modules\//, ''));
  expect(others.filter((name) => !asTheyAre.test(name))).toEqual([]);
});
