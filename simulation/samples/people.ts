import type { LocalDate } from '../../rules/calendar/instant.js';
import { sampleIdNumber } from './idNumber.js';
import { peopleOf, sampleName } from './names.js';

/** An invented candidate; the same index always gives the same one. */
export interface SamplePerson {
  readonly index: number;
  readonly name: string;
  readonly gender: 'male' | 'female';
  readonly ethnicity: string;
  readonly politicalStatus: string;
  readonly birth: LocalDate;
  readonly idNumber: string;
  readonly phone: string;
  readonly email: string;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The candidate of an index, 30 to 47 years old in the campaign's year. The index is unlimited. */
export function samplePerson(index: number, year: number): SamplePerson {
  const gender = index % 2 === 0 ? 'female' : 'male';
  const birth = `${year - 30 - (index % 18)}-${two(1 + ((index * 5) % 12))}-${two(1 + ((index * 11) % 28))}`;
  return {
    index,
    name: sampleName(index, gender),
    gender,
    ethnicity: peopleOf(index) === 'han' ? '汉族' : '维吾尔族',
    politicalStatus: index % 3 === 0 ? '中共党员' : '群众',
    birth,
    idNumber: sampleIdNumber(index, birth, gender),
    phone: `139097${String(index % 100_000).padStart(5, '0')}`,
    email: `candidate${String(index + 1).padStart(3, '0')}@demo.example`,
  };
}
