import type { Transition } from '../application/act.js';
import type { Facts } from '../application/facts.js';
import { eventOfPart, type FeePart, feeOf, partPaidIn } from '../candidate/fees.js';
import type { Policy } from '../policy/policy.js';
import { holds, outstanding, owesDefenseFee } from '../policy/stagePlan.js';
import { type FeeState, type firstStates, isPayable } from './feeStates.js';

/** What a transition does to one part of the fee of its application. */
export interface FeeChange {
  readonly part: FeePart;
  readonly event: keyof typeof firstStates;
  /** In fen: what the fee is from now on. */
  readonly amount: number;
  /** In fen: what it was before while it could be paid; 0 where it could not. */
  readonly before: number;
  /** For what reason nothing is paid, as people cite it; null: something is, or the fee just ended. */
  readonly basis: string | null;
}

/** A fee as it is recorded. */
export interface KnownFee {
  readonly part: FeePart;
  readonly amount: number;
  readonly state: FeeState;
}

const parts = Object.keys(eventOfPart) as readonly FeePart[];
type Judged = Pick<Facts, 'status' | 'profile' | 'acceptedAt' | 'paidAt' | 'materialsAt'>;

/** The part an application waits for now, or null. */
function owed(facts: Judged, policy: Policy): FeePart | null {
  const part = partPaidIn(facts.status);
  if (part === 'review') return outstanding(facts, policy).includes('payment') ? part : null;
  return part === 'defense' && owesDefenseFee(facts.profile, policy) ? part : null;
}

/** The clause by which people of this kind of employer pay nothing where others pay; null: they pay, or nobody does. */
export function exemptionClause({ profile }: Pick<Facts, 'profile'>, policy: Policy): string | null {
  const { feeExemptEmployers } = policy;
  if (!feeExemptEmployers?.value.includes(profile.employerKind)) return null;
  return holds('payment', profile, policy) && feeOf(profile, policy) > 0 ? feeExemptEmployers.clause : null;
}

/**
 * What a transition does to the fees of its application. The policy is the one it was decided by; `known` are the fees
 * recorded so far, needed where an amendment may have changed what is owed.
 */
export function feeChanges(
  before: Facts,
  transition: Pick<Transition, 'event' | 'changes' | 'to'>,
  policy: Policy,
  known: readonly KnownFee[] | null = null,
): readonly FeeChange[] {
  const { event, to: status, changes } = transition;
  const after: Facts = { ...before, ...changes, status };
  const now = owed(after, policy);
  const change = (part: FeePart, what: FeeChange['event'], basis: string | null = null): FeeChange => ({
    part,
    event: what,
    amount: feeOf(after.profile, policy, part),
    before: 0,
    basis,
  });
  if (known) return parts.flatMap((part) => amended(part, now === part, change(part, 'arise'), known));
  const was = owed(before, policy);
  const exempt = before.acceptedAt === null && after.acceptedAt !== null ? exemptionClause(after, policy) : null;
  return [
    ...(exempt === null ? [] : [change('review', 'exempt', exempt)]),
    ...(was !== null && was !== now ? [change(was, event === eventOfPart[was] ? 'pay' : 'end')] : []),
    ...(now !== null && was !== now ? [change(now, 'arise')] : []),
  ];
}

/** What an amendment does to one part: it asks for it, asks for another amount, or does not ask for it any more. */
function amended(part: FeePart, asked: boolean, arises: FeeChange, known: readonly KnownFee[]): FeeChange[] {
  const fee = known.find((one) => one.part === part);
  const open = fee !== undefined && isPayable(fee.state);
  const before = open ? fee.amount : 0;
  if (asked) return before === arises.amount ? [] : [{ ...arises, before }];
  return open ? [{ ...arises, event: 'end', amount: fee.amount }] : [];
}
