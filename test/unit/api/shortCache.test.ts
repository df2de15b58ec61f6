import { ShortCache } from '../../../api/accounts/shortCache.js';

test('a value is loaded once for everybody who comes while it is loading, and kept afterwards', async () => {
  const cache = new ShortCache<string>();
  let loads = 0;
  const load = async (key: string) => {
    loads += 1;
    return `${key} ${loads}`;
  };
  expect(await Promise.all([cache.get('a', load), cache.get('a', load)])).toEqual(['a 1', 'a 1']);
  expect(await cache.get('a', load)).toBe('a 1');
});

test('what failed to load, or is not worth keeping, is loaded again', async () => {
  const cache = new ShortCache<number>(undefined, (value) => value > 1);
  await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await cache.get('a', async () => 1)).toBe(1);
  expect(await cache.get('a', async () => 2)).toBe(2);
  expect(await cache.get('a', async () => 3)).toBe(2);
});

test('ten thousand values are kept; beyond that the one used least recently goes', async () => {
  const cache = new ShortCache<string>(60_000);
  const first = async () => 'first';
  for (let n = 0; n <= 10_000; n += 1) await cache.get(String(n), first);
  expect(await cache.get('0', async () => 'anew')).toBe('anew');
  expect(await cache.get('10000', async () => 'anew')).toBe('first');
});

test('long keys and large values take bounded memory', async () => {
  const cache = new ShortCache<string>(60_000);
  const large = 'x'.repeat(4_000_000);
  for (const key of ['a', 'b', 'c']) await cache.get(key.repeat(16_000), async () => large);
  let loads = 0;
  for (const key of ['a', 'b', 'c'])
    await cache.get(key.repeat(16_000), async () => {
      loads += 1;
      return large;
    });
  expect(loads).toBeGreaterThan(0);
});
