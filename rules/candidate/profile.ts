import type { Profile } from '../application/facts.js';
import type { Dossier, Evidence } from '../dossier/dossier.js';

/**
 * The profile of a submission: what the candidate chose when the draft was opened, and whether the dossier claims an
 * exemption from the defense (通知 四（四）); the checklist then asks for ground and proof.
 */
export function profileOf(
  chosen: Omit<Profile, 'defenseExempt'>,
  dossier: Dossier,
  evidence: readonly Evidence[],
): Profile {
  const claimed =
    Boolean(dossier.defenseExemption?.ground) || evidence.some(({ kind }) => kind === 'defense_exemption_proof');
  const { level, track, employerKind, employerRank, outsider, specialty } = chosen;
  const profile = { level, track, employerKind, specialty, defenseExempt: claimed };
  return {
    ...profile,
    ...(employerRank === undefined ? {} : { employerRank }),
    ...(outsider === undefined ? {} : { outsider }),
  };
}
