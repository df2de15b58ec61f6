import type { Facts } from '../../rules/application/facts.js';
import { dossierEditable, findLaw, lifecycle, type Role } from '../../rules/application/lifecycle.js';
import type { DocumentKind } from '../../rules/dossier/dossier.js';
import { notEditable } from '../applications/notEditable.js';
import { Problem } from '../http/problem.js';

/** Papers the unit makes: Annex 1, the publicity result, Annex 2, and photos of what it has posted. */
const ofUnit: readonly DocumentKind[] = ['publicity_notice', 'publicity_result', 'recommendation', 'posting_photo'];
/** The decision of the committee to which a review was entrusted, which the office receives. */
const ofOffice: readonly DocumentKind[] = ['entrusted_decision'];
/** Papers the unit may attach: its own and the candidate's commitment, which it collects (附件3). */
const byUnit: readonly DocumentKind[] = [...ofUnit, 'commitment'];

/**
 * Whether these roles may add or remove a document of this kind now: the candidate their evidence while the form is
 * open, the unit its papers while the application lies with it, the office the decision of another committee it waits for.
 *
 * @throws Problem `not_permitted` or `not_editable`
 */
export function requireChangeable(facts: Facts, personId: string, roles: readonly Role[], kind: DocumentKind): void {
  const isApplicant = facts.applicantId === personId;
  if (isApplicant && !ofUnit.includes(kind) && !ofOffice.includes(kind)) {
    if (dossierEditable(facts.status)) return;
    throw notEditable(facts.status);
  }
  if (!isApplicant && roles.includes('unit') && byUnit.includes(kind)) {
    // 通知 三（五）: the result is posted in the unit too, while it is the office's turn; no earlier photo shows that.
    const itsTurn = lifecycle[facts.status].turn === 'unit';
    const confirming = findLaw(facts.status, 'confirm_unit_posting')?.allowedRoles.includes('unit') ?? false;
    if (kind === 'posting_photo' ? confirming : itsTurn) return;
    throw new Problem('not_editable', {
      zh: `目前处于“${lifecycle[facts.status].zh}”环节，不由用人单位办理。`,
      en: `The application stands at “${lifecycle[facts.status].en}”, which is not the unit's turn.`,
    });
  }
  if (!isApplicant && roles.includes('office') && ofOffice.includes(kind)) {
    if (findLaw(facts.status, 'record_entrusted_result')) return;
    throw new Problem('not_editable', {
      zh: `目前处于“${lifecycle[facts.status].zh}”环节，不登记委托评审结果。`,
      en: `The application stands at “${lifecycle[facts.status].en}”, where no entrusted result is recorded.`,
    });
  }
  throw new Problem(
    'not_permitted',
    { zh: '您不能上传或删除这一类材料。', en: 'You cannot upload or remove documents of this kind.' },
    { field: 'kind' },
  );
}
