import { readFileSync } from 'node:fs';
import { satisfies } from 'semver';

interface Locked {
  readonly engines?: { readonly node?: string };
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/**
 * The local development server of the Prisma CLI (`prisma dev`): nothing here starts it, and no other command loads it. And
 * the build of sharp for 32-bit Windows, which Node has left after version 22.
 */
const notLoaded = ['node_modules/@prisma/streams-local', 'node_modules/@img/sharp-win32-ia32'];

describe('Every locked package', () => {
  test.each(['20.19.0', '22.13.0', '24.0.0'])('runs on Node %s, save what is never loaded', (version) => {
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
