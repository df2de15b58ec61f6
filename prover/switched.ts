import { aksu2024 } from '../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../rules/policy/campaigns/ruled.js';
import { shippedPolicies } from '../rules/policy/campaigns/shipped.js';
import type { Policy } from '../rules/policy/policy.js';

const { payment, reviewCommittee, stages } = aksu2024;

/** The first notice with switches turned that no shipped notice turns, so that no row of the law and no guard goes untried. */
const switched: Policy = {
  ...aksu2024,
  id: 'aksu-2024-switched',
  belonging: fromNotice(
    { regions: [], departments: [{ code: 'department-1', name: '主管部门' }], units: [] },
    '通知 一',
  ),
  payment: payment && { ...payment, value: { opens: '2024-08-12T00:00', due: '2024-09-05T24:00' } },
  stages: { ...stages, paymentBeforeAudit: { ...stages.paymentBeforeAudit, value: true } },
  correctionViaUnit: { ...aksu2024.correctionViaUnit, value: true },
  conferralAwaitsPosting: { ...aksu2024.conferralAwaitsPosting, value: true },
  defenseFee: fromNotice(
    {
      fees: { deputy_senior: 10_000 },
      window: { opens: '2024-09-18T00:00', due: '2024-09-25T24:00' },
      workingDays: 3,
    },
    '通知 四（四）',
  ),
  reviewCommittee: {
    ...reviewCommittee,
    unreachableObjectionHolds: { ...reviewCommittee.unreachableObjectionHolds, value: true },
  },
};

/** The policies of `npm run prove`: every shipped notice, and the one with other switches. */
export const provedPolicies: readonly Policy[] = [...shippedPolicies, switched];
