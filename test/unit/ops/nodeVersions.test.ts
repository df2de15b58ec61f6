import { readFileSync } from 'node:fs';
import { satisfies } from 'semver';

interface Locked {
  readonly engines?: { readonly node?: string };
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** The local development server of the Prisma CLI (`prisma dev`). Nothing here starts it, and no other command loads it. */
const notLoaded = ['node_modules/@prisma/streams-local'];

describe('Every locked package', () => {
  test.each(['20.19.0', '22.13.0', '24.0.0'])('runs on Node %s, save one that is never loaded', (version) => {
    const refusing = Object.entries(packages).filter(
      ([name, { engines }]) => !notLoaded.includes(name) && !satisfies(version, engines?.node ?? '*'),
    );
    expect(refusing.map(([name]) => name)).toEqual([]);
  });

  test('is asked for no more than package.json promises', () => {
    expect(packages['']?.engines?.node).toBe('>=20.19');
    expect(readFileSync('.nvmrc', 'utf8').trim()).toBe('20');
  });
});
