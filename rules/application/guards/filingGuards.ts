import { instantOf } from '../../calendar/instant.js';
import { otherAccountsRefusal } from '../../candidate/appliedBefore.js';
import { belongingRefusal } from '../../policy/belonging.js';
import { cite } from '../../policy/clauses.js';
import { refuse } from '../../refusal.js';
import { dataOf, early, type Guard, onAct, onFacts } from './guard.js';
import { incomplete } from './incomplete.js';

/** Conditions on an application that is submitted. */
export const filingGuards = {
  filing_open: onFacts('申报已开始', 'filing window open', ({ act, policy }) => {
    const { value, clause } = policy.filing.opens;
    return act.receivedAt < instantOf(value) ? early(instantOf(value), clause, { zh: '申报', en: 'Filing' }) : null;
  }),
  belongs: onFacts('所在单位属于申报范围', 'the unit belongs', ({ facts, policy }) => belongingRefusal(facts, policy)),
  eligible: onAct('符合申报范围', 'eligible', ({ act }) => {
    const { ineligible } = dataOf('submission', act);
    const [first] = ineligible;
    if (!first) return null;
    // An act may hold Chinese text only.
    const message = { zh: first.message, en: first.messageEn ?? first.message };
    return refuse('not_eligible', first.clause, message, { missing: ineligible });
  }),
  not_sanctioned: onAct('不在处罚期内', 'not sanctioned', ({ act, policy }) => {
    const { sanctionedUntil } = dataOf('submission', act);
    return sanctionedUntil === null
      ? null
      : refuse('sanctioned', cite(policy, ['sanctions', 'commitment_form']), {
          zh: `处罚期至${sanctionedUntil}，期满前不得申报。`,
          en: `A sanction stands until ${sanctionedUntil}; no application can be made before it has ended.`,
        });
  }),
  not_applied_elsewhere: onAct('未以其他账户申报', 'not applied under another account', ({ facts, act, policy }) =>
    // A correction may change the ID number.
    otherAccountsRefusal(dataOf('submission', act).underOtherAccounts ?? [], facts.profile.specialty, policy),
  ),
  dossier_complete: onAct('材料齐全', 'checklist complete', ({ act }) => incomplete(dataOf('submission', act).missing)),
} satisfies Record<string, Guard>;
