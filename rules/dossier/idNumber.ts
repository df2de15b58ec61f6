import type { LocalDate } from '../calendar/instant.js';

/** The day of birth an 18-digit ID number (GB 11643) states. */
export function birthDateOf(idNumber: string): LocalDate {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

/** The gender an 18-digit ID number states: its 17th digit is odd for men. */
export function genderOf(idNumber: string): 'male' | 'female' {
  return Number(idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female';
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether a text is an ID number of 18 characters whose check digit is right (GB 11643). */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text.charAt(place)), 0);
  return text.charAt(17) === '10X98765432'.charAt(sum % 11);
}
