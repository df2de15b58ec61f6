import { type Candidate, type PlannedAt, type Step, step } from './plan.js';

/** Opened, filled in and submitted on one day, so that the unit can review it the next day. */
export const submitted = (day = '07-23'): readonly Step[] => [
  step(`${day} 09:00`, 'applicant', 'open'),
  step(`${day} 09:05`, 'applicant', 'fill'),
  step(`${day} 10:00`, 'applicant', 'submit'),
];

/** Submitted, and posted by the unit on a day: from 07-25, the five working days end on 08-01. */
export const posted = (day = '07-25', submittedOn = '07-23'): readonly Step[] => [
  ...submitted(submittedOn),
  step(`${day} 10:00`, 'unit', 'post_publicity'),
];

/** The unit's papers attached and the application recommended, on a day after the publicity. */
export const recommended = (at: PlannedAt = '08-02 10:00'): readonly Step[] => [
  step(`${at.slice(0, 5)} 09:30`, 'unit', 'attach'),
  step(at, 'unit', 'recommend'),
];

/** Forwarded by every department. */
export const forwarded = ({ chain }: Pick<Candidate, 'chain'>): readonly Step[] => [
  ...(chain > 0 ? [step('08-06 11:00', 'department', 'forward')] : []),
  ...(chain > 1 ? [step('08-07 11:00', 'upper_department', 'forward')] : []),
];

/** From the draft to the committee's audit, on the happy path. */
export const arrived = (candidate: Pick<Candidate, 'chain'>): readonly Step[] => [
  ...posted(),
  ...recommended(),
  ...forwarded(candidate),
];

/** Fee paid and originals received in their regular period. */
export const paid = (): readonly Step[] => [
  step('09-11 10:00', 'finance', 'confirm_payment'),
  step('09-12 15:00', 'office', 'receive_materials'),
];

/** Accepted, paid, and originals received. */
export const accepted = (at: PlannedAt = '08-13 10:00'): readonly Step[] => [step(at, 'office', 'accept'), ...paid()];

/** Heard by three experts, in the session that begins at 10:00. */
export const defended = (): readonly Step[] => [
  step('09-13 09:00', 'office', 'schedule_defense', { heldAt: '09-20 10:00', inSession: true }),
  step('09-20 16:00', 'expert', 'score_defense', { inSession: true }),
];

/** Passed in the meeting of 09-26, with the public notice from the next day: the five working days end on 10-10. */
export const passed = (): readonly Step[] => [
  step('09-26 15:00', 'office', 'record_tally', { metOn: '2024-09-26' }),
  step('09-27 09:30', 'unit', 'photograph'),
  step('09-27 10:00', 'unit', 'confirm_unit_posting'),
];

/** The happy path through audit, payment and meeting for a candidate who does not defend. */
export const audited = (at?: PlannedAt): readonly Step[] => [...accepted(at), ...passed()];
