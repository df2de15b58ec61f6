import { isFinal, type Status } from '../application/lifecycle.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { type Refusal, refuse } from '../refusal.js';

/** An application of the same person, campaign and specialty that has come to its end. */
export interface AppliedBefore {
  readonly status: Status;
  /** Its arrivals at the committee, those before it included. */
  readonly submissions: number;
}

/** Another application of the same person in the campaign, for whichever specialty. */
export interface OwnApplication extends AppliedBefore {
  readonly specialty: string;
}

/** Ends after which the same specialty can be applied for again in the campaign: nobody has decided on the candidate. */
const openAgain: readonly Status[] = ['withdrawn', 'not_recommended'];

/**
 * Why a person cannot apply for the same specialty again in this campaign, or null. The committee has decided, or the time of
 * a candidate who had arrived has passed (通知 四（一）、四（三）: 不予受理、视为放弃), or every submission is used up: they are counted
 * per person, campaign and specialty, not per draft.
 */
export function appliedBeforeRefusal(earlier: readonly AppliedBefore[], policy: Policy): Refusal | null {
  if (earlier.some(({ status, submissions }) => submissions > 0 && !openAgain.includes(status))) {
    return refuse('already_final', cite(policy, ['submission', 'committee_audit']), {
      zh: '您在本年度评审中已申报过这个专业并已办结，本年度不能再次申报。',
      en: 'You have applied for this specialty in this review, and that application has been decided; you cannot apply again this year.',
    });
  }
  const { value, clause } = policy.maxSubmissions;
  const used = submissionsBefore(earlier);
  return used < value
    ? null
    : refuse('submissions_used_up', clause, {
        zh: `您在本年度评审中申报这个专业已上报${used}次，上报次数已用满，不能再次申报。`,
        en: `Your applications for this specialty have used all ${used} submissions of this review, so you cannot apply again.`,
      });
}

/** The submissions a person's earlier applications have used: each counts those before it. */
export function submissionsBefore(earlier: readonly AppliedBefore[]): number {
  return Math.max(0, ...earlier.map(({ submissions }) => submissions));
}

/**
 * Why a person who has several accounts cannot hand in an application, or null: another one of theirs is under way, or those
 * that have ended for the specialty leave no further one.
 */
export function otherAccountsRefusal(
  others: readonly OwnApplication[],
  specialty: string,
  policy: Policy,
): Refusal | null {
  if (others.some(({ status }) => !isFinal(status))) {
    return refuse('already_applied', cite(policy, 'submission'), {
      zh: '您以另一账户在本年度评审中已有一份未办结的申报（身份证号相同），不能重复申报。',
      en: 'You have an application in this review under another account, with the same ID number, that has not come to its end; you cannot apply twice.',
    });
  }
  return appliedBeforeRefusal(endedFor(specialty, others), policy);
}

/** The submissions an application starts with, of which others for the specialty under other accounts have used some. */
export function submissionsWith(others: readonly OwnApplication[], specialty: string, own: number): number {
  return Math.max(own, submissionsBefore(endedFor(specialty, others)));
}

const endedFor = (specialty: string, others: readonly OwnApplication[]): readonly AppliedBefore[] =>
  others.filter((other) => other.specialty === specialty && isFinal(other.status));
