import type { Policy } from '../../rules/policy/policy.js';

/** What each code of `recoded` begins with: in no text that people read. */
export const codePrefix = 'q7_';

/** A function that replaces each code of a policy's levels, tracks, employers, grades, specialties and committees, however deep. */
export function recoder(policy: Policy): <Part>(part: Part) => Part {
  const { levels, tracks, employerKinds, employerRanks, skillGrades, exemptionGrounds } = policy.codes;
  const committees = policy.reviewCommittee.committees.value;
  const own = [levels, tracks, employerKinds, employerRanks, skillGrades, exemptionGrounds];
  const entries = [...own, policy.specialties, committees].flat();
  const codes = new Set(entries.map(({ code }) => code));
  const renamedCode = (text: string) => (codes.has(text) ? `${codePrefix}${text}` : text);
  // Only what a value maps codes to has them as names; the names of the parts of a policy stay.
  const renamed = (part: unknown, maps = false): unknown => {
    if (typeof part === 'string') return renamedCode(part);
    if (Array.isArray(part)) return part.map((one) => renamed(one, maps));
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).map(([name, value]) => [
      maps ? renamedCode(name) : name,
      renamed(value, maps || name === 'value'),
    ]);
    return Object.fromEntries(entries);
  };
  return <Part>(part: Part) => renamed(part) as Part;
}

/** A policy with each of its codes replaced, wherever it stands. */
export const recoded = (policy: Policy): Policy => recoder(policy)(policy);
