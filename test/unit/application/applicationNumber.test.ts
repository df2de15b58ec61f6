import fc from 'fast-check';
import {
  applicationNumber,
  numberPrefix,
  parseApplicationNumber,
} from '../../../rules/application/applicationNumber.js';

const numbers = fc
  .tuple(fc.constantFrom('2024-AKSU', '2025-KIZILSU', 'EXTENDED'), fc.integer({ min: 1, max: 1_200_000 }))
  .map(([prefix, position]) => applicationNumber(prefix, position));

test('a number begins with the year and the campaign', () => {
  expect(['aksu-2024', 'extended', 'demo-20261128-2d4c', '2031', '7-9'].map(numberPrefix)).toEqual([
    '2024-AKSU',
    'EXTENDED',
    '2026-DEMO',
    '2031',
    '79',
  ]);
  expect(applicationNumber('2024-AKSU', 417)).toMatch(/^2024-AKSU-00417-\d$/);
});

test('a number is found again as it was typed: width, case, spaces and dashes do not count', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const wide = [...number].map((one) => (one === '-' ? '－' : one)).join('');
      for (const typed of [number, number.toLowerCase(), ` ${number} `, wide, number.replaceAll('-', '–')]) {
        expect(parseApplicationNumber(typed)).toBe(number);
      }
    }),
  );
});

test('a wrong digit is found, whichever it is', () => {
  fc.assert(
    fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const digits = [...number.matchAll(/\d/g)].map(({ index }) => index);
      const place = digits[at % digits.length] ?? 0;
      const wrong = number.slice(0, place) + ((Number(number[place]) + by) % 10) + number.slice(place + 1);
      expect(parseApplicationNumber(wrong)).toBeNull();
    }),
  );
});

test.each(['', '417', '2024-AKSU-417-5', '张三', 'b7faf05b-9742-8c56-af29-6e06ce1a1ccd'])(
  '%j is no number',
  (typed) => {
    expect(parseApplicationNumber(typed)).toBeNull();
  },
);
