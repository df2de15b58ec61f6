import type { Facts } from '../application/facts.js';
import { isFinal } from '../application/lifecycle.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { type Refusal, refuse } from '../refusal.js';

/** Why nobody can be recused from an application any more: it has been judged, or has ended. Null while somebody may still judge it. */
export function recusalRefusal(
  { status, tally }: Pick<Facts, 'status' | 'tally'>,
  policy: Pick<Policy, 'clauses'>,
): Refusal | null {
  if (tally === null && !isFinal(status)) return null;
  return refuse('event_not_allowed', cite(policy, 'national'), {
    zh: '评审已经结束，不能再申请回避。对结果有意见的，可以在公示期间提出异议或申请复查。',
    en: 'The application has been judged, or has ended: nobody can be recused any more. Object during the public notice, or ask for a reexamination.',
  });
}
