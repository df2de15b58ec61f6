import type { DocumentKind } from '../../rules/dossier.js';
import type { Facts } from '../../rules/facts.js';
import { dossierEditable, lifecycle, type Role } from '../../rules/lifecycle.js';
import { Problem } from '../problem.js';

/** Papers the unit makes: Annex 1, the publicity result, Annex 2. */
const ofUnit: readonly DocumentKind[] = ['publicity_notice', 'publicity_result', 'recommendation'];
/** Papers the unit may attach: its own and the candidate's commitment, which it collects (附件3). */
const byUnit: readonly DocumentKind[] = [...ofUnit, 'commitment'];

/**
 * Whether these roles may add or remove a document of this kind now: the candidate their evidence while the form is
 * open, the unit its papers while the application lies with it.
 *
 * @throws Problem `not_permitted` or `not_editable`
 */
export function requireChangeable(facts: Facts, personId: string, roles: readonly Role[], kind: DocumentKind): void {
  const isApplicant = facts.applicantId === personId;
  if (isApplicant && !ofUnit.includes(kind)) {
    if (dossierEditable(facts.status)) return;
    throw new Problem('not_editable', `目前处于“${lifecycle[facts.status].zh}”环节，不能修改申报材料。`);
  }
  if (!isApplicant && roles.includes('unit') && byUnit.includes(kind)) {
    if (lifecycle[facts.status].turn === 'unit') return;
    throw new Problem('not_editable', `目前处于“${lifecycle[facts.status].zh}”环节，不由用人单位办理。`);
  }
  throw new Problem('not_permitted', '您不能上传或删除这一类材料。', { field: 'kind' });
}
