import type { Facts } from '../../rules/application/facts.js';
import {
  dossierEditable,
  type EventName,
  eventLabels,
  findLaw,
  lifecycle,
  type Role,
} from '../../rules/application/lifecycle.js';
import type { DocumentKind } from '../../rules/dossier/dossier.js';
import { notEditable } from '../applications/notEditable.js';
import { Problem } from '../http/problem.js';

/** Papers the unit makes: Annex 1, the publicity result, Annex 2, and photos of what it has posted. */
const ofUnit: readonly DocumentKind[] = ['publicity_notice', 'publicity_result', 'recommendation', 'posting_photo'];
/** What the office receives, and the event for which: the decision of an entrusted review, the minutes of a meeting on paper. */
const byOffice: Readonly<Partial<Record<DocumentKind, EventName>>> = {
  entrusted_decision: 'record_entrusted_result',
  paper_minutes: 'enter_tally',
};
/** What the candidate attaches or the office as it does this: the proof that somebody is exempt from the fee, before it accepts. */
const alsoByOffice: Readonly<Partial<Record<DocumentKind, EventName>>> = { fee_exemption_proof: 'accept' };
/** Papers the unit may attach: its own and the candidate's commitment, which it collects (附件3). */
const byUnit: readonly DocumentKind[] = [...ofUnit, 'commitment'];

/**
 * Whether these roles may add or remove a document of this kind now: the candidate their evidence while the form is
 * open, the unit its papers while the application lies with it, the office the decision of another committee it waits for, and the proof that there is nothing to pay.
 *
 * @throws Problem `not_permitted` or `not_editable`
 */
export function requireChangeable(facts: Facts, personId: string, roles: readonly Role[], kind: DocumentKind): void {
  const isApplicant = facts.applicantId === personId;
  if (isApplicant && !ofUnit.includes(kind) && byOffice[kind] === undefined) {
    if (dossierEditable(facts.status)) return;
    throw notEditable(facts.status);
  }
  // The department attaches them in place of a unit under sanction.
  const forUnit =
    roles.includes('unit') || (roles.includes('department') && findLaw(facts.status, 'recommend') !== null);
  if (!isApplicant && forUnit && byUnit.includes(kind)) {
    // 通知 三（五）: the result is posted in the unit too, while it is the office's turn; no earlier photo shows that.
    const itsTurn = lifecycle[facts.status].turn === 'unit';
    const confirming = findLaw(facts.status, 'confirm_unit_posting')?.allowedRoles.includes('unit') ?? false;
    if (kind === 'posting_photo' ? confirming : itsTurn) return;
    throw new Problem('not_editable', {
      zh: `目前处于“${lifecycle[facts.status].zh}”环节，不由用人单位办理。`,
      en: `The application stands at “${lifecycle[facts.status].en}”, which is not the unit's turn.`,
    });
  }
  const event = byOffice[kind] ?? alsoByOffice[kind];
  if (!isApplicant && roles.includes('office') && event) {
    if (findLaw(facts.status, event)) return;
    throw new Problem('not_editable', {
      zh: `目前处于“${lifecycle[facts.status].zh}”环节，不办理“${eventLabels[event].zh}”。`,
      en: `The application stands at “${lifecycle[facts.status].en}”, where this is not done: ${eventLabels[event].en}.`,
    });
  }
  throw new Problem(
    'not_permitted',
    { zh: '您不能上传或删除这一类材料。', en: 'You cannot upload or remove documents of this kind.' },
    { field: 'kind' },
  );
}
