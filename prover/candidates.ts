import type { Profile } from '../rules/application/facts.js';
import { entryOf } from '../rules/campaign/codes.js';
import { asksPositions } from '../rules/campaign/positions.js';
import { claimsExemption } from '../rules/candidate/defenseExemption.js';
import { feeOf } from '../rules/candidate/fees.js';
import { canonical } from '../rules/canonical.js';
import { originalsRequired } from '../rules/dossier/checklist.js';
import { filingCutoffOf } from '../rules/policy/filingCutoffs.js';
import { type Policy, windowNames } from '../rules/policy/policy.js';
import { windowOf } from '../rules/policy/policyWindows.js';

/** A kind of candidate: one of those whom the law treats alike. */
export interface Candidate {
  readonly profile: Profile;
  /** Departments between the unit and the committee. */
  readonly chain: readonly string[];
}

/** Chains of no, one and two departments, and one for each department that has a cutoff of its own. */
function chainsOf({ filing }: Policy): readonly (readonly string[])[] {
  const own = (filing.byDepartment?.value ?? []).map(({ code }) => [code]);
  return [[], ['department-1'], ['department-1', 'department-2'], ...own];
}

/** What the law looks at in a candidate; two with the same are one kind. */
function seenByLaw({ profile, chain }: Candidate, policy: Policy): string {
  const track = entryOf(policy.codes.tracks, profile.track);
  // Whom the track is open to and what evidence it asks for is judged before an act comes to the law.
  const { code, zh, en, fullZh, clause, levels, employerKinds, evidence, conditions, ...stages } = track ?? {
    code: profile.track,
  };
  return canonical({
    stages,
    defends: policy.defense.levels.value.includes(profile.level),
    exempt: claimsExemption(profile, policy),
    chain: chain.length,
    cutoffs: (['applicant', 'unit', 'department'] as const).map(
      (turn) => filingCutoffOf(turn, { chain }, policy).value,
    ),
    windows: windowNames.map((name) => windowOf(name, profile, policy)?.value ?? null),
    positions: asksPositions(policy, profile.employerKind),
    free: feeOf(profile, policy) === 0,
    originals: originalsRequired(profile, policy).length > 0,
  });
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
              const profile = {
                level,
                track: track.code,
                employerKind,
                specialty: specialties[0] ?? '',
                defenseExempt,
              };
              const candidate = { profile, chain };
              const seen = seenByLaw(candidate, policy);
              if (!kinds.has(seen)) kinds.set(seen, candidate);
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
