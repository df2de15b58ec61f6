import fc from 'fast-check';
import { addDays } from '../../../rules/calendar/instant.js';
import { retirementDate } from '../../../rules/candidate/retirement.js';

// Worked by hand from the steps of the decision; the last row of each age is the end its tables state.
test.each([
  ['1964-08-15', 60, '2024-08-15'],
  ['1964-12-31', 60, '2024-12-31'],
  ['1965-01-15', 60, '2025-02-15'],
  ['1965-04-15', 60, '2025-05-15'],
  ['1965-05-15', 60, '2025-07-15'],
  ['1976-08-15', 60, '2039-07-15'],
  ['1976-09-15', 60, '2039-09-15'],
  ['1990-09-15', 60, '2053-09-15'],
  ['1970-01-15', 55, '2025-02-15'],
  ['1981-09-15', 55, '2039-09-15'],
  ['1975-01-15', 50, '2025-02-15'],
  ['1975-03-15', 50, '2025-05-15'],
  ['1984-11-15', 50, '2039-11-15'],
])('who was born on %s and would have retired at %i retires on %s', (birth, age, on) => {
  expect(retirementDate(birth, age)).toBe(on);
});

test('a birthday that the month does not have falls on its last day', () => {
  expect(retirementDate('1965-01-31', 60)).toBe('2025-02-28');
});

test('who is born later never retires earlier, but for the ends of months', () => {
  const birth = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1950-01-01', days));
  fc.assert(
    fc.property(birth, fc.constantFrom(50, 55, 60), fc.integer({ min: 31, max: 400 }), (born, age, later) => {
      expect(retirementDate(addDays(born, later), age) > retirementDate(born, age)).toBe(true);
    }),
  );
});
