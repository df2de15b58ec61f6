import type { Candidate } from './plan.js';

const regular = { track: 'regular', specialty: 'mechanical_electronic', exempt: false } as const;

/** Candidates of a public institution with one department above it; a deputy senior has to defend. */
export const juniorPublic: Candidate = { ...regular, level: 'junior', employerKind: 'public_institution', chain: 1 };
export const midPublic: Candidate = { ...juniorPublic, level: 'mid' };
export const deputyPublic: Candidate = { ...juniorPublic, level: 'deputy_senior' };
/** A college that reports to the committee itself, and a county's station two levels below it. */
export const juniorCollege: Candidate = { ...juniorPublic, specialty: 'chemical', chain: 0 };
export const midStation: Candidate = { ...midPublic, chain: 2 };

/** State enterprises two levels, one level, and none below the committee. */
export const midState: Candidate = { ...regular, level: 'mid', employerKind: 'state_enterprise', chain: 2 };
export const juniorState: Candidate = { ...midState, level: 'junior', chain: 1 };
export const juniorPlant: Candidate = { ...juniorState, specialty: 'chemical', chain: 0 };

/** A private enterprise that reports to the committee itself, and one with a department above it. */
export const midPrivate: Candidate = {
  ...regular,
  level: 'mid',
  employerKind: 'private_enterprise',
  specialty: 'chemical',
  chain: 0,
};
/** An employee of the enterprise that is put under sanction. */
export const midSanctioned: Candidate = { ...midPrivate, chain: 1 };
export const juniorPrivate: Candidate = { ...midPrivate, level: 'junior', track: 'private_special', chain: 1 };
