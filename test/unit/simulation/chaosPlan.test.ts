import { deckOf, type Fault, faultsOf, partNames, wordsOf } from '../../../simulation/chaos/faults/plan.js';
import { randomOf } from '../../../simulation/chaos/random.js';

const planned = (seed: number, count: number): Fault[] => {
  const faults = faultsOf(randomOf(seed));
  return Array.from({ length: count }, () => faults.next().value);
};

test('a seed repeats its faults, and another has others', () => {
  expect(planned(7, 60)).toEqual(planned(7, 60));
  expect(planned(8, 60)).not.toEqual(planned(7, 60));
});

test('every part is killed and frozen in a deck, and every other fault happens', () => {
  const deck = deckOf(randomOf(1));
  for (const part of partNames) {
    expect(deck.some((fault) => fault.kind === 'kill' && fault.parts.includes(part))).toBe(true);
    expect(deck).toContainEqual({ kind: 'freeze', part, ms: expect.any(Number) });
  }
  const kinds = new Set(deck.map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual(['clock', 'freeze', 'full_disk', 'kill', 'lost_reply', 'slow_database']);
});

test('a fault is said in Chinese and English', () => {
  for (const fault of deckOf(randomOf(1))) expect(wordsOf(fault)).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u);
});
