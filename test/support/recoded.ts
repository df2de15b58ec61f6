import type { Policy } from '../../rules/policy/policy.js';

/** What each code of `recoded` begins with: in no text that people read. */
export const codePrefix = 'q7_';

/** A function that replaces each code of a policy's levels, tracks, employers, grades, specialties and committees, however deep. */
export function recoder(policy: Policy): <Part>(part: Part) => Part {
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
  return <Part>(part: Part) => renamed(part) as Part;
}

/** A policy with each of its codes replaced, wherever it stands. */
export const recoded = (policy: Policy): Policy => recoder(policy)(policy);
