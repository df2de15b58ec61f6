import type { LocalDate } from '../../calendar/instant.js';
import type { Dossier } from '../dossier.js';
import { genderOf, isIdNumber } from '../idNumber.js';

/** What is known of a person who begins a form. */
export interface KnownPerson {
  readonly name: string;
  readonly phone: string | null;
  /** That they registered with. */
  readonly idNumber: string | null;
  readonly unitName: string | null;
  /** Their newest earlier form, and the day it was opened. */
  readonly earlier: { readonly dossier: Dossier; readonly openedOn: LocalDate } | null;
  readonly on: LocalDate;
}

/**
 * A form that says what is known already: name, ID number, gender by it and telephone; from an earlier form who the person is
 * and how many years more they have worked since; without one, that they work for the unit they apply through. Whether they
 * are employed or under discipline they say each time.
 */
export function prefilled({ name, phone, idNumber, unitName, earlier, on }: KnownPerson): Dossier {
  const { basicInformation, presentQualification } = earlier?.dossier ?? {};
  const { employmentStatus: _, ...before } = basicInformation ?? {};
  const number = idNumber ?? before.idNumber;
  const years = presentQualification?.yearsInProfession;
  const since = earlier === null ? 0 : Number(on.slice(0, 4)) - Number(earlier.openedOn.slice(0, 4));
  return {
    basicInformation: {
      ...before,
      name,
      ...(phone === null ? {} : { phone }),
      ...(number !== undefined && isIdNumber(number) ? { idNumber: number, gender: genderOf(number) } : {}),
    },
    ...(years === undefined ? {} : { presentQualification: { yearsInProfession: years + since } }),
    ...(earlier === null && unitName !== null ? { workHistory: { entries: [{ to: null, employer: unitName }] } } : {}),
  };
}
