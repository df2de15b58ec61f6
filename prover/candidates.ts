import type { Profile } from '../rules/application/facts.js';
import type { Policy } from '../rules/policy/policy.js';
import { kindOf } from './likeness.js';

/** A kind of candidate: one of those whom the law treats alike. */
export interface Candidate {
  readonly profile: Profile;
  /** Departments between the unit and the committee. */
  readonly chain: readonly string[];
}

/** Chains of no, one and two departments, and one for each department that the notice names. */
function chainsOf({ filing, belonging }: Policy): readonly (readonly string[])[] {
  const named = [...(filing.byDepartment?.value ?? []), ...(belonging?.value.departments ?? [])];
  const own = named.map(({ code }) => [code]);
  return [[], ['department-1'], ['department-1', 'department-2'], ...own];
}

/** Every kind of candidate a notice takes: level, track, employer, committee, chain and exemption. */
export function candidatesOf(policy: Policy): readonly Candidate[] {
  const { codes, levels, reviewCommittee } = policy;
  const kinds = new Map<string, Candidate>();
  for (const track of codes.tracks) {
    for (const level of levels.value) {
      if (track.levels && !track.levels.includes(level)) continue;
      for (const { code: employerKind } of codes.employerKinds) {
        if (track.employerKinds && !track.employerKinds.includes(employerKind)) continue;
        for (const { specialties } of reviewCommittee.committees.value) {
          for (const defenseExempt of [false, true]) {
            for (const chain of chainsOf(policy)) {
              const [specialty = ''] = specialties;
              const candidate = {
                profile: { level, track: track.code, employerKind, specialty, defenseExempt },
                chain,
              };
              const kind = kindOf(candidate, policy);
              if (!kinds.has(kind)) kinds.set(kind, candidate);
            }
          }
        }
      }
    }
  }
  return [...kinds.values()];
}

/** A candidate in words, for reports. */
export function describe({ profile, chain }: Candidate): string {
  const { track, level, employerKind, specialty, defenseExempt } = profile;
  return [track, level, employerKind, specialty, `chain ${chain.length}`, ...(defenseExempt ? ['exempt'] : [])].join(
    ', ',
  );
}
