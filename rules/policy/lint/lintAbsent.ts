import { type Policy, type WindowName, windowNames } from '../policy.js';
import { windowsByCandidate } from '../policyWindows.js';
import type { LintFinding } from './lintFinding.js';

/** Windows that some candidates do not have, with what applies to them then. */
export function lintAbsent(policy: Policy): readonly LintFinding[] {
  const sets = windowsByCandidate(policy);
  const { value: days, clause: grace } = policy.paymentGraceWorkingDays;
  const due = (before: boolean, zh: string, en: string) => {
    const [from, fromEn] = before ? ['到达评委会', 'the arrival at the committee'] : ['审核通过', 'acceptance'];
    return {
      clause: grace,
      zh: `没有写明${zh}时间：随时可以办理，${from}后${days}个工作日截止。`,
      en: `No window is set for ${en}: it is open at any time, and due ${days} working days after ${fromEn}.`,
    };
  };
  const { paymentBeforeAudit, materialsBeforeAudit } = policy.stages;
  const words: Readonly<Record<WindowName, { readonly clause: string; readonly zh: string; readonly en: string }>> = {
    audit: {
      clause: policy.clauses.committee_audit?.clause ?? grace,
      zh: '没有写明审核时间：申报一到达即可审核，没有审核截止时间，也不提醒审核逾期。',
      en: 'No window is set for the audit: it begins with the arrival of an application, has no end, and nobody is reminded of a late one.',
    },
    payment: due(paymentBeforeAudit.value, '缴费', 'the payment'),
    materials: due(materialsBeforeAudit.value, '材料报送', 'the originals'),
  };
  return windowNames
    .filter((name) => (name === 'audit' || policy.stages[name].value) && sets.some((set) => !set[name]))
    .map((name) => ({
      code: 'window_absent',
      severity: 'warning',
      clause: words[name].clause,
      date: null,
      message: words[name].zh,
      messageEn: words[name].en,
      path: name,
    }));
}
