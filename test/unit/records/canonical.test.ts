import fc from 'fast-check';
import { hashOf } from '../../../records/application/eventHash.js';
import { canonical } from '../../../rules/canonical.js';

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}

test('equal values have one text, whatever the order of their keys, and it reads back as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonical(shuffled(value))).toBe(canonical(value));
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('an absent member and one that is undefined are the same', () => {
  expect(canonical({ a: 1, b: undefined })).toBe('{"a":1}');
});

test('what JSON cannot hold is refused instead of hashed', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 0])
    expect(() => canonical(value)).toThrow(TypeError);
});

test('the hash of a known value never changes', () => {
  expect(hashOf({ b: [1, '二'], a: null })).toBe('9663b1f05823eba206f0e470dc5330d1ee42c39b20904ec3f171f615add20841');
});
