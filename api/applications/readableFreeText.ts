import type { FormName } from '../../rules/application/act.js';
import type { Role } from '../../rules/application/lifecycle.js';

const concerned: readonly Role[] = ['applicant', 'unit', 'department', 'office', 'chair', 'supervisor'];
const investigating: readonly Role[] = ['unit', 'office', 'supervisor'];
const accounting: readonly Role[] = ['finance', 'office'];

/** Who may read what was written with an act. The objector is never known to the candidate. */
const readers: Readonly<Record<FormName, readonly Role[]>> = {
  nothing: concerned,
  freeText: concerned,
  submission: concerned,
  resubmission: concerned,
  defects: concerned,
  attachments: concerned,
  declination: concerned,
  objection: investigating,
  objectionOutcome: investigating,
  posting: concerned,
  payment: accounting,
  originals: concerned,
  appointment: [...concerned, 'expert'],
  callOff: [...concerned, 'expert'],
  scores: ['office', 'chair', 'supervisor'],
  meeting: ['office', 'chair', 'supervisor'],
  entrustment: concerned,
  entrustedResult: concerned,
  extension: concerned,
  pause: concerned,
  step: ['operator'],
  amendment: [],
  sanction: concerned,
};

/** Whether somebody in these roles may read what was written with an act of this form; the candidate only as candidate. */
export function mayReadFreeText(form: FormName, roles: readonly Role[], isApplicant: boolean): boolean {
  const own = isApplicant ? roles.filter((role) => role === 'applicant') : roles;
  return own.some((role) => readers[form].includes(role));
}

/** Whether they may read the data of an act of this form: the points of a single expert stay out, their average is in the changes. */
export function mayReadData(form: FormName, roles: readonly Role[], isApplicant: boolean): boolean {
  return form !== 'scores' || mayReadFreeText(form, roles, isApplicant);
}
