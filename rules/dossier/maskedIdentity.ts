import type { Dossier } from './dossier.js';

/** An ID number with its first and last four characters: `6529**********1234`. */
export function maskedIdNumber(idNumber: string): string {
  return masked(idNumber, 4);
}

/** A telephone number with its first three and last four characters: `138****0000`. */
export function maskedPhone(phone: string): string {
  return masked(phone, 3);
}

function masked(text: string, first: number): string {
  const last = 4;
  // What is too short to hide its middle is hidden whole.
  if (text.length <= first + last) return '*'.repeat(text.length);
  return `${text.slice(0, first)}${'*'.repeat(text.length - first - last)}${text.slice(-last)}`;
}

/** The form with ID number and telephone masked; the same where there are none. */
export function maskedDossier(dossier: Dossier): Dossier {
  const { basicInformation } = dossier;
  if (!basicInformation) return dossier;
  const { idNumber, phone } = basicInformation;
  return {
    ...dossier,
    basicInformation: {
      ...basicInformation,
      ...(idNumber === undefined ? {} : { idNumber: maskedIdNumber(idNumber) }),
      ...(phone === undefined ? {} : { phone: maskedPhone(phone) }),
    },
  };
}
