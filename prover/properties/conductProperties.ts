import { mayAct } from '../../rules/application/decide.js';
import { type EventName, findLaw, isFinal, type Status, turnOf } from '../../rules/application/lifecycle.js';
import type { Policy } from '../../rules/policy/policy.js';
import { cites } from '../citations.js';
import { type Property, transitionsOf } from './property.js';

const han = /\p{Script=Han}/u;

/** Events of a committee that judges, or has judged: where one of them can happen, nobody withdraws any more. */
const judging: readonly EventName[] = ['record_tally', 'record_entrusted_result', 'confirm_unit_posting'];
const isJudged = (status: Status) => judging.some((event) => findLaw(status, event) !== null);

/** Whether JSON keeps a value as it is: what is folded from the record is then what was decided. */
function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'object' && Object.values(value).every((inner) => isPlain(inner));
}

/** The names of departments, units and regions that a notice names. */
function namedIn({ filing, belonging }: Policy): readonly string[] {
  const { regions, departments, units } = belonging?.value ?? { regions: [], departments: [], units: [] };
  return [...(filing.byDepartment?.value ?? []), ...regions, ...departments, ...units].map(({ name }) => name);
}

export const conductProperties: readonly Property[] = [
  {
    name: 'refusals_speak',
    says: {
      zh: '每次拒绝都有原因代码、条款和中英文说明',
      en: 'Every refusal has a code, a clause and words in both languages',
    },
    basis: 'procedure',
    refusal: ({ policy }, _attempt, { code, clause, message, messageEn, deadline }) => {
      // Clauses and names stand in the English text as they are printed.
      const printed = [clause, ...(deadline ? [deadline.clause] : []), ...namedIn(policy)];
      const english = printed.reduce((text, part) => text.replaceAll(part, ''), messageEn ?? '');
      const speaks = clause !== '' && han.test(message) && /[a-z]/.test(english) && !han.test(english);
      return speaks ? null : `${code}: ${clause} ${message} ${messageEn}`;
    },
  },
  {
    name: 'clauses_of_this_notice',
    says: { zh: '每次拒绝引用的都是本通知的条款', en: 'Every refusal cites the notice at hand' },
    basis: 'procedure',
    refusal: ({ policy }, { manner }, { clause }) =>
      manner === 'incomplete' || cites(policy, clause) ? null : `“${clause}” is not in the notice`,
  },
  {
    name: 'final_is_final',
    says: { zh: '办结后不再变动', en: 'What has ended stays ended' },
    basis: 'procedure',
    accepted: ({ facts }, { act }) => (isFinal(facts.status) ? `${act.event} in ${facts.status}` : null),
  },
  {
    name: 'withdrawal_is_free',
    says: { zh: '评审会之前随时可以撤回', en: 'An applicant can withdraw at any time before the meeting' },
    basis: 'submission',
    refusal: ({ facts }, { act, manner }, { code }) =>
      act.event === 'withdraw' && manner === 'proper' && !isFinal(facts.status) && !isJudged(facts.status)
        ? code
        : null,
    state: ({ facts: { status } }) =>
      isFinal(status) || isJudged(status) || findLaw(status, 'withdraw') ? null : `not in ${status}`,
  },
  {
    name: 'listed_statuses_only',
    says: { zh: '每一步都只到法定的环节', en: 'Every step leads to a status its row lists' },
    basis: 'procedure',
    step: (before, after) => {
      let { status } = before.facts;
      for (const { event, to } of transitionsOf(after)) {
        const next = findLaw(status, event)?.next;
        const listed = next === 'stays' ? [status] : typeof next === 'string' ? [next] : (next?.of ?? []);
        if (!listed.includes(to)) return `${event} led from ${status} to ${to}`;
        status = to;
      }
      return null;
    },
  },
  {
    name: 'departments_from_the_first',
    says: {
      zh: '退回单位后，逐级审核从第一级重新开始',
      en: 'Back at the unit, an application has all its departments before it again',
    },
    basis: 'superior_review',
    step: (_before, { facts: { status, chainLevel, deadlines } }) =>
      deadlines.filing_cutoff && turnOf(status) !== 'department' && chainLevel > 0 ? `level ${chainLevel}` : null,
  },
  {
    name: 'incomplete_is_not_taken',
    says: { zh: '材料或数据不全的不予办理', en: 'Nothing incomplete or contradictory is taken' },
    basis: 'procedure',
    accepted: (_state, { act, manner, what }) => (manner === 'incomplete' ? `${act.event}: ${what}` : null),
  },
  {
    name: 'foreign_is_not_taken',
    says: { zh: '无关人员不能办理', en: 'Nobody acts who has no business with it, nobody on their own application' },
    basis: 'procedure',
    accepted: (_state, { act, manner, what }) =>
      manner === 'foreign' ? `${act.event} by ${act.actor.role}: ${what}` : null,
  },
  {
    name: 'numbered_in_order',
    says: { zh: '办理记录连续、时间不倒退', en: 'Transitions are numbered without a gap, in the order of time' },
    basis: 'procedure',
    step: (before, after) => {
      let { seq, lastAt } = before.facts;
      for (const transition of transitionsOf(after)) {
        if (transition.seq !== seq + 1 || (lastAt !== null && transition.at < lastAt)) return transition.event;
        ({ seq, at: lastAt } = transition);
      }
      return null;
    },
  },
  {
    name: 'record_is_enough',
    says: { zh: '仅凭记录即可还原现状', en: 'The record alone leads to the same facts' },
    basis: 'procedure',
    step: (_before, after) => (isPlain(transitionsOf(after)) ? null : 'a transition holds what JSON does not keep'),
  },
  {
    name: 'buttons_tell_the_truth',
    says: { zh: '能办的都有按钮', en: 'What the law takes has a button that can be pressed' },
    basis: 'procedure',
    accepted: ({ facts, policy, at }, { act, manner }, _transition, { calendar }) => {
      if (manner !== 'proper' || act.event === 'amend_policy') return null;
      const refusal = mayAct(facts, act.event, act.actor, policy, calendar, at);
      return refusal ? `${act.event}: ${refusal.code}` : null;
    },
  },
];
