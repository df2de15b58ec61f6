import type { DocumentKind, Dossier } from './dossier.js';

const proofs = ['qualification_document', 'title_certificate', 'review_form'] as const satisfies DocumentKind[];

/**
 * Which documents prove the present title (通知 四（一）3): any one when it was obtained in Xinjiang, all three when it was
 * obtained elsewhere, none when the candidate holds no title yet. Each row lists documents of which one is enough.
 */
export function qualificationEvidence({ presentQualification }: Dossier): readonly (readonly DocumentKind[])[] {
  if (presentQualification?.held !== true) return [];
  if (presentQualification.obtainedIn === 'elsewhere') return proofs.map((kind) => [kind]);
  return [proofs];
}
