import type { Policy } from '../../rules/policy/policy.js';

/** What each code of `recoded` begins with: in no text that people read. */
export const codePrefix = 'q7_';

/** A policy with each code of its levels, tracks, employers, grades, specialties and committees replaced, wherever it stands. */
export function recoded(policy: Policy): unknown {
  const { levels, tracks, employerKinds, employerRanks, skillGrades } = policy.codes;
  const committees = policy.reviewCommittee.committees.value;
  const entries = [levels, tracks, employerKinds, employerRanks, skillGrades, policy.specialties, committees].flat();
  const codes = new Set(entries.map(({ code }) => code));
  const own = (text: string) => (codes.has(text) ? `${codePrefix}${text}` : text);
  const renamed = (part: unknown): unknown => {
    if (typeof part === 'string') return own(part);
    if (Array.isArray(part)) return part.map(renamed);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [own(name), renamed(value)]));
  };
  return renamed(policy);
}
