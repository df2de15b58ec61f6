import type { LocalDate } from '../calendar/instant.js';

/** The day of birth an 18-digit ID number (GB 11643) states. */
export function birthDateOf(idNumber: string): LocalDate {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

/** The gender an 18-digit ID number states: its 17th digit is odd for men. */
export function genderOf(idNumber: string): 'male' | 'female' {
  return Number(idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female';
}
