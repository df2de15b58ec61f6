import type { MeetingResult } from '../../rules/application/act.js';
import { isConferred } from '../../rules/application/isConferred.js';
import { findLaw } from '../../rules/application/lifecycle.js';
import { holdsUp } from '../../rules/application/objections.js';
import { startOfDay } from '../../rules/calendar/instant.js';
import { claimsExemption, defends } from '../../rules/candidate/defenseExemption.js';
import { feeOf } from '../../rules/candidate/fees.js';
import { hasStatus } from '../../rules/candidate/statusesOfTrack.js';
import { averageAwaitedUntil } from '../../rules/defense/mayDefend.js';
import { quorumMet, thresholdMet } from '../../rules/meeting/meeting.js';
import { holds, outstanding } from '../../rules/policy/stagePlan.js';
import type { Visited } from '../visited.js';
import { type Property, transitionsOf } from './property.js';

function lacksForConferral({ facts, at, policy }: Visited): string | null {
  const { profile, tally, noticeFrom, objections } = facts;
  if (holds('meeting', profile, policy)) {
    if (!tally) return 'no tally';
    if (!quorumMet(tally, policy)) return 'no quorum';
    if (!thresholdMet(tally, policy)) return 'too few votes';
  }
  if (holds('payment', profile, policy) && feeOf(profile, policy) > 0 && facts.paidAt === null) return 'no payment';
  if (holds('materials', profile, policy) && facts.materialsAt === null) return 'no originals';
  if (holds('public_notice', profile, policy) && (noticeFrom === null || at <= startOfDay(noticeFrom)))
    return 'no notice';
  if (objections.some((one) => one.outcome === 'upheld' || holdsUp(one, policy)))
    return 'an objection that was not dismissed';
  return null;
}

export const outcomeProperties: readonly Property[] = [
  {
    name: 'conferral_is_complete',
    says: {
      zh: '取得资格者都经过法定人数、票数、公示，并完成应有的缴费和报送',
      en: 'Nobody is conferred without quorum, votes, notice and, where asked, payment and originals',
    },
    basis: ['national', 'result_notice', 'fees', 'originals'],
    state: (state) => (isConferred(state.facts.status) ? lacksForConferral(state) : null),
  },
  {
    name: 'submissions_bounded',
    says: { zh: '上报次数不超过规定', en: 'There are never more submissions than the notice allows' },
    basis: 'committee_audit',
    state: ({ facts, policy }, subject) => {
      const most = Math.max(policy.maxSubmissions.value, subject.policy.maxSubmissions.value);
      return facts.submissions <= most ? null : `${facts.submissions} submissions`;
    },
  },
  {
    name: 'submissions_promised',
    says: { zh: '允许的上报次数不因修订而减少', en: 'An amendment takes no submission from those under way' },
    basis: ['committee_audit', 'amendment'],
    refusal: ({ facts }, _attempt, { code }, { policy }) =>
      code === 'submissions_used_up' && facts.submissions < policy.maxSubmissions.value
        ? `after ${facts.submissions} of ${policy.maxSubmissions.value}`
        : null,
  },
  {
    name: 'objections_hold',
    says: {
      zh: '有未办结且提出人可以联系（或政策规定一律等候）的异议时，公示不期满',
      en: 'No publicity or notice ends while an objection is open whose author can be reached, or of any author by policy',
    },
    basis: ['publicity_form', 'sanctions'],
    step: (before, after) => {
      const open = before.facts.objections.some((one) => holdsUp(one, before.policy));
      const ended = transitionsOf(after).find(({ event }) => event === 'publicity_ended' || event === 'notice_ended');
      return open && ended ? ended.event : null;
    },
  },
  {
    name: 'asked_once',
    says: { zh: '不重复收费，不重复收取原件', en: 'Money and originals are never asked for twice' },
    basis: ['fees', 'originals'],
    accepted: ({ facts }, { act }) => {
      if (act.event === 'confirm_payment' && facts.paidAt !== null) return 'a second payment';
      return act.event === 'receive_materials' && facts.materialsAt !== null ? 'originals taken twice' : null;
    },
    state: ({ facts, policy }) =>
      facts.deadlines.payment_due && outstanding(facts, policy).length === 0 ? 'waits for nothing' : null,
  },
  {
    name: 'only_stages_held',
    says: { zh: '只经过本途径设有的环节', en: 'An application comes only to stages its campaign and track have' },
    basis: 'procedure',
    state: ({ facts: { status, profile }, policy }) => {
      const exempt = profile.defenseExempt && findLaw(status, 'schedule_defense') !== null;
      return hasStatus(status, profile, policy) && !exempt ? null : status;
    },
  },
  {
    name: 'exempt_wait',
    says: {
      zh: '免答辩者的结果不早于本专业最后一场答辩；等候期满，由办事机构说明理由决定',
      en: 'The exempt are never decided before the last defense of the specialty, or the end of the wait for it, and then with a reason',
    },
    basis: 'defense',
    accepted: ({ facts: { profile }, policy, at }, { act }) => {
      if (act.event !== 'record_tally' || !claimsExemption(profile, policy)) return null;
      if ((act.data as MeetingResult).specialty.pending === 0) return null;
      return at < averageAwaitedUntil(profile, policy) || act.freeTextHash === null
        ? 'some are still to be heard'
        : null;
    },
  },
  {
    name: 'scored_before_judged',
    says: {
      zh: '应答辩者有评分，或缺席超过规定次数',
      en: 'Who has to defend is scored, or was absent too often, before the meeting judges',
    },
    basis: 'defense',
    accepted: ({ facts, policy }, { act }) => {
      if (act.event !== 'record_tally' || !defends(facts.profile, policy) || facts.profile.defenseExempt) return null;
      const missed = facts.absences > policy.defense.reschedulesAfterAbsence.value;
      return facts.score !== null || missed ? null : 'without a score';
    },
  },
  {
    name: 'defects_named',
    says: { zh: '退回补正时列明内容', en: 'Whoever has to correct knows what' },
    basis: 'correction',
    state: ({ facts }) => (facts.deadlines.correction_due && facts.defects.length === 0 ? 'no defect is named' : null),
  },
];
