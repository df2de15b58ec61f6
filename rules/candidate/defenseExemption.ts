import type { Profile } from '../application/facts.js';
import { entryOf } from '../campaign/codes.js';
import type { DocumentKind, Dossier, MissingItem } from '../dossier/dossier.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { holds } from '../policy/stagePlan.js';

/** Whether candidates of this level defend before experts in this campaign (通知 四（四）). */
export function defends(profile: Pick<Profile, 'level' | 'track'>, policy: Policy): boolean {
  return holds('defense', profile, policy);
}

/** Whether this candidate claims an exemption that has to be proved; where no defense is held there is none. */
export function claimsExemption(profile: Profile, policy: Policy): boolean {
  return profile.defenseExempt && defends(profile, policy);
}

/** The ground that is missing, or that the notice does not have: only the listed ones exempt (通知 四（四）). */
export function missingExemptionGround(dossier: Dossier, profile: Profile, policy: Policy): readonly MissingItem[] {
  if (!claimsExemption(profile, policy)) return [];
  const ground = dossier.defenseExemption?.ground;
  const { exemptionGrounds: grounds } = policy.codes;
  if (ground && entryOf(grounds, ground)) return [];
  const listed = { zh: grounds.map(({ zh }) => zh).join('；'), en: grounds.map(({ en }) => en).join('; ') };
  const { zh: message, en: messageEn } =
    grounds.length === 0
      ? { zh: '本次评审没有免于答辩的事由。', en: 'This review exempts nobody from the defense.' }
      : {
          zh: `请选择免于答辩的事由，限${policy.year}年度的下列情形：${listed.zh}。`,
          en: `Please choose the ground of the exemption from the defense; in ${policy.year} it is one of: ${listed.en}.`,
        };
  return [{ section: 'defenseExemption', field: 'ground', clause: cite(policy, 'defense'), message, messageEn }];
}

/** The document that proves the exemption this candidate claims, of the campaign's year. */
export function exemptionProof(dossier: Dossier, { codes }: Policy): DocumentKind {
  const ground = dossier.defenseExemption?.ground;
  return (ground ? entryOf(codes.exemptionGrounds, ground)?.proof : undefined) ?? 'defense_exemption_proof';
}
