import type { PaperName } from '../../../rules/papers/paperKinds.js';
import type { Paper } from '../paper.js';
import { certificate, defenseNotice, refusal } from './decisionPapers.js';
import type { PaperInput } from './input.js';
import { defectNotice, deliveryReceipt, paymentNotice, paymentReceipt } from './officePapers.js';
import { reviewForm } from './reviewForm.js';
import { commitment, educationExemption, posting, postingResult, recommendation } from './unitPapers.js';

/** How each paper of an application is made. */
export const applicationPapers: Readonly<Record<PaperName, (input: PaperInput) => Paper>> = {
  commitment,
  education_exemption: educationExemption,
  posting,
  posting_result: postingResult,
  recommendation,
  defect_notice: defectNotice,
  refusal,
  review_form: reviewForm,
  payment_notice: paymentNotice,
  payment_receipt: paymentReceipt,
  delivery_receipt: deliveryReceipt,
  defense_notice: defenseNotice,
  certificate,
};
