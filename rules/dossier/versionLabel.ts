import type { FormName } from '../application/act.js';
import type { Facts } from '../application/facts.js';
import { findLaw, lawsIn, type Status } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';

const takes = (status: Status, form: FormName) => lawsIn(status).some(([, law]) => law.takes === form);

/** The name of a version that came before the one submitted last. */
export const earlierVersion: BilingualText = { zh: '此前提交的版本', en: 'An earlier version' };

/**
 * What the version of a dossier is that a reader sees: the applicant's own (`own`) is the one being filled in as long as the
 * law lets them hand it in; everybody else's is the one handed in last, named by its arrival at the committee.
 */
export function versionLabel(
  { status, submissions }: Pick<Facts, 'status' | 'submissions'>,
  own: boolean,
): BilingualText {
  if (own && takes(status, 'submission')) return { zh: '填报中', en: 'Being filled in' };
  if (own && takes(status, 'resubmission')) return { zh: '补正中', en: 'Being corrected' };
  // The unit has it before the committee does.
  const onItsWay = findLaw(status, 'forward_correction') !== null || status === 'correction_publicity';
  if (onItsWay) {
    const n = submissions + 1;
    return { zh: `第${n}次上报（待单位报送）`, en: `Submission ${n}, still with the unit` };
  }
  return submissions === 0
    ? { zh: '已提交单位，尚未上报', en: 'Handed to the unit, not yet submitted' }
    : { zh: `第${submissions}次上报`, en: `Submission ${submissions}` };
}
